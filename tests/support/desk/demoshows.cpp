// Performances and a title beside the demonstration hotel's rooms.

#include "support/desk/demohotel.h"

#include <algorithm>
#include <cassert>
#include <random>

namespace deskbell::testing {

namespace {

Offering addOffering(DemoHotel &hotel, const char *code, const char *name, const Workflow &workflow,
                     int capacity, std::int64_t price)
{
    Offering offering;
    offering.id = OfferingId{makeNamedUuid(hotel.property.id.value, code)};
    offering.version = 1;
    offering.code = code;
    offering.name = name;
    offering.workflow = workflow;
    offering.capacity = capacity;
    offering.basePrice = price;
    offering.maxGuests = 1;
    offering.order = static_cast<int>(hotel.offerings.size());
    return offering;
}

/// Makes reservations and what follows them, as the workers would.
class Box
{
public:
    explicit Box(DemoHotel &hotel) : m_hotel(hotel), m_availability(hotel) {}

    ReservationId reserve(const Offering &offering, const char *guest, int quantity, const Stay &stay)
    {
        MakeReservation make;
        make.reservation = ReservationId{id()};
        make.offering = offering.id;
        make.stay = stay;
        make.quantity = quantity;
        make.guest.name = guest;
        make.guest.language = "ko";
        make.adults = std::min(quantity, 20);
        make.currency = m_hotel.property.currency;
        make.nightlyPrices = {offering.basePrice * quantity};
        give(make, Role::Clerk);
        return make.reservation;
    }

    void pay(const ReservationId &reservation)
    {
        const Money open = chargeable(m_hotel.reservations[reservation]);
        give(TakePayment{reservation, PaymentId{id()}, PaymentMethod::Cash, open, {}}, Role::Clerk);
    }

    void give(const CommandArgs &args, Role role)
    {
        m_now += std::chrono::minutes{7};
        carryOut(m_hotel, args, {{}, role == Role::System ? "hotel-worker" : "김하나", role}, m_now);
    }

private:
    Uuid id()
    {
        return makeUuidV7(m_now, [this] { return m_random(); });
    }

    DemoHotel &m_hotel;
    HotelAvailability m_availability;
    std::mt19937_64 m_random{11};
    Instant m_now = demoNow() - std::chrono::hours{30};
};

} // namespace

void addShowsAndTitles(DemoHotel &hotel)
{
    Offering early = addOffering(hotel, "GULL", "The Seagull", workflows::ticket, 120, 3500);
    early.startsAt = demoDate() + std::chrono::hours{19} + std::chrono::minutes{30};
    hotel.offerings.push_back(early);
    Offering late = addOffering(hotel, "HAML", "Hamlet", workflows::ticket, 12, 4200);
    late.startsAt = demoDate() + Days{2} + std::chrono::hours{20};
    hotel.offerings.push_back(late);
    const Offering title = addOffering(hotel, "WAVE", "The Waves", workflows::loan, 6, 0);
    hotel.offerings.push_back(title);
    int order = 0;
    for (const char *name : {"Harbour branch", "Station branch"}) {
        Unit unit;
        unit.id = UnitId{makeNamedUuid(hotel.property.id.value, name)};
        unit.version = 1;
        unit.offering = title.id;
        unit.name = name;
        unit.order = order++;
        hotel.units.push_back(unit);
    }
    Box box(hotel);
    const Stay tonight{demoDate(), demoDate()};
    const char *const guests[] = {"박서연", "Marta Silva", "Tom Becker", "이준호", "Ana Costa", "최유진"};
    int quantity = 2;
    for (const char *guest : guests) {
        const ReservationId made = box.reserve(early, guest, quantity, tonight);
        if (quantity != 5)
            box.pay(made);
        quantity += 3;
    }
    const Stay later{demoDate() + Days{2}, demoDate() + Days{2}};
    box.pay(box.reserve(late, "정하늘", 8, later));
    box.pay(box.reserve(late, "Jean Martin", 4, later));
    const Stay fortnight{demoDate(), demoDate() + Days{14}};
    const ReservationId lent = box.reserve(title, "한지민", 1, fortnight);
    box.give(AssignAnyUnit{lent}, Role::System);
    box.give(CheckIn{lent}, Role::Clerk);
    const ReservationId kept = box.reserve(title, "Rita Lopes", 1, fortnight);
    box.give(AssignAnyUnit{kept}, Role::System);
    box.reserve(title, "오세훈", 1, fortnight);
    const ReservationId back = box.reserve(title, "Peter Ward", 1, fortnight);
    box.give(AssignAnyUnit{back}, Role::System);
    box.give(CheckIn{back}, Role::Clerk);
    box.give(CheckOut{back}, Role::Clerk);
}

DemoHotel withShowsAndTitles(DemoHotel hotel)
{
    addShowsAndTitles(hotel);
    return hotel;
}

void keepOnly(DemoHotel &hotel, std::initializer_list<std::string_view> codes)
{
    std::erase_if(hotel.offerings, [codes](const Offering &offering) {
        return std::find(codes.begin(), codes.end(), offering.code) == codes.end();
    });
    const auto isGone = [&hotel](const OfferingId &id) {
        return std::none_of(hotel.offerings.begin(), hotel.offerings.end(),
                            [&](const Offering &offering) { return offering.id == id; });
    };
    std::erase_if(hotel.units, [&](const Unit &unit) { return isGone(unit.offering); });
    std::erase_if(hotel.reservations, [&](const auto &entry) { return isGone(entry.second.offering); });
}

const Offering &offeringOf(const DemoHotel &hotel, std::string_view code)
{
    const auto found = std::find_if(hotel.offerings.begin(), hotel.offerings.end(),
                                    [code](const Offering &offering) { return offering.code == code; });
    assert(found != hotel.offerings.end());
    return *found;
}

} // namespace deskbell::testing
