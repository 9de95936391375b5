#include "server/import/workload.h"

#include <algorithm>
#include <map>

#include "protocol/json.h"
#include "server/import/csvrecords.h"
#include "server/import/hotelbuilder.h"

namespace deskbell::server {
namespace {

namespace json = boost::json;

/// Calls `take` with each line's object; a throw of Boost.JSON for a wrong type becomes the error.
template <typename Take>
Expected<void> eachLine(const std::filesystem::path &file, Take take)
{
    const auto text = readFile(file);
    if (!text)
        return tl::unexpected(text.error());
    std::size_t number = 0;
    for (std::size_t at = 0; at < text->size();) {
        const std::size_t end = std::min(text->find('\n', at), text->size());
        ++number;
        const auto bad = [&](std::string reason) {
            return failure(
                "bad-workload",
                {{"file", file.string()}, {"line", std::to_string(number)}, {"reason", std::move(reason)}});
        };
        const auto value = protocol::parseJson(std::string_view(*text).substr(at, end - at));
        if (!value)
            return bad(value.error().code);
        try {
            take(value->as_object());
        } catch (const std::exception &wrong) {
            return bad(wrong.what());
        }
        at = end + 1;
    }
    return {};
}

std::string text(const json::object &object, std::string_view name)
{
    return std::string(object.at(name).as_string());
}

std::int64_t number(const json::object &object, std::string_view name)
{
    return object.at(name).to_number<std::int64_t>();
}

Date date(const json::object &object, std::string_view name)
{
    return parseDate(text(object, name)).value();
}

Instant instant(const json::object &object, std::string_view name)
{
    return parseInstant(text(object, name)).value();
}

struct Ids
{
    PropertyId property{};

    Uuid of(std::string_view kind, std::int64_t number) const
    {
        return makeNamedUuid(property.value, std::string(kind) + std::to_string(number));
    }
};

ReservationState stateOf(const std::string &name)
{
    using enum ReservationState;
    static const std::map<std::string, ReservationState> states{
        {"confirmed", Confirmed}, {"guaranteed", Confirmed}, {"option", Requested},
        {"in_house", InHouse},    {"departed", Departed},    {"no_show", NoShow}};
    return states.at(name);
}

Reservation reservationOf(const json::object &object, const Ids &ids, Currency currency)
{
    Reservation reservation;
    const std::int64_t number_ = number(object, "id");
    reservation.id = ReservationId{ids.of("reservation", number_)};
    reservation.version = 1;
    reservation.offering = OfferingId{ids.of("offering", number(object, "type_id"))};
    reservation.workflow = workflows::payAtHotel;
    reservation.stay = {date(object, "check_in"), date(object, "check_out")};
    reservation.guest.name = text(object, "guest");
    reservation.guest.phone = text(object, "phone");
    reservation.guest.email = text(object, "email");
    reservation.guest.country = text(object, "country");
    reservation.guest.language = reservation.guest.country == "KR" ? "ko" : "en";
    reservation.adults = static_cast<int>(number(object, "adults"));
    reservation.children = static_cast<int>(number(object, "children"));
    reservation.currency = currency;
    const int nights = std::max(reservation.stay.nights(), 1);
    reservation.nightlyPrices.assign(static_cast<std::size_t>(nights), number(object, "total") / nights);
    reservation.state = stateOf(text(object, "state"));
    reservation.isApproved = reservation.state != ReservationState::Requested;
    const UnitId unit{ids.of("unit", number(object, "room_id"))};
    if (reservation.state == ReservationState::Requested) {
        reservation.wish = unit;
    } else if (reservation.state != ReservationState::NoShow) {
        reservation.holdsStock = true;
        reservation.unit = unit;
    }
    reservation.channel = text(object, "channel");
    reservation.note = text(object, "note");
    const Instant made = instant(object, "created_at");
    if (const std::int64_t paid = number(object, "paid"); paid > 0) {
        Payment payment;
        payment.id = PaymentId{makeNamedUuid(reservation.id.value, "payment")};
        payment.method = PaymentMethod::Transfer;
        payment.amount = {paid, currency};
        payment.state = PaymentState::Taken;
        payment.at = made;
        reservation.payments.push_back(payment);
    }
    reservation.history.push_back({made, "import", "reservation-requested", {}});
    return reservation;
}

} // namespace

Expected<Workload> readWorkload(const std::filesystem::path &folder, const std::string &propertyName)
{
    const Currency won{{'K', 'R', 'W'}};
    Workload workload;
    workload.property = propertyIdOf(propertyName);
    const Ids ids{workload.property};
    std::map<std::int64_t, int> rooms;
    std::vector<protocol::Row> units;

    Property property{workload.property, 1, propertyName, "Asia/Seoul", won, {}};
    const auto metaText = readFile(folder / "meta.json");
    const auto meta = metaText ? protocol::parseJson(*metaText) : tl::unexpected(metaText.error());
    if (!meta)
        return tl::unexpected(meta.error());
    const json::string *today = meta->is_object() && meta->get_object().contains("today")
                                    ? meta->get_object().at("today").if_string()
                                    : nullptr;
    const auto businessDate = today ? parseDate({today->data(), today->size()}) : failure("bad-date");
    if (!businessDate)
        return failure("bad-workload", {{"file", (folder / "meta.json").string()}, {"reason", "today"}});
    property.businessDate = *businessDate;
    workload.rows.emplace_back(property);

    auto read = eachLine(folder / "rooms.jsonl", [&](const json::object &room) {
        const std::int64_t type = number(room, "type_id");
        Unit unit{UnitId{ids.of("unit", number(room, "id"))}, 1,
                  OfferingId{ids.of("offering", type)},       text(room, "no"),
                  static_cast<int>(number(room, "floor")),    rooms[type]++};
        units.emplace_back(unit);
    });
    if (read)
        read = eachLine(folder / "types.jsonl", [&](const json::object &type) {
            const std::int64_t id = number(type, "id");
            Offering offering{OfferingId{ids.of("offering", id)},
                              1,
                              text(type, "code"),
                              text(type, "name"),
                              workflows::onRequest,
                              rooms[id],
                              number(type, "base_rate"),
                              static_cast<int>(number(type, "max_guests")),
                              static_cast<int>(id)};
            workload.rows.emplace_back(offering);
        });
    workload.rows.insert(workload.rows.end(), units.begin(), units.end());
    if (read)
        read = eachLine(folder / "reservations.jsonl", [&](const json::object &reservation) {
            workload.rows.emplace_back(reservationOf(reservation, ids, won));
        });
    if (!read)
        return tl::unexpected(read.error());
    return workload;
}

} // namespace deskbell::server
