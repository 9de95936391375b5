#include "server/import/roomplan.h"

#include <algorithm>
#include <numeric>

namespace deskbell::server {

std::vector<int> planRooms(const std::vector<Stay> &stays)
{
    std::vector<std::size_t> order(stays.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return stays[a].arrival < stays[b].arrival; });
    std::vector<int> rooms(stays.size(), 0);
    std::vector<Date> freeFrom;
    for (const std::size_t i : order) {
        const Stay &stay = stays[i];
        const auto room =
            std::find_if(freeFrom.begin(), freeFrom.end(), [&](Date free) { return free <= stay.arrival; });
        if (room != freeFrom.end()) {
            rooms[i] = static_cast<int>(room - freeFrom.begin());
            *room = stay.departure;
        } else if (!stay.isDayUse()) {
            rooms[i] = static_cast<int>(freeFrom.size());
            freeFrom.push_back(stay.departure);
        }
    }
    return rooms;
}

} // namespace deskbell::server
