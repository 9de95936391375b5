#pragma once

// Commands about the property and its setup. Each is a plain struct with its descriptor; see
// commandspec.h.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/command/commandspec.h"
#include "domain/property.h"

namespace deskbell {

/// The night audit: the property's business date moves by one day.
struct AdvanceBusinessDate
{
    static constexpr CommandSpec spec{"advance-business-date", Givers::atLeast(Role::Manager)};

    Date to{};
    friend bool operator==(const AdvanceBusinessDate &, const AdvanceBusinessDate &) = default;
};

void describe(auto &visit, Of<AdvanceBusinessDate> auto &args)
{
    visit("to", args.to);
}

/// For reservations made from then on. Without terms those of the preset.
struct ChangeWorkflow
{
    static constexpr CommandSpec spec{"change-workflow", Givers::atLeast(Role::Admin)};

    OfferingId offering{};
    std::string workflow;
    std::optional<WorkflowTerms> terms{};
    friend bool operator==(const ChangeWorkflow &, const ChangeWorkflow &) = default;
};

void describe(auto &visit, Of<ChangeWorkflow> auto &args)
{
    visit("offering", args.offering);
    visit("workflow", args.workflow);
    visit.maybe("terms", args.terms);
}

/// Sets up what can be reserved, or changes it. What is reserved already keeps its workflow and price;
/// of what is sold nothing can be taken away. With `startsAt` it is a performance.
struct PutOffering
{
    static constexpr CommandSpec spec{"put-offering", Givers::atLeast(Role::Manager)};

    OfferingId offering{};
    std::string code;
    std::string name;
    std::string workflow;
    int capacity = 0;
    std::int64_t basePrice = 0;
    int maxGuests = 1;
    int order = 0;
    std::optional<LocalMinute> startsAt;
    std::optional<SaleState> sale{}; ///< none: as it is
    /// An admin's. None: as they are, or the preset's of another workflow than before.
    std::optional<WorkflowTerms> terms{};
    friend bool operator==(const PutOffering &, const PutOffering &) = default;
};

void describe(auto &visit, Of<PutOffering> auto &args)
{
    visit("offering", args.offering);
    visit("code", args.code);
    visit("name", args.name);
    visit("workflow", args.workflow);
    visit("capacity", args.capacity);
    visit("basePrice", args.basePrice);
    visit("maxGuests", args.maxGuests);
    visit("order", args.order);
    visit.maybe("startsAt", args.startsAt);
    visit.maybe("sale", args.sale);
    visit.maybe("terms", args.terms);
}

/// Sets up a room or a branch, or changes it.
struct PutUnit
{
    static constexpr CommandSpec spec{"put-unit", Givers::atLeast(Role::Admin)};

    UnitId unit{};
    OfferingId offering{};
    std::string name;
    int floor = 0;
    int order = 0;
    std::optional<SaleState> sale{}; ///< none: as it is
    friend bool operator==(const PutUnit &, const PutUnit &) = default;
};

void describe(auto &visit, Of<PutUnit> auto &args)
{
    visit("unit", args.unit);
    visit("offering", args.offering);
    visit("name", args.name);
    visit("floor", args.floor);
    visit("order", args.order);
    visit.maybe("sale", args.sale);
}

/// Corrects what a property is called and where it is, and sets its rules.
struct PutProperty
{
    static constexpr CommandSpec spec{"put-property", Givers::atLeast(Role::Admin)};

    std::string name;
    std::string timeZone; ///< IANA name
    bool clerksConfirm = false;
    std::optional<bool> isClosed{}; ///< none: as it is
    friend bool operator==(const PutProperty &, const PutProperty &) = default;
};

void describe(auto &visit, Of<PutProperty> auto &args)
{
    visit("name", args.name);
    visit("timeZone", args.timeZone);
    visit.maybe("clerksConfirm", args.clerksConfirm);
    visit.maybe("isClosed", args.isClosed);
}

} // namespace deskbell
