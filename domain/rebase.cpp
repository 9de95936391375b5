#include "domain/rebase.h"

#include <cassert>

#include "domain/refusal.h"

namespace deskbell {
namespace {

/// Visits the fields of a command's arguments by name, each with where it is in a reservation.
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
    member("guest.notices", &Guest::wantsNotices);
    member("guest.invented", &Guest::isInvented);
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

template <typename Visit>
void eachField(MoveReservation &args, Visit &&visit)
{
    visit("offering", args.offering, [](const Reservation &state) { return state.offering; });
    visit("stay", args.stay, [](const Reservation &state) { return state.stay; });
    visit("unit", args.unit, [](const Reservation &state) { return state.unit; });
    visit("price", args.nightlyPrices, [](const Reservation &state) { return state.nightlyPrices; });
}

template <typename Args>
concept Rebased = requires(Args &args)
{
    eachField(args, [](std::string_view, auto &, auto &&) {});
};

class Rebase
{
public:
    explicit Rebase(std::span<const KnownVersion> versions) : m_versions(versions) {}

    template <typename Value, typename Get>
    void operator()(std::string_view name, Value &wanted, Get &&get)
    {
        Value seen = get(m_versions.front().state);
        Value now = seen;
        bool isOthers = false;
        for (const KnownVersion &version : m_versions.subspan(1)) {
            const Value next = get(version.state);
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

bool isRebased(CommandType type)
{
    return type == CommandType::EditGuest || type == CommandType::EditNote ||
           type == CommandType::AssignUnit || type == CommandType::MoveReservation;
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

CommandArgs withFields(const CommandArgs &args, const Reservation &now, std::string_view changed)
{
    CommandArgs result = args;
    std::visit(
        [&](auto &each) {
            if constexpr (Rebased<std::decay_t<decltype(each)>>)
                eachField(each, [&](std::string_view name, auto &wanted, auto &&get) {
                    if (!isNamed(changed, name))
                        wanted = get(now);
                });
        },
        result);
    return result;
}

} // namespace deskbell
