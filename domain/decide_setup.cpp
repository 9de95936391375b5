// What is set up rather than reserved: the business date, workflows, offerings, units.

#include "domain/draft.h"
#include "domain/text.h"

namespace deskbell {
namespace {

Expected<void> checkName(std::string_view field, std::string_view text)
{
    if (isBlank(text))
        return refuse(refusal::nameMissing, {{"field", std::string(field)}});
    return checkText(field, text, maxName);
}

Expected<void> checkNumber(std::string_view field, std::int64_t value, std::int64_t least, std::int64_t most)
{
    if (value < least || value > most)
        return refuse(refusal::badNumber, {{"field", std::string(field)}, {"value", std::to_string(value)}});
    return {};
}

/// Admins set up everything; managers register performances and their seats, and leave the procedure
/// of one that is there as it is.
Expected<void> checkWhoPuts(const PutOffering &command, const Offering *known, Role role)
{
    if (auto allowed = checkRole(role, typeOf<PutOffering>()); !allowed)
        return allowed;
    const bool isPerformance = command.startsAt && (!known || known->startsAt);
    const bool isSameWorkflow = !known || known->workflow.name == command.workflow;
    const bool hasSameTerms = !command.terms || (known && termsOf(known->workflow) == command.terms);
    if (role != Role::Admin && !(isPerformance && isSameWorkflow && hasSameTerms))
        return refuse(refusal::roleNotAllowed, {{"role", std::string(toString(role))},
                                                {"command", std::string(toString(typeOf<PutOffering>()))}});
    return {};
}

/// The workflow of that name, of a known offering as it has it, with those terms.
Expected<Workflow> workflowFor(const Offering *known, const std::string &name,
                               const std::optional<WorkflowTerms> &terms)
{
    // A preset of a newer version is known by what has it.
    const auto preset = workflowNamed(name);
    const bool isKept = known && known->workflow.name == name;
    if (!preset && !isKept)
        return refuse(refusal::unknownWorkflow, {{"workflow", name}});
    const Workflow workflow = isKept ? known->workflow : *preset;
    if (!terms)
        return workflow;
    const int most = hasTimeToPay(workflow) ? mostPayWithinMinutes : 0;
    return checkNumber("payWithinMinutes", terms->payWithinMinutes, 0, most).map([&] {
        return withTerms(workflow, *terms);
    });
}

Expected<void> checkOffering(const PutOffering &command)
{
    return checkName("code", command.code)
        .and_then([&] { return checkName("name", command.name); })
        .and_then([&] { return checkNumber("capacity", command.capacity, 0, maxCapacity); })
        .and_then([&] { return checkNumber("basePrice", command.basePrice, 0, maxMinor); })
        .and_then([&] { return checkNumber("maxGuests", command.maxGuests, 1, maxCapacity); });
}

/// A performance keeps its date once somebody has reserved it; stock never goes below what is sold.
Expected<void> checkSold(const PutOffering &command, const Offering &known, const Context &context)
{
    const int sold = context.availability.mostTaken(command.offering);
    if (command.capacity < sold)
        return refuse(refusal::lessThanSold, {{"offering", toString(command.offering)},
                                              {"capacity", std::to_string(command.capacity)},
                                              {"sold", std::to_string(sold)}});
    const auto dateOf = [](const std::optional<LocalMinute> &minute) {
        return minute ? std::optional(std::chrono::floor<Days>(*minute)) : std::nullopt;
    };
    if (sold > 0 && dateOf(command.startsAt) != dateOf(known.startsAt))
        return refuse(refusal::notThen,
                      {{"offering", toString(command.offering)},
                       {"startsAt", known.startsAt ? toString(*known.startsAt) : std::string()}});
    return {};
}

} // namespace

bool isRoomCalled(const Unit &unit, const Offering *offering, std::string_view comparableName)
{
    return unit.sale != SaleState::Removed && offering && offering->workflow.slotKind == SlotKind::PerNight &&
           comparable(unit.name) == comparableName;
}

Expected<Property> decide(const Property &property, const AdvanceBusinessDate &command,
                          const Context &context)
{
    if (auto allowed = checkRole(context.actor.role, typeOf<AdvanceBusinessDate>()); !allowed)
        return tl::unexpected(allowed.error());
    if (command.to != property.businessDate + Days{1})
        return refuse(refusal::badBusinessDate,
                      {{"businessDate", toString(property.businessDate)}, {"to", toString(command.to)}});
    Property after = property;
    after.businessDate = command.to;
    return after;
}

Expected<Property> decide(const Property &property, const PutProperty &command, const Context &context)
{
    if (auto allowed = checkRole(context.actor.role, typeOf<PutProperty>()); !allowed)
        return tl::unexpected(allowed.error());
    if (auto name = checkName("name", command.name); !name)
        return tl::unexpected(name.error());
    if (auto zone = checkName("timeZone", command.timeZone); !zone)
        return tl::unexpected(zone.error());
    Property after = property;
    after.name = composed(command.name);
    after.timeZone = command.timeZone;
    after.clerksConfirm = command.clerksConfirm;
    after.isClosed = command.isClosed.value_or(property.isClosed);
    return after;
}

Expected<Offering> decide(const ChangeWorkflow &command, const Context &context)
{
    if (auto allowed = checkRole(context.actor.role, typeOf<ChangeWorkflow>()); !allowed)
        return tl::unexpected(allowed.error());
    const Offering *offering = context.availability.offering(command.offering);
    if (!offering)
        return refuse(refusal::unknownOffering, {{"offering", toString(command.offering)}});
    // Without terms it is the preset as it is.
    const auto workflow = workflowFor(command.terms ? offering : nullptr, command.workflow, command.terms);
    if (!workflow)
        return tl::unexpected(workflow.error());
    if (workflow->slotKind != offering->workflow.slotKind)
        return refuse(refusal::otherSlots, {{"offering", toString(command.offering)}});
    Offering after = *offering;
    after.workflow = *workflow;
    return after;
}

Expected<Offering> decide(const PutOffering &command, const Context &context)
{
    const Offering *known = context.availability.offering(command.offering);
    if (auto allowed = checkWhoPuts(command, known, context.actor.role); !allowed)
        return tl::unexpected(allowed.error());
    if (command.offering.isNull())
        return refuse(refusal::unknownOffering, {{"offering", toString(command.offering)}});
    if (auto checked = checkOffering(command); !checked)
        return tl::unexpected(checked.error());
    const auto workflow = workflowFor(known, command.workflow, command.terms);
    if (!workflow)
        return tl::unexpected(workflow.error());
    // Nights are not performances, and what is counted one way cannot be counted the other from now on.
    if ((command.startsAt && workflow->slotKind != SlotKind::Once) ||
        (known && known->workflow.slotKind != workflow->slotKind))
        return refuse(refusal::otherSlots, {{"offering", toString(command.offering)}});
    if (known) {
        if (auto sold = checkSold(command, *known, context); !sold)
            return tl::unexpected(sold.error());
    }
    const SaleState sale = command.sale.value_or(known ? known->sale : SaleState::Open);
    if (known && sale == SaleState::Removed && context.availability.isOfferingInUse(command.offering))
        return refuse(refusal::offeringInUse, {{"offering", toString(command.offering)}});
    Offering after = known ? *known : Offering{};
    after.id = command.offering;
    after.code = command.code;
    after.name = command.name;
    after.workflow = *workflow;
    after.capacity = command.capacity;
    after.basePrice = command.basePrice;
    after.maxGuests = command.maxGuests;
    after.order = command.order;
    after.startsAt = command.startsAt;
    after.sale = sale;
    return after;
}

Expected<Unit> decide(const PutUnit &command, const Context &context)
{
    if (auto allowed = checkRole(context.actor.role, typeOf<PutUnit>()); !allowed)
        return tl::unexpected(allowed.error());
    if (command.unit.isNull())
        return refuse(refusal::unknownUnit, {{"unit", toString(command.unit)}});
    const Offering *offering = context.availability.offering(command.offering);
    const Unit *known = context.availability.unit(command.unit);
    const SaleState sale = command.sale.value_or(known ? known->sale : SaleState::Open);
    const bool isThere = sale != SaleState::Removed;
    if (!offering || (isThere && offering->sale == SaleState::Removed))
        return refuse(refusal::unknownOffering, {{"offering", toString(command.offering)}});
    if (auto name = checkName("name", command.name); !name)
        return tl::unexpected(name.error());
    if (offering->workflow.unit == UnitTiming::None)
        return refuse(refusal::unitNotUsed, {{"workflow", std::string(offering->workflow.name)}});
    const bool isTakenAway = known && (known->offering != command.offering || !isThere);
    if (isTakenAway && context.availability.isUnitInUse(command.unit))
        return refuse(refusal::unitInUse, {{"unit", toString(command.unit)}});
    const std::string name = comparable(command.name);
    const bool wasThere = known && known->sale != SaleState::Removed;
    const bool isRenamed = !wasThere || comparable(known->name) != name;
    if (isThere && isRenamed && offering->workflow.slotKind == SlotKind::PerNight &&
        context.availability.isRoomNamed(name, command.unit))
        return refuse(refusal::nameTaken, {{"name", command.name}});
    Unit after = known ? *known : Unit{};
    after.id = command.unit;
    after.offering = command.offering;
    after.name = command.name;
    after.floor = command.floor;
    after.order = command.order;
    after.sale = sale;
    return after;
}

Expected<UndatedRow> decideSetUp(const Property &property, const CommandArgs &command, const Context &context)
{
    const auto next = [](auto after) -> UndatedRow {
        ++after.version;
        return after;
    };
    return std::visit(
        [&](const auto &args) -> Expected<UndatedRow> {
            if constexpr (requires { decide(property, args, context); })
                return decide(property, args, context).map(next);
            else if constexpr (requires { decide(args, context); })
                return decide(args, context).map(next);
            else
                return refuse(refusal::wrongState, {{"command", std::string(toString(typeOf(command)))}});
        },
        command);
}

} // namespace deskbell
