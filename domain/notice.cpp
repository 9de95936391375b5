#include "domain/notice.h"

#include "domain/names.h"

namespace deskbell {
namespace {

constexpr std::array<std::string_view, noticeKindCount> kindNames{
    "requested",       "awaiting-payment", "awaiting-confirmation",
    "awaiting-unit",   "confirmed",        "cancelling",
    "in-house",        "departed",         "cancelled",
    "rejected",        "no-show",          "moved",
    "payment-pending", "payment-declined", "paid",
    "refunded"};
constexpr std::array<std::string_view, noticeStateCount> stateNames{
    "queued", "sent", "uncertain", "accepted", "delivered", "failed", "withdrawn"};
constexpr std::array<std::string_view, noticeWayCount> wayNames{"alimtalk", "sms", "file"};

} // namespace

std::string_view toString(NoticeKind kind)
{
    return names::nameOf(kindNames, kind);
}

std::optional<NoticeKind> noticeKindNamed(std::string_view name)
{
    return names::valueNamed<NoticeKind>(kindNames, name);
}

std::string_view toString(NoticeState state)
{
    return names::nameOf(stateNames, state);
}

std::optional<NoticeState> noticeStateNamed(std::string_view name)
{
    return names::valueNamed<NoticeState>(stateNames, name);
}

bool isSettled(NoticeState state)
{
    return state >= NoticeState::Delivered;
}

std::string_view toString(NoticeWay way)
{
    return names::nameOf(wayNames, way);
}

std::optional<NoticeWay> noticeWayNamed(std::string_view name)
{
    return names::valueNamed<NoticeWay>(wayNames, name);
}

} // namespace deskbell
