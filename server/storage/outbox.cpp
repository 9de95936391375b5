#include "server/storage/outbox.h"

namespace deskbell::server {

std::string_view toString(Work work)
{
    return work == Work::Charge ? "charge" : "refund";
}

} // namespace deskbell::server
