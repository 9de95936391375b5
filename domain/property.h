#pragma once

// The setup of a property: the property itself, its offerings and its units.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/describe.h"
#include "domain/money.h"
#include "domain/names.h"
#include "domain/time.h"
#include "domain/uuid.h"
#include "domain/workflow.h"

namespace deskbell {

/// Whether something that is set up can be had.
enum class SaleState {
    Open,
    Closed,  ///< nothing more of it is sold or assigned; what is reserved stays
    Removed, ///< in no list any more; kept for what once referred to it
};
template <>
inline constexpr std::array<std::string_view, 3> namesOf<SaleState>{"open", "closed", "removed"};
static_assert(isLast(SaleState::Removed));

struct Property
{
    static constexpr std::string_view entityName = "property";

    PropertyId id{};
    std::uint32_t version = 0;
    std::string name;
    std::string timeZone; ///< IANA name, "Europe/Lisbon"
    Currency currency{};
    Date businessDate{}; ///< moved by AdvanceBusinessDate, not by a clock
    /// Clerks confirm what they have taken themselves, a walk-in above all.
    bool clerksConfirm = false;
    /// Takes no new reservations; those that are there are carried through.
    bool isClosed = false;

    friend bool operator==(const Property &, const Property &) = default;
};

void describe(auto &visit, Of<Property> auto &property)
{
    visit("id", property.id);
    visit("version", property.version);
    visit("name", property.name);
    visit("timeZone", property.timeZone);
    visit("currency", property.currency);
    visit("businessDate", property.businessDate);
    visit.maybe("clerksConfirm", property.clerksConfirm);
    visit.maybe("isClosed", property.isClosed);
}

struct Offering
{
    static constexpr std::string_view entityName = "offering";

    OfferingId id{};
    std::uint32_t version = 0;
    std::string code; ///< "A", "DLX"
    std::string name;
    Workflow workflow = workflows::onRequest; ///< for reservations made from now on
    int capacity = 0;                         ///< stock per slot; for rooms the number of its units
    std::int64_t basePrice = 0;               ///< minor units a night, what the desk proposes
    int maxGuests = 2;
    int order = 0; ///< on the board, from the top
    /// A performance: when it begins, by the property's clocks. It is reserved for that date only.
    std::optional<LocalMinute> startsAt;
    SaleState sale = SaleState::Open;

    friend bool operator==(const Offering &, const Offering &) = default;
};

void describe(auto &visit, Of<Offering> auto &offering)
{
    visit("id", offering.id);
    visit("version", offering.version);
    visit("code", offering.code);
    visit("name", offering.name);
    visit("workflow", offering.workflow);
    visit("capacity", offering.capacity);
    visit("basePrice", offering.basePrice);
    visit("maxGuests", offering.maxGuests);
    visit("order", offering.order);
    visit.maybe("startsAt", offering.startsAt);
    visit.maybe("sale", offering.sale);
}

/// New reservations of it are taken.
inline bool isOnSale(const Offering &offering, const Property &property)
{
    return !property.isClosed && offering.sale == SaleState::Open;
}

struct Unit
{
    static constexpr std::string_view entityName = "unit";

    UnitId id{};
    std::uint32_t version = 0;
    OfferingId offering{};
    std::string name; ///< "301"
    int floor = 0;
    int order = 0;
    SaleState sale = SaleState::Open;

    friend bool operator==(const Unit &, const Unit &) = default;
};

void describe(auto &visit, Of<Unit> auto &unit)
{
    visit("id", unit.id);
    visit("version", unit.version);
    visit("offering", unit.offering);
    visit("name", unit.name);
    visit("floor", unit.floor);
    visit("order", unit.order);
    visit.maybe("sale", unit.sale);
}

} // namespace deskbell
