#include "domain/command.h"

#include <algorithm>

#include "domain/describe.h"

namespace deskbell {
namespace {

struct ReservationIds
{
    std::vector<ReservationId> found;

    void operator()(std::string_view, const ReservationId &id)
    {
        if (std::ranges::find(found, id) == found.end())
            found.push_back(id);
    }
    void operator()(std::string_view, const auto &) {}
    void maybe(std::string_view name, const auto &member) { (*this)(name, member); }
};

} // namespace

std::optional<ReservationId> reservationOf(const CommandArgs &args)
{
    const auto all = reservationsOf(args);
    return all.empty() ? std::nullopt : std::optional(all.front());
}

std::vector<ReservationId> reservationsOf(const CommandArgs &args)
{
    ReservationIds ids;
    std::visit([&ids](const auto &command) { describe(ids, command); }, args);
    return std::move(ids.found);
}

std::vector<std::string> lanesOf(const CommandArgs &args)
{
    std::vector<std::string> lanes;
    for (const ReservationId &id : reservationsOf(args))
        lanes.push_back(toString(id));
    if (lanes.empty())
        lanes.emplace_back("property");
    return lanes;
}

std::string laneOf(const CommandArgs &args)
{
    return lanesOf(args).front();
}

} // namespace deskbell
