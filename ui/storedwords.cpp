#include "ui/storedwords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <charconv>

#include "ui/audit/operationwords.h"
#include "ui/format.h"
#include "ui/reservation/countries.h"

namespace deskbell::ui {

namespace {

struct Stored
{
    Q_DECLARE_TR_FUNCTIONS(Stored)
};

enum class Form {
    Money,
    MinorUnits, ///< of the property's currency
    Day,
    Stay,
    Minute,
    Moment,
    YesNo,
    State, ///< of a reservation, payment, refund, message or card, or of sale
    Workflow,
    Confirmation,
    Duration, ///< minutes
    Channel,
    Role,
    Field,
    Country,
    Language,
    Reason,
    Unit,
    Units, ///< "id arrival/departure, …"
    Offering,
    Reservation,
    Payment, ///< "card 12345 EUR taken"
    Refund,  ///< "12345 EUR done"
    Notice,  ///< "confirmed alimtalk delivered"
};

struct Line
{
    std::string_view name;
    Form form;
};

constexpr Line lines[] = {
    {"amount", Form::Money},
    {"chargeable", Form::Money},
    {"refundable", Form::Money},
    {"owed", Form::Money},
    {"price", Form::Money},
    {"basePrice", Form::MinorUnits},
    {"arrival", Form::Day},
    {"departure", Form::Day},
    {"night", Form::Day},
    {"businessDate", Form::Day},
    {"to", Form::Day},
    {"stay", Form::Stay},
    {"startsAt", Form::Minute},
    {"payBy", Form::Moment},
    {"unpaidSince", Form::Moment},
    {"since", Form::Moment},
    {"isApproved", Form::YesNo},
    {"holdsStock", Form::YesNo},
    {"guest.wantsNotices", Form::YesNo},
    {"guest.isInvented", Form::YesNo},
    {"clerksConfirm", Form::YesNo},
    {"isClosed", Form::YesNo},
    {"sale", Form::State},
    {"state", Form::State},
    {"card", Form::State},
    {"workflow", Form::Workflow},
    {"workflow.confirmation", Form::Confirmation},
    {"workflow.payWithin", Form::Duration},
    {"channel", Form::Channel},
    {"role", Form::Role},
    {"field", Form::Field},
    {"guest.country", Form::Country},
    {"guest.language", Form::Language},
    {"endReason", Form::Reason},
    {"unit", Form::Unit},
    {"wish", Form::Unit},
    {"earlierUnits", Form::Units},
    {"offering", Form::Offering},
    {"reservation", Form::Reservation},
    {"payment", Form::Payment},
    {"refund", Form::Refund},
    {"notice", Form::Notice},
};

QString cardStateName(CardOnFile card)
{
    switch (card) {
    case CardOnFile::None:
        return Stored::tr("No card");
    case CardOnFile::Offered:
        return Stored::tr("Approved by the guest");
    case CardOnFile::Kept:
        return Stored::tr("Kept for the payment");
    case CardOnFile::Refused:
        return Stored::tr("Could not be kept");
    case CardOnFile::Forgotten:
        return Stored::tr("Deleted");
    }
    return {};
}

QString saleStateName(SaleState sale)
{
    switch (sale) {
    case SaleState::Open:
        return Stored::tr("Open");
    case SaleState::Closed:
        return Stored::tr("Closed");
    case SaleState::Removed:
        return Stored::tr("Removed");
    }
    return {};
}

QString noticeStateText(NoticeState state)
{
    Notice notice;
    notice.state = state;
    return noticeStateName(notice);
}

QString stateText(const std::string &value, OfferingKind kind)
{
    if (const auto state = named<ReservationState>(value))
        return stateName(*state, kind);
    if (const auto payment = named<PaymentState>(value))
        return paymentStateName(*payment);
    if (const auto refund = named<RefundState>(value))
        return refundStateName(*refund);
    if (const auto notice = named<NoticeState>(value))
        return noticeStateText(*notice);
    if (const auto sale = named<SaleState>(value))
        return saleStateName(*sale);
    const auto card = named<CardOnFile>(value);
    return card ? cardStateName(*card) : newerText();
}

/// "a b c" as it was stored, one word after the other.
std::vector<std::string> wordsOf(const std::string &value)
{
    std::vector<std::string> words{{}};
    for (const char c : value) {
        if (c == ' ')
            words.emplace_back();
        else
            words.back() += c;
    }
    return words;
}

QString joined(const QStringList &parts)
{
    return parts.join(QStringLiteral(" · "));
}

QString moneyOr(const std::optional<Money> &money)
{
    return money ? moneyText(*money) : newerText();
}

QString paymentText(const std::string &value)
{
    const auto words = wordsOf(value);
    if (words.size() != 4)
        return newerText();
    const auto method = named<PaymentMethod>(words[0]);
    const auto state = named<PaymentState>(words[3]);
    return joined({method ? methodName(*method) : newerText(),
                   moneyOr(storedMoney(words[1] + ' ' + words[2])),
                   state ? paymentStateName(*state) : newerText()});
}

QString refundText(const std::string &value)
{
    const auto words = wordsOf(value);
    if (words.size() != 3)
        return newerText();
    const auto state = named<RefundState>(words[2]);
    return joined(
        {moneyOr(storedMoney(words[0] + ' ' + words[1])), state ? refundStateName(*state) : newerText()});
}

QString noticeText(const std::string &value, OfferingKind of)
{
    const auto words = wordsOf(value);
    if (words.size() != 3)
        return newerText();
    const auto kind = named<NoticeKind>(words[0]);
    const auto way = named<NoticeWay>(words[1]);
    const auto state = named<NoticeState>(words[2]);
    return joined({kind ? noticeKindName(*kind, of) : newerText(), way ? noticeWayName(*way) : newerText(),
                   state ? noticeStateText(*state) : newerText()});
}

QString stayOr(const std::string &value)
{
    const auto slash = value.find('/');
    const auto from = parseDate(value.substr(0, slash));
    const auto to = slash == std::string::npos ? from : parseDate(value.substr(slash + 1));
    return from && to ? stayText({*from, *to}) : newerText();
}

QString minorText(const std::string &value, Currency currency)
{
    return moneyOr(storedMoney(value + ' ' + std::string(currency.text())));
}

template <typename Id, typename Name>
QString nameOf(const std::string &value, Name &&name)
{
    const auto id = parseUuid(value);
    return id ? name(Id{*id}) : newerText();
}

QString unitsText(const std::string &value, const Names &names)
{
    QStringList units;
    for (const QString &each : typed(value).split(QStringLiteral(", "))) {
        const std::string held = utf8(each);
        const auto space = held.find(' ');
        units << nameOf<UnitId>(held.substr(0, space), [&](const UnitId &id) { return names.unitName(id); });
        if (space != std::string::npos)
            units.back() += QStringLiteral(" · ") + stayOr(held.substr(space + 1));
    }
    return units.join(QStringLiteral(", "));
}

QString momentText(Form form, const std::string &value, const Names &names)
{
    if (form == Form::Day) {
        const auto day = parseDate(value);
        return day ? dateText(*day) : newerText();
    }
    if (form == Form::Minute) {
        const auto minute = parseLocalMinute(value);
        return minute ? minuteText(*minute) : newerText();
    }
    const auto moment = parseInstant(value);
    return moment ? instantText(*moment, names.zone) : newerText();
}

QString codeText(Form form, const std::string &value, const Names &names)
{
    switch (form) {
    case Form::YesNo:
        return value == "yes" ? Stored::tr("yes") : value == "no" ? Stored::tr("no") : newerText();
    case Form::State:
        return stateText(value, names.kind);
    case Form::Workflow:
        return workflowName(value);
    case Form::Confirmation: {
        const auto rule = named<ConfirmationRule>(value);
        return rule ? confirmationName(*rule) : newerText();
    }
    case Form::Duration:
        return timeToPayText(std::chrono::minutes(std::atoi(value.c_str())));
    case Form::Channel:
        return channelName(value);
    case Form::Role: {
        const auto role = named<Role>(value);
        return role ? roleName(*role) : newerText();
    }
    case Form::Field:
        return auditFieldName(value);
    case Form::Country:
        return countryName(value);
    case Form::Language:
        return languageName(value);
    default:
        return reasonText(value, names.kind);
    }
}

} // namespace

QString newerText()
{
    return Stored::tr("(needs a newer Deskbell)");
}

std::optional<Money> storedMoney(std::string_view amount)
{
    const auto space = amount.find(' ');
    if (space == std::string_view::npos)
        return std::nullopt;
    std::int64_t minor = 0;
    const char *end = amount.data() + space;
    const auto read = std::from_chars(amount.data(), end, minor);
    const auto currency = parseCurrency(amount.substr(space + 1));
    if (read.ec != std::errc() || read.ptr != end || !currency)
        return std::nullopt;
    return Money{minor, *currency};
}

QString storedText(std::string_view name, const std::string &value, const Names &names)
{
    const auto *line = std::ranges::find(lines, name, &Line::name);
    if (line == std::end(lines))
        return text(value);
    switch (line->form) {
    case Form::Money:
        return moneyOr(storedMoney(value));
    case Form::MinorUnits:
        return minorText(value, names.currency);
    case Form::Stay:
        return stayOr(value);
    case Form::Day:
    case Form::Minute:
    case Form::Moment:
        return momentText(line->form, value, names);
    case Form::Unit:
        return nameOf<UnitId>(value, [&](const UnitId &id) { return names.unitName(id); });
    case Form::Units:
        return unitsText(value, names);
    case Form::Offering:
        return nameOf<OfferingId>(value, [&](const OfferingId &id) { return names.offeringName(id); });
    case Form::Reservation:
        return nameOf<ReservationId>(value, [&](const ReservationId &id) { return names.guestName(id); });
    case Form::Payment:
        return paymentText(value);
    case Form::Refund:
        return refundText(value);
    case Form::Notice:
        return noticeText(value, names.kind);
    default:
        return codeText(line->form, value, names);
    }
}

} // namespace deskbell::ui
