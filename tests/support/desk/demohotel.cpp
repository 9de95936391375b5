#include "support/desk/demohotel.h"
#include "domain/decide.h"

#include <algorithm>
#include <random>

namespace deskbell::testing {

namespace {

constexpr const char *names[] = {
    "김서연",       "이도윤",      "박지우",          "최하준",        "정수아",        "강민준",
    "윤예린",       "임시우",      "Anna Lindqvist",  "Marco Bianchi", "Sofia Almeida", "James Whitfield",
    "Chloé Dubois", "Hanna Weber", "Diego Fernández", "Emily Clarke",  "Yuki Tanaka",   "Liam O’Connor",
    "한지민",       "서준호",      "오세라",          "Noah Jansen"};
constexpr const char *countries[] = {"KOR", "SWE", "ITA", "PRT", "GBR", "FRA", "DEU", "ESP"};
constexpr const char *channels[] = {"ota", "direct", "web", "corporate", "group"};

struct Type
{
    const char *code;
    const char *name;
    int rooms;
    std::int64_t price;
    Workflow workflow;
};
const Type types[] = {
    {"STD", "Standard", 20, 9800, workflows::payAtHotel}, {"DLX", "Deluxe", 14, 13500, workflows::prepaid},
    {"FAM", "Family", 10, 16800, workflows::onRequest},   {"STE", "Suite", 6, 28000, workflows::payAtHotel},
    {"SEA", "Sea view", 10, 15400, workflows::instant},
};

/// Builds one reservation after another by giving commands to the domain.
class Maker
{
public:
    Maker(DemoHotel &hotel, std::uint32_t seed) : m_hotel(hotel), m_availability(hotel), m_random(seed) {}

    bool give(const CommandArgs &args, Instant at, const Actor &actor)
    {
        const auto decision = decide(m_availability, args, {at, actor, m_businessDate, m_availability});
        if (!decision)
            return false;
        for (const Row &after : decision->after)
            put(m_hotel, after);
        return true;
    }

    void book(const Unit &unit, const Stay &stay);
    void request(const Offering &offering, const Stay &stay);
    int below(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }

private:
    Uuid id(Instant at)
    {
        return makeUuidV7(at, [this] { return (std::uint64_t(m_random()) << 32) | m_random(); });
    }
    std::optional<ReservationId> make(const Offering &offering, const Stay &stay, std::optional<UnitId> wish,
                                      Instant at);
    void settle(const ReservationId &id, Instant at);
    void live(const ReservationId &id, const Stay &stay);

    DemoHotel &m_hotel;
    HotelAvailability m_availability;
    std::mt19937 m_random;
    Date m_businessDate{};
    Actor m_clerk{{}, "김하나", Role::Clerk};
    Actor m_manager{{}, "이민호", Role::Manager};
    Actor m_system{{}, "payment-worker", Role::System};
};

Instant noonOf(Date date)
{
    return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(date.time_since_epoch())} +
           std::chrono::hours{12};
}

std::optional<ReservationId> Maker::make(const Offering &offering, const Stay &stay,
                                         std::optional<UnitId> wish, Instant at)
{
    m_businessDate = std::min(stay.arrival, demoDate());
    MakeReservation make;
    make.reservation = ReservationId{id(at)};
    make.offering = offering.id;
    make.stay = stay;
    make.guest.name = names[below(std::size(names))];
    make.guest.country = countries[below(std::size(countries))];
    make.guest.phone =
        "+82 10-" + std::to_string(2000 + below(7999)) + "-" + std::to_string(1000 + below(8999));
    make.guest.language = make.guest.country == "KOR" ? "ko" : "en";
    make.guest.isInvented = below(3) == 0;
    make.adults = 1 + below(3);
    make.children = below(4) == 0 ? 1 : 0;
    make.currency = m_hotel.property.currency;
    for (int night = 0; night < std::max(1, stay.nights()); ++night)
        make.nightlyPrices.push_back(offering.basePrice + (night % 3 == 1 ? 1500 : 0));
    make.wish = wish;
    make.channel = channels[below(std::size(channels))];
    if (below(6) == 0)
        make.note = "Late arrival, after 23:00. High floor if possible.";
    if (!give(make, at, m_clerk))
        return std::nullopt;
    return make.reservation;
}

void Maker::settle(const ReservationId &reservation, Instant at)
{
    const Money open = chargeable(m_hotel.reservations[reservation]);
    if (open.isZero())
        return;
    TakePayment pay{reservation, PaymentId{id(at)}, PaymentMethod::Card, open, "tdesk_demo"};
    if (below(3) == 0)
        pay.method = PaymentMethod::Cash;
    give(pay, at, m_clerk);
    if (pay.method == PaymentMethod::Card) {
        give(RecordPaymentOutcome{reservation, pay.payment, PaymentState::Sent, {}}, at, m_system);
        give(RecordPaymentOutcome{reservation, pay.payment, PaymentState::Taken, "DONE"}, at, m_system);
    }
}

void Maker::live(const ReservationId &reservation, const Stay &stay)
{
    if (stay.arrival < demoDate()) {
        m_businessDate = stay.arrival;
        give(CheckIn{reservation}, noonOf(stay.arrival), m_clerk);
    }
    if (stay.departure < demoDate()) {
        m_businessDate = stay.departure;
        settle(reservation, noonOf(stay.departure));
        give(CheckOut{reservation}, noonOf(stay.departure), m_clerk);
    }
    m_businessDate = demoDate();
}

void Maker::book(const Unit &unit, const Stay &stay)
{
    const auto offering = std::find_if(m_hotel.offerings.begin(), m_hotel.offerings.end(),
                                       [&](const Offering &o) { return o.id == unit.offering; });
    const Instant at = noonOf(stay.arrival) - std::chrono::hours{24 * (3 + below(40))};
    const auto made = make(*offering, stay, unit.id, at);
    if (!made)
        return;
    if (offering->workflow.payment == PaymentTiming::AtRequest)
        settle(*made, at + std::chrono::hours{1});
    give(ConfirmReservation{*made}, at + std::chrono::hours{4}, m_manager);
    if (offering->workflow.payment == PaymentTiming::AfterConfirmation && below(5) != 0)
        settle(*made, at + std::chrono::hours{5});
    give(AssignUnit{*made, unit.id}, at + std::chrono::hours{6}, m_clerk);
    live(*made, stay);
}

void Maker::request(const Offering &offering, const Stay &stay)
{
    const Instant at = demoNow() - std::chrono::minutes{12 + below(3000)};
    const auto made = make(offering, stay, std::nullopt, at);
    m_businessDate = demoDate();
    if (!made)
        return;
    const int fate = below(6);
    if (offering.workflow.payment == PaymentTiming::AtRequest && fate > 1)
        settle(*made, at);
    if (fate == 4)
        give(ConfirmReservation{*made}, at + std::chrono::minutes{9}, m_manager);
}

void addRooms(DemoHotel &hotel, const Type &type, int order)
{
    const Uuid space = hotel.property.id.value;
    Offering offering;
    offering.id = OfferingId{makeNamedUuid(space, type.code)};
    offering.version = 1;
    offering.code = type.code;
    offering.name = type.name;
    offering.workflow = type.workflow;
    offering.capacity = type.rooms;
    offering.basePrice = type.price;
    offering.maxGuests = order == 2 ? 4 : 2;
    offering.order = order;
    hotel.offerings.push_back(offering);
    for (int i = 0; i < type.rooms; ++i) {
        Unit unit;
        unit.floor = order + 1;
        unit.name = std::to_string(unit.floor * 100 + i + 1);
        unit.id = UnitId{makeNamedUuid(space, unit.name)};
        unit.version = 1;
        unit.offering = offering.id;
        unit.order = i;
        hotel.units.push_back(unit);
    }
}

DemoHotel makeProperty()
{
    DemoHotel hotel;
    hotel.property.id = PropertyId{makeNamedUuid({}, "seaside")};
    hotel.property.version = 1;
    hotel.property.name = "Seaside Resort";
    hotel.property.timeZone = "Europe/Lisbon";
    hotel.property.currency = *parseCurrency("EUR");
    hotel.property.businessDate = demoDate();
    return hotel;
}

template <typename T>
void putInto(std::vector<T> &all, const T &one)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const T &other) { return other.id == one.id; });
    if (found == all.end())
        all.push_back(one);
    else
        *found = one;
}

} // namespace

const Offering *HotelAvailability::offering(const OfferingId &id) const
{
    const auto found = std::find_if(m_hotel.offerings.begin(), m_hotel.offerings.end(),
                                    [&](const Offering &o) { return o.id == id; });
    return found == m_hotel.offerings.end() ? nullptr : &*found;
}

const Unit *HotelAvailability::unit(const UnitId &id) const
{
    const auto found =
        std::find_if(m_hotel.units.begin(), m_hotel.units.end(), [&](const Unit &u) { return u.id == id; });
    return found == m_hotel.units.end() ? nullptr : &*found;
}

int HotelAvailability::free(const OfferingId &id, Date slot) const
{
    const Offering *of = offering(id);
    int left = of ? of->capacity : 0;
    const Date today = m_hotel.property.businessDate;
    const bool isOnce = of && of->workflow.slotKind == SlotKind::Once;
    for (const auto &[key, reservation] : m_hotel.reservations) {
        if (reservation.offering == id && reservation.holdsStock &&
            (isOnce || reservation.stay.contains(slot) || (slot == today && isOverstay(reservation, today))))
            left -= reservation.quantity;
    }
    return left;
}

bool HotelAvailability::isUnitFree(const UnitId &unit, const Stay &stay, const ReservationId &except) const
{
    return std::none_of(m_hotel.reservations.begin(), m_hotel.reservations.end(), [&](const auto &entry) {
        const Reservation &other = entry.second;
        const auto held = unitNights(other);
        const Date today = m_hotel.property.businessDate;
        return other.id != except && other.holdsStock &&
               (std::any_of(held.begin(), held.end(),
                            [&](const UnitNights &each) {
                                return each.unit == unit && each.nights.overlaps(stay);
                            }) ||
                (other.unit == unit && isOverstay(other, today) && stay.contains(today)));
    });
}

std::optional<ReservationId> HotelAvailability::occupant(const UnitId &unit,
                                                         const ReservationId &except) const
{
    for (const auto &[id, other] : m_hotel.reservations) {
        const auto present = presentUnit(other, m_hotel.property.businessDate);
        if (id != except && present && present->unit == unit && other.workflow.slotKind == SlotKind::PerNight)
            return id;
    }
    return std::nullopt;
}

std::optional<UnitId> HotelAvailability::anyFreeUnit(const OfferingId &offering, const Stay &stay) const
{
    for (const Unit &unit : m_hotel.units) {
        if (unit.offering == offering && unit.sale == SaleState::Open && isUnitFree(unit.id, stay, {}))
            return unit.id;
    }
    return std::nullopt;
}

std::optional<UnitId> HotelAvailability::leastUsedUnit(const OfferingId &offering) const
{
    std::optional<UnitId> best;
    std::ptrdiff_t fewest = 0;
    for (const Unit &unit : m_hotel.units) {
        if (unit.offering != offering || unit.sale != SaleState::Open)
            continue;
        const auto used = std::count_if(m_hotel.reservations.begin(), m_hotel.reservations.end(),
                                        [&](const auto &entry) { return entry.second.unit == unit.id; });
        if (!best || used < fewest)
            best = unit.id;
        fewest = best == unit.id ? used : fewest;
    }
    return best;
}

int HotelAvailability::mostTaken(const OfferingId &id) const
{
    const Offering *of = offering(id);
    if (!of)
        return 0;
    int most = of->capacity - free(id, demoDate());
    if (of->workflow.slotKind == SlotKind::PerNight) {
        for (int day = 0; day < 60; ++day)
            most = std::max(most, of->capacity - free(id, demoDate() + Days{day}));
    }
    return most;
}

bool HotelAvailability::isUnitInUse(const UnitId &unit) const
{
    return std::any_of(m_hotel.reservations.begin(), m_hotel.reservations.end(), [&](const auto &entry) {
        return entry.second.unit == unit && entry.second.holdsStock && !isFinal(entry.second.state);
    });
}

bool HotelAvailability::isOfferingInUse(const OfferingId &id) const
{
    return std::any_of(
               m_hotel.units.begin(), m_hotel.units.end(),
               [&](const Unit &unit) { return unit.offering == id && unit.sale != SaleState::Removed; }) ||
           std::any_of(m_hotel.reservations.begin(), m_hotel.reservations.end(), [&](const auto &entry) {
               return entry.second.offering == id && !isFinal(entry.second.state);
           });
}

bool HotelAvailability::isRoomNamed(std::string_view wanted, const UnitId &except) const
{
    return std::any_of(m_hotel.units.begin(), m_hotel.units.end(), [&](const Unit &unit) {
        return unit.id != except && isRoomCalled(unit, offering(unit.offering), wanted);
    });
}

const Reservation *HotelAvailability::reservation(const ReservationId &id) const
{
    const auto found = m_hotel.reservations.find(id);
    return found == m_hotel.reservations.end() ? nullptr : &found->second;
}

void put(DemoHotel &hotel, const Row &after)
{
    if (const auto *property = std::get_if<Property>(&after))
        hotel.property = *property;
    else if (const auto *offering = std::get_if<Offering>(&after))
        putInto(hotel.offerings, *offering);
    else if (const auto *unit = std::get_if<Unit>(&after))
        putInto(hotel.units, *unit);
    else
        hotel.reservations[std::get<Reservation>(after).id] = std::get<Reservation>(after);
}

Expected<Decision> carryOut(DemoHotel &hotel, const CommandArgs &args, const Actor &actor, Instant at)
{
    const HotelAvailability world(hotel);
    auto decision =
        decide(world, args, {at, actor, hotel.property.businessDate, world, hotel.property.isClosed});
    if (decision) {
        for (const Row &after : decision->after)
            put(hotel, after);
    }
    return decision;
}

Date demoDate()
{
    return *parseDate("2016-08-12");
}

Instant demoNow()
{
    return noonOf(demoDate()) + std::chrono::minutes{65};
}

DemoHotel makeDemoHotel(std::uint32_t seed)
{
    DemoHotel hotel = makeProperty();
    int order = 0;
    for (const Type &type : types)
        addRooms(hotel, type, order++);
    Maker maker(hotel, seed);
    const std::vector<Unit> units = hotel.units;
    for (const Unit &unit : units) {
        Date at = demoDate() - Days{9 + maker.below(5)};
        while (at < demoDate() + Days{45}) {
            const Stay stay{at, at + Days{1 + maker.below(6)}};
            if (maker.below(10) < 8)
                maker.book(unit, stay);
            at = stay.departure + Days{maker.below(3)};
        }
    }
    for (int i = 0; i < 24; ++i) {
        const Date arrival = demoDate() + Days{maker.below(20)};
        maker.request(hotel.offerings[static_cast<std::size_t>(i) % hotel.offerings.size()],
                      {arrival, arrival + Days{1 + maker.below(4)}});
    }
    return hotel;
}

DemoHotel makeEmptyHotel()
{
    DemoHotel hotel = makeProperty();
    addRooms(hotel, {"STD", "Standard", 2, 9800, workflows::payAtHotel}, 0);
    return hotel;
}

} // namespace deskbell::testing
