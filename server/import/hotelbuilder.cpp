#include "server/import/hotelbuilder.h"

#include <algorithm>
#include <map>

#include "domain/decide.h"
#include "server/import/guestnames.h"
#include "server/import/roomplan.h"
#include "server/import/standing.h"

namespace deskbell::server {
namespace {

using enum ReservationState;

/// Names of ids made from names outside: RFC 9562 §5.8 space of this importer.
constexpr Uuid importSpace{
    {0x0d, 0xe5, 0xb3, 0x11, 0x00, 0x00, 0x80, 0x00, 0x80, 0x00, 0x69, 0x6d, 0x70, 0x6f, 0x72, 0x74}};
constexpr int roomsPerFloor = 20;
/// Whoever booked in the last days before stands in the queue to be assigned.
constexpr Days stillToAssign{3};

const Actor importer{{}, "import", Role::System};

/// One room type on its way to become an offering and its units.
struct Type
{
    OfferingId offering{};
    std::vector<Standing> live;
    std::vector<std::int64_t> rates;
    int maxGuests = 2;
    std::vector<UnitId> units;
    std::vector<int> plan; ///< room of each live one
};

std::string roomName(int index)
{
    const int number = index % roomsPerFloor + 1;
    return std::to_string(index / roomsPerFloor + 1) + (number < 10 ? "0" : "") + std::to_string(number);
}

std::int64_t median(std::vector<std::int64_t> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// A plausible moment of a day, always the same for the same n.
Instant momentOf(Date day, int hour, std::uint64_t n)
{
    const auto minutes = std::chrono::minutes{hour * 60 + static_cast<int>(mixed(n) % 180)};
    return Instant{day.time_since_epoch() + minutes};
}

class Builder
{
public:
    Builder(const std::vector<Booking> &bookings, const HotelOptions &options)
        : m_options(options), m_day(options.asOf.value_or(lastDay(bookings)))
    {
        m_hotel.property = propertyIdOf(options.name);
        for (const Booking &booking : bookings)
            stand(booking);
    }

    Hotel build()
    {
        addProperty();
        addOfferingsAndUnits();
        for (auto &[code, type] : m_types) {
            for (std::size_t i = 0; i < type.live.size(); ++i)
                addReservation(type, type.live[i], roomFor(type, i));
        }
        for (const Standing &standing : m_ended)
            addReservation(m_types[standing.type()], standing, std::nullopt);
        return std::move(m_hotel);
    }

private:
    void stand(const Booking &booking)
    {
        const auto state = standingOf(booking, m_day);
        if (!state) {
            m_hotel.bookedLater.push_back(booking.line);
            return;
        }
        const Standing standing{&booking, *state};
        Type &type = m_types[standing.type()];
        type.rates.push_back(booking.rate);
        type.maxGuests = std::max(type.maxGuests, std::min(booking.adults + booking.children, 12));
        if (standing.isLive())
            type.live.push_back(standing);
        else
            m_ended.push_back(standing);
    }

    void addProperty()
    {
        Property property;
        property.id = m_hotel.property;
        property.version = 1;
        property.name = m_options.name;
        property.timeZone = m_options.timeZone;
        property.currency = m_options.currency;
        property.businessDate = m_day;
        m_hotel.rows.emplace_back(property);
    }

    void addOfferingsAndUnits()
    {
        int order = 0;
        int room = 0;
        for (auto &[code, type] : m_types) {
            type.offering = OfferingId{named("offering", code)};
            std::vector<Stay> stays;
            for (const Standing &standing : type.live)
                stays.push_back(standing.booking->stay);
            type.plan = planRooms(stays);
            const int rooms =
                type.plan.empty() ? 1 : *std::max_element(type.plan.begin(), type.plan.end()) + 1;

            Offering offering;
            offering.id = type.offering;
            offering.version = 1;
            offering.code = code;
            offering.name = "Room type " + code;
            offering.workflow = workflows::onRequest;
            offering.capacity = rooms;
            offering.basePrice = median(type.rates);
            offering.maxGuests = type.maxGuests;
            offering.order = order++;
            m_hotel.rows.emplace_back(offering);
            for (int i = 0; i < rooms; ++i, ++room)
                type.units.push_back(addUnit(type.offering, room));
        }
    }

    UnitId addUnit(const OfferingId &offering, int index)
    {
        Unit unit;
        unit.name = roomName(index);
        unit.id = UnitId{named("unit", unit.name)};
        unit.version = 1;
        unit.offering = offering;
        unit.floor = index / roomsPerFloor + 1;
        unit.order = index;
        m_hotel.rows.emplace_back(unit);
        return unit.id;
    }

    std::optional<UnitId> roomFor(const Type &type, std::size_t i) const
    {
        const Standing &standing = type.live[i];
        const bool isThere = standing.state == InHouse || standing.state == Departed;
        const bool isAssigned =
            standing.state == Confirmed && standing.booking->bookedOn + stillToAssign < m_day;
        if (!isThere && !isAssigned)
            return std::nullopt;
        return type.units[static_cast<std::size_t>(type.plan[i])];
    }

    void addReservation(const Type &type, const Standing &standing, std::optional<UnitId> unit)
    {
        const Booking &booking = *standing.booking;
        // Equal rows are different bookings: they are told apart by how many came before.
        const int occurrence = m_occurrences[booking.key]++;
        Reservation reservation;
        reservation.id = ReservationId{named("reservation", booking.key + std::to_string(occurrence))};
        reservation.version = 1;
        reservation.offering = type.offering;
        reservation.workflow = booking.isNonRefundable ? workflows::prepaid : workflows::payAtHotel;
        reservation.stay = booking.stay;
        const std::uint64_t n = std::hash<ReservationId>{}(reservation.id);
        reservation.guest = inventGuest(booking.country, m_options.seed, n);
        reservation.adults = booking.adults;
        reservation.children = booking.children;
        reservation.currency = m_options.currency;
        reservation.nightlyPrices.assign(static_cast<std::size_t>(std::max(booking.stay.nights(), 1)),
                                         booking.rate);
        reservation.channel = booking.channel;
        reservation.note = noteOf(booking);
        reservation.state = standing.state;
        reservation.isApproved = standing.state != Requested && standing.state != AwaitingConfirmation;
        reservation.holdsStock = standing.isLive() && (reservation.isApproved ||
                                                       reservation.workflow.stock == StockTiming::AtRequest);
        reservation.unit = unit;
        addPayments(reservation, n);
        addHistory(reservation, booking, n);
        m_hotel.reservations.emplace_back(booking.line, reservation.id);
        m_hotel.rows.emplace_back(std::move(reservation));
    }

    static std::string noteOf(const Booking &booking)
    {
        std::string note = booking.meal;
        if (booking.specialRequests > 0)
            note += (note.empty() ? "" : ", ") + std::to_string(booking.specialRequests) +
                    (booking.specialRequests == 1 ? " special request" : " special requests");
        return note;
    }

    /// Paid in advance where the booking said so, in full by who has left, and half by a third of
    /// those in house.
    void addPayments(Reservation &reservation, std::uint64_t n) const
    {
        Money amount = totalPrice(reservation);
        const bool isPrepaid = reservation.workflow.payment == PaymentTiming::AtRequest;
        if (!isPrepaid && reservation.state != Departed) {
            if (reservation.state != InHouse || mixed(n + 1) % 3 != 0)
                return;
            amount.minor /= 2;
        }
        if (amount.minor <= 0)
            return;
        Payment payment;
        payment.id = PaymentId{makeNamedUuid(reservation.id.value, "payment")};
        payment.method = isPrepaid || mixed(n + 2) % 2 == 0 ? PaymentMethod::Transfer : PaymentMethod::Cash;
        payment.amount = amount;
        payment.state = PaymentState::Taken;
        reservation.payments.push_back(payment);
    }

    void addHistory(Reservation &reservation, const Booking &booking, std::uint64_t n) const
    {
        auto add = [&](Instant at, const Event &event, std::string detail = {}) {
            reservation.history.push_back({at, importer.name, eventName(event), std::move(detail)});
        };
        const Instant made = momentOf(booking.bookedOn, 9, n);
        add(made, ReservationRequested{});
        const bool isPrepaid = reservation.workflow.payment == PaymentTiming::AtRequest;
        const bool isGone = reservation.state == Departed;
        const Instant arrived = momentOf(booking.stay.arrival, 14, n);
        const Instant left = momentOf(booking.stay.departure, 8, n);
        const auto pay = [&](Instant at) {
            for (Payment &payment : reservation.payments) {
                payment.at = at;
                add(at, PaymentMoved{payment.id, PaymentState::Taken, {}}, toString(payment.amount));
            }
        };
        if (isPrepaid)
            pay(made + std::chrono::minutes{2});
        if (reservation.isApproved)
            add(made + std::chrono::minutes{20}, ReservationConfirmed{});
        if (reservation.state == InHouse || isGone)
            add(arrived, GuestCheckedIn{});
        if (!isPrepaid)
            pay(isGone ? left : arrived + std::chrono::minutes{3});
        if (isGone)
            add(left + std::chrono::minutes{2}, GuestCheckedOut{});
        if (reservation.state == Cancelled)
            add(momentOf(booking.endedOn, 11, n), ReservationCancelled{});
        if (reservation.state == NoShow)
            add(momentOf(booking.stay.arrival, 21, n), GuestDidNotShow{});
    }

    Uuid named(std::string_view kind, const std::string &name) const
    {
        return makeNamedUuid(m_hotel.property.value, std::string(kind) + ':' + name);
    }

    const HotelOptions &m_options;
    Date m_day;
    Hotel m_hotel;
    std::map<std::string, Type> m_types;
    std::vector<Standing> m_ended;
    std::map<std::string, int> m_occurrences;
};

} // namespace

PropertyId propertyIdOf(const std::string &name)
{
    return PropertyId{makeNamedUuid(importSpace, "property:" + name)};
}

Date lastDay(const std::vector<Booking> &bookings)
{
    Date last{};
    for (const Booking &booking : bookings)
        last = std::max({last, booking.stay.departure, booking.endedOn});
    return last;
}

Hotel buildHotel(const std::vector<Booking> &bookings, const HotelOptions &options)
{
    return Builder(bookings, options).build();
}

} // namespace deskbell::server
