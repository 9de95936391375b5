// The words of the history: one line for each event's name, with its telling value.

#include <QCoreApplication>

#include <iterator>

#include "ui/format.h"
#include "ui/words.h"

namespace deskbell::ui {

namespace {

struct History
{
    Q_DECLARE_TR_FUNCTIONS(History)
};

struct Line
{
    const char *name;
    const char *words;
};

constexpr Line lines[] = {
    {"reservation-requested", QT_TRANSLATE_NOOP("History", "Reservation taken")},
    {"request-approved", QT_TRANSLATE_NOOP("History", "Approved")},
    {"reservation-confirmed", QT_TRANSLATE_NOOP("History", "Confirmed")},
    {"reservation-rejected", QT_TRANSLATE_NOOP("History", "Rejected")},
    {"reservation-cancelled", QT_TRANSLATE_NOOP("History", "Cancelled")},
    {"unit-assigned", QT_TRANSLATE_NOOP("History", "Room assigned")},
    {"unit-unassigned", QT_TRANSLATE_NOOP("History", "Room taken away")},
    {"reservation-moved", QT_TRANSLATE_NOOP("History", "Moved")},
    {"guest-checked-in", QT_TRANSLATE_NOOP("History", "Checked in")},
    {"guest-checked-out", QT_TRANSLATE_NOOP("History", "Checked out")},
    {"guest-did-not-show", QT_TRANSLATE_NOOP("History", "Did not come")},
    {"guest-edited", QT_TRANSLATE_NOOP("History", "Guest's data changed")},
    {"note-edited", QT_TRANSLATE_NOOP("History", "Note changed")},
    {"payment-accepted", QT_TRANSLATE_NOOP("History", "Payment accepted")},
    {"payment-pending", QT_TRANSLATE_NOOP("History", "Payment waits to be charged")},
    {"payment-sent", QT_TRANSLATE_NOOP("History", "Payment sent to the provider")},
    {"payment-provider-busy", QT_TRANSLATE_NOOP("History", "Provider busy, will be charged later")},
    {"payment-unknown", QT_TRANSLATE_NOOP("History", "Payment's outcome unknown, being looked up")},
    {"payment-taken", QT_TRANSLATE_NOOP("History", "Payment taken")},
    {"payment-declined", QT_TRANSLATE_NOOP("History", "Payment declined")},
    {"payment-withdrawn", QT_TRANSLATE_NOOP("History", "Payment withdrawn")},
    {"refund-requested", QT_TRANSLATE_NOOP("History", "Refund asked for")},
    {"refund-unknown", QT_TRANSLATE_NOOP("History", "Refund's outcome unknown, being looked up")},
    {"refund-done", QT_TRANSLATE_NOOP("History", "Refunded")},
    {"refund-failed", QT_TRANSLATE_NOOP("History", "Refund failed")},
    {"stock-taken", QT_TRANSLATE_NOOP("History", "Room set aside")},
    {"stock-released", QT_TRANSLATE_NOOP("History", "Room given back")},
};

/// "12345 EUR", as domain's toString(Money) writes it.
std::optional<Money> moneyOf(const std::string &detail)
{
    const auto space = detail.find(' ');
    if (space == std::string::npos)
        return std::nullopt;
    bool isNumber = false;
    const qlonglong minor = text(detail.substr(0, space)).toLongLong(&isNumber);
    const auto currency = parseCurrency(std::string_view(detail).substr(space + 1));
    if (!isNumber || !currency)
        return std::nullopt;
    return Money{minor, *currency};
}

QString detailText(const HistoryEntry &entry, const Names &names)
{
    const std::string &detail = entry.detail;
    if (detail.empty())
        return {};
    if (entry.what == "unit-assigned") {
        const auto unit = parseUuid(detail);
        return unit ? names.unitName(UnitId{*unit}) : QString();
    }
    if (entry.what == "reservation-moved") {
        const auto arrival = parseDate(std::string_view(detail).substr(0, 10));
        const auto departure = detail.size() == 21 ? parseDate(std::string_view(detail).substr(11)) : arrival;
        return arrival && departure ? stayText({*arrival, *departure}) : QString();
    }
    if (entry.what == "guest-checked-out") {
        const auto date = parseDate(detail);
        return date ? dateText(*date) : QString();
    }
    if (entry.what == "reservation-cancelled" || entry.what == "reservation-rejected")
        return reasonText(detail);
    if (const auto money = moneyOf(detail))
        return moneyText(*money);
    return text(detail);
}

} // namespace

QString reasonText(const std::string &reason)
{
    if (reason == "no-stock")
        return History::tr("no room was left");
    if (reason == "not-paid-in-time")
        return History::tr("not paid in time");
    return text(reason);
}

QString historyText(const HistoryEntry &entry, const Names &names)
{
    QString what = text(entry.what);
    for (const Line &line : lines) {
        if (entry.what == line.name)
            what = History::tr(line.words);
    }
    const QString detail = detailText(entry, names);
    return detail.isEmpty() ? what : History::tr("%1: %2", "event: its value").arg(what, detail);
}

} // namespace deskbell::ui
