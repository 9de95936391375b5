#include "server/daemon/queues.h"

namespace deskbell::server {

Expected<boost::json::array> queuesOf(Storage &storage, Instant now)
{
    namespace json = boost::json;
    return storage.backlog().map([now](const std::vector<Backlog> &backlog) {
        json::array queues;
        for (const Backlog &each : backlog) {
            json::object queue{{"work", std::string(toString(each.work))}, {"waiting", each.waiting}};
            if (each.dueSince && *each.dueSince <= now)
                queue["dueForS"] =
                    std::chrono::duration_cast<std::chrono::seconds>(now - *each.dueSince).count();
            queues.push_back(std::move(queue));
        }
        return queues;
    });
}

} // namespace deskbell::server
