#include "domain/rebase.h"

#include <cassert>

#include "domain/refusal.h"

namespace deskbell {
namespace {

/// Visits the fields of a command's arguments by name, each with where it is in what they change.
template <typename Visit>
void eachField(EditGuest &args, Visit &&visit)
{
    const auto member = [&](std::string_view name, auto Guest::*field) {
        visit(name, args.guest.*field, [field](const Reservation &state) { return state.guest.*field; });
    };
    member("guest.name", &Guest::name);
    member("guest.phone", &Guest::phone);
    member("guest.email", &Guest::email);
    member("guest.country", &Guest::country);
    member("guest.language", &Guest::language);
    member("guest.wantsNotices", &Guest::wantsNotices);
    member("guest.isInvented", &Guest::isInvented);
}

template <typename Visit>
void eachField(EditNote &args, Visit &&visit)
{
    visit("note", args.note, [](const Reservation &state) { return state.note; });
}

template <typename Visit>
void eachField(AssignUnit &args, Visit &&visit)
{
    std::optional<UnitId> unit = args.unit;
    visit("unit", unit, [](const Reservation &state) { return state.unit; });
    args.unit = unit.value_or(args.unit);
}

/// The room that is taken away is the one that was seen.
template <typename Visit>
void eachField(UnassignUnit &, Visit &&visit)
{
    std::optional<UnitId> none;
    visit("unit", none, [](const Reservation &state) { return state.unit; });
}

template <typename Visit>
void eachField(MoveReservation &args, Visit &&visit)
{
    visit("offering", args.offering, [](const Reservation &state) { return state.offering; });
    visit("stay", args.stay, [](const Reservation &state) { return state.stay; });
    visit("unit", args.unit, [](const Reservation &state) { return state.unit; });
    visit("price", args.nightlyPrices, [](const Reservation &state) { return state.nightlyPrices; });
}

template <typename Visit>
void eachField(PutProperty &args, Visit &&visit)
{
    visit("name", args.name, [](const Property &state) { return state.name; });
    visit("timeZone", args.timeZone, [](const Property &state) { return state.timeZone; });
    visit("clerksConfirm", args.clerksConfirm, [](const Property &state) { return state.clerksConfirm; });
    if (args.isClosed)
        visit("isClosed", *args.isClosed, [](const Property &state) { return state.isClosed; });
}

template <typename Visit>
void eachField(ChangeWorkflow &args, Visit &&visit)
{
    visit("workflow", args.workflow, [](const Offering &state) { return std::string(state.workflow.name); });
    if (args.terms)
        visit("terms", *args.terms, [](const Offering &state) { return termsOf(state.workflow); });
}

template <typename Visit>
void eachField(PutOffering &args, Visit &&visit)
{
    visit("code", args.code, [](const Offering &state) { return state.code; });
    visit("name", args.name, [](const Offering &state) { return state.name; });
    visit("workflow", args.workflow, [](const Offering &state) { return std::string(state.workflow.name); });
    visit("capacity", args.capacity, [](const Offering &state) { return state.capacity; });
    visit("basePrice", args.basePrice, [](const Offering &state) { return state.basePrice; });
    visit("maxGuests", args.maxGuests, [](const Offering &state) { return state.maxGuests; });
    visit("order", args.order, [](const Offering &state) { return state.order; });
    visit("startsAt", args.startsAt, [](const Offering &state) { return state.startsAt; });
    if (args.sale)
        visit("sale", *args.sale, [](const Offering &state) { return state.sale; });
    if (args.terms)
        visit("terms", *args.terms, [](const Offering &state) { return termsOf(state.workflow); });
}

template <typename Visit>
void eachField(PutUnit &args, Visit &&visit)
{
    visit("offering", args.offering, [](const Unit &state) { return state.offering; });
    visit("name", args.name, [](const Unit &state) { return state.name; });
    visit("floor", args.floor, [](const Unit &state) { return state.floor; });
    visit("order", args.order, [](const Unit &state) { return state.order; });
    if (args.sale)
        visit("sale", *args.sale, [](const Unit &state) { return state.sale; });
}

template <typename Args>
concept Rebased = requires(Args &args)
{
    eachField(args, [](std::string_view, auto &, auto &&) {});
};

template <typename Get>
struct Field;
template <typename Getter, typename Value, typename State>
struct Field<Value (Getter::*)(const State &) const>
{
    using StateType = State;
};

/// What `get` gives of the subject, which is of the kind that `get` reads.
template <typename Get>
auto fieldOf(const Row &subject, const Get &get)
{
    using State = typename Field<decltype(&Get::operator())>::StateType;
    return get(std::get<State>(subject));
}

class Rebase
{
public:
    explicit Rebase(std::span<const KnownVersion> versions) : m_versions(versions) {}

    template <typename Value, typename Get>
    void operator()(std::string_view name, Value &wanted, Get &&get)
    {
        Value seen = fieldOf(m_versions.front().state, get);
        Value now = seen;
        bool isOthers = false;
        for (const KnownVersion &version : m_versions.subspan(1)) {
            const Value next = fieldOf(version.state, get);
            if (next != now) {
                isOthers = !version.isOwn;
                if (version.isOwn)
                    seen = next;
            }
            now = next;
        }
        if (wanted == seen) {
            wanted = now;
            return;
        }
        m_changed += (m_changed.empty() ? "" : ",") + std::string(name);
        if (isOthers && now != seen && wanted != now && m_conflict.empty())
            m_conflict = name;
    }

    Expected<void> verdict() const
    {
        if (m_conflict.empty())
            return {};
        return failure(std::string(refusal::changedMeanwhile),
                       {{"field", m_conflict}, {"changed", m_changed}});
    }

private:
    std::span<const KnownVersion> m_versions;
    std::string m_changed;
    std::string m_conflict;
};

bool isNamed(std::string_view list, std::string_view name)
{
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        if (list.substr(0, end) == name)
            return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

} // namespace

std::optional<Uuid> subjectOf(const CommandArgs &args, const PropertyId &property)
{
    return std::visit(
        [&](auto each) -> std::optional<Uuid> {
            if constexpr (!Rebased<decltype(each)>)
                return std::nullopt;
            else if constexpr (requires { each.reservation; })
                return each.reservation.value;
            else if constexpr (requires { each.unit; })
                return each.unit.value;
            else if constexpr (requires { each.offering; })
                return each.offering.value;
            else
                return property.value;
        },
        args);
}

Expected<CommandArgs> rebased(const CommandArgs &args, std::span<const KnownVersion> versions)
{
    assert(!versions.empty());
    CommandArgs result = args;
    Rebase rebase(versions);
    std::visit(
        [&](auto &each) {
            if constexpr (Rebased<std::decay_t<decltype(each)>>)
                eachField(each, rebase);
        },
        result);
    return rebase.verdict().map([&] { return std::move(result); });
}

CommandArgs withFields(const CommandArgs &args, const Row &now, std::string_view changed)
{
    CommandArgs result = args;
    std::visit(
        [&](auto &each) {
            if constexpr (Rebased<std::decay_t<decltype(each)>>)
                eachField(each, [&](std::string_view name, auto &wanted, auto &&get) {
                    if (!isNamed(changed, name))
                        wanted = fieldOf(now, get);
                });
        },
        result);
    return result;
}

} // namespace deskbell
