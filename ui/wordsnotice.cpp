// The words of notices: what a guest is told of, and what has become of it.

#include <QCoreApplication>

#include "ui/format.h"
#include "ui/words.h"

namespace deskbell::ui {

namespace {

struct Notices
{
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

} // namespace

QString noticeKindName(NoticeKind kind, OfferingKind of)
{
    switch (kind) {
    case NoticeKind::Moved:
        return Notices::tr("Reservation moved");
    case NoticeKind::PaymentPending:
        return Notices::tr("Payment to be charged later");
    case NoticeKind::PaymentDeclined:
        return Notices::tr("Payment declined");
    case NoticeKind::Paid:
        return Notices::tr("Payment taken");
    case NoticeKind::Refunded:
        return Notices::tr("Money refunded");
    default:
        break;
    }
    return stateName(static_cast<ReservationState>(kind), of);
}

QString noticeStateName(const Notice &notice)
{
    const bool hasFallenBack = !notice.fallbackCode.empty();
    switch (notice.state) {
    case NoticeState::Queued:
        return hasFallenBack ? Notices::tr("To be sent by SMS") : Notices::tr("Waiting to be sent");
    case NoticeState::Sent:
        return Notices::tr("Being sent");
    case NoticeState::Uncertain:
        return Notices::tr("Delivery uncertain: being looked up");
    case NoticeState::Accepted:
        return Notices::tr("Accepted, not yet delivered");
    case NoticeState::Delivered:
        return hasFallenBack ? Notices::tr("Delivered by SMS") : Notices::tr("Delivered");
    case NoticeState::Failed:
        return Notices::tr("Failed: the guest was not told");
    case NoticeState::Withdrawn:
        return Notices::tr("Not sent: the guest wants no messages");
    }
    return {};
}

QString noticeWayName(NoticeWay way)
{
    switch (way) {
    case NoticeWay::Alimtalk:
        return Notices::tr("KakaoTalk");
    case NoticeWay::Sms:
        return Notices::tr("SMS");
    case NoticeWay::File:
        return Notices::tr("File (development)");
    }
    return {};
}

QString noticeDetail(const Notice &notice)
{
    QString detail = noticeWayName(notice.way);
    if (!notice.fallbackCode.empty())
        detail = Notices::tr("%1, because KakaoTalk failed (code %2)").arg(detail, text(notice.fallbackCode));
    const bool isCodeTelling = notice.state != NoticeState::Delivered &&
                               notice.state != NoticeState::Accepted && !notice.providerCode.empty() &&
                               notice.providerCode != notice.fallbackCode;
    if (isCodeTelling)
        detail = Notices::tr("%1, code %2").arg(detail, text(notice.providerCode));
    return detail;
}

} // namespace deskbell::ui
