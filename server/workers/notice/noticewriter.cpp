#include "server/workers/notice/noticewriter.h"

#include <algorithm>

#include "domain/guestname.h"
#include "domain/text.h"
#include "server/pages/wording.h"
#include "server/workers/notice/koreantext.h"

namespace deskbell::server {
namespace {

constexpr std::size_t leastDigits = 8;
constexpr std::size_t mostDigits = 15; // E.164

/// As on the guests' pages, which are in these two; who reads another language reads English amounts.
Language wordingOf(const NoticeLanguage &language)
{
    return language.tag.starts_with(tagOf(Language::Korean)) ? Language::Korean : Language::English;
}

Money refundedSum(const Reservation &reservation)
{
    Money sum{0, reservation.currency};
    for (const Payment &payment : reservation.payments) {
        for (const Refund &refund : payment.refunds) {
            if (refund.state == RefundState::Done)
                sum.minor += refund.amount.minor;
        }
    }
    return sum;
}

/// The engine's own reasons are codes, people's are their words.
std::string reasonText(const Reservation &reservation, const NoticeLanguage &language)
{
    const auto found = language.reasons.find(reservation.endReason);
    return found == language.reasons.end() ? reservation.endReason : found->second;
}

/// Those that suit it, the closest first.
std::vector<std::string_view> variantsFor(const Reservation &reservation)
{
    switch (kindOf(reservation.workflow)) {
    case OfferingKind::Performance:
        return wasPaid(reservation.payments)
                   ? std::vector<std::string_view>{"ticket"}
                   : std::vector<std::string_view>{"ticket-unpaid", "ticket", "unpaid"};
    case OfferingKind::Title:
        return {"loan", "unpaid"};
    case OfferingKind::Rooms:
        break;
    }
    return wasPaid(reservation.payments) ? std::vector<std::string_view>{}
                                         : std::vector<std::string_view>{"unpaid"};
}

std::string nightsText(const Stay &stay)
{
    return std::to_string((stay.departure - stay.arrival).count());
}

NoticeMessage alimtalk(const NoticeTemplate &wanted, const NoticeLanguage &language, NoticeValues values)
{
    NoticeMessage message;
    message.text = filledText(wanted.text, values);
    message.channel = language.pfId;
    message.templateId = wanted.id;
    for (const NoticeButton &button : wanted.buttons)
        message.buttons.push_back({filledText(button.name, values), filledText(button.link, values)});
    message.variables = std::move(values);
    return message;
}

NoticeMessage textMessage(const NoticeTemplate &wanted, const NoticeValues &values)
{
    NoticeMessage message;
    message.text = fittingKorean(koreanText(filledText(wanted.sms, values)), mostLongTextBytes);
    if (koreanBytes(message.text) > mostSmsBytes)
        message.subject = fittingKorean(koreanText(filledText(wanted.subject, values)), mostSubjectBytes);
    return message;
}

} // namespace

std::string diallable(std::string_view phone)
{
    const std::string digits = normalisedPhone(phone);
    return digits.size() < leastDigits || digits.size() > mostDigits ? std::string() : digits;
}

NoticeValues noticeValues(const Reservation &reservation, const NoticeFacts &facts,
                          const NoticeLanguage &language)
{
    const Language wording = wordingOf(language);
    const auto money = [wording](Money amount) { return moneyText(amount, wording); };
    const Stay &stay = reservation.stay;
    const std::string &zone = facts.property.timeZone;
    NoticeValues values{
        {"property", facts.property.name},
        {"guest", plainName(reservation.guest.name)},
        {"code", shortCode(reservation.id)},
        {"offering", facts.offering},
        {"unit", facts.unit},
        {"arrival", facts.startsAt ? minuteText(*facts.startsAt, wording) : dateText(stay.arrival, wording)},
        {"departure", dateText(stay.departure, wording)},
        {"nights", nightsText(stay)},
        {"quantity", std::to_string(reservation.quantity)},
        {"price", money(totalPrice(reservation))},
        {"paid", money(paidNet(reservation))},
        {"owed", money(owed(reservation))},
        {"refunded", money(refundedSum(reservation))},
        {"deadline", reservation.payBy ? momentText(*reservation.payBy, zone, wording) : std::string()},
        {"reason", reasonText(reservation, language)},
        {"link", facts.link}};
    for (auto &[name, value] : values) {
        const auto words = isBlank(value) ? language.missing.find(name) : language.missing.end();
        value = fittingValue(name, words == language.missing.end() ? std::move(value) : words->second);
    }
    return values;
}

NoticeWriter::NoticeWriter(const NoticeTemplates &templates, std::string fallbackLanguage)
    : m_templates(templates), m_fallbackLanguage(std::move(fallbackLanguage))
{
}

Expected<NoticeMessage> NoticeWriter::write(const Reservation &reservation, const Notice &notice,
                                            NoticeWay way, const NoticeFacts &facts) const
{
    const std::string to = diallable(reservation.guest.phone);
    if (to.empty())
        return failure("bad-number");
    const NoticeLanguage &language = m_templates.in(reservation.guest.language, m_fallbackLanguage);
    const NoticeTemplate &wanted = language.templateOf(notice.kind, variantsFor(reservation));
    NoticeValues values = noticeValues(reservation, facts, language);
    NoticeMessage message =
        way == NoticeWay::Sms ? textMessage(wanted, values) : alimtalk(wanted, language, std::move(values));
    message.reference = {notice.id, way, to, notice.message};
    return message;
}

} // namespace deskbell::server
