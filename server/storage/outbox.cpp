#include "server/storage/outbox.h"

namespace deskbell::server {

std::string_view toString(Work work)
{
    constexpr std::array<std::string_view, allWork.size()> names{
        "charge", "refund", "assign", "notify", "project", "expire", "keep-card", "forget-card"};
    return names[static_cast<std::size_t>(work)];
}

} // namespace deskbell::server
