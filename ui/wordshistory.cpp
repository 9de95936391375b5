// The words of the history: one line for each event's name, with its telling value.

#include <QCoreApplication>

#include <algorithm>
#include <span>

#include "ui/format.h"
#include "ui/storedwords.h"
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
    {"cancellation-begun", QT_TRANSLATE_NOOP("History", "Cancellation started; refund under way")},
    {"card-kept", QT_TRANSLATE_NOOP("History", "Guest's card kept for the payment")},
    {"card-refused", QT_TRANSLATE_NOOP("History", "Guest's card could not be kept")},
    {"card-forgotten", QT_TRANSLATE_NOOP("History", "Guest's card deleted")},
    {"unit-assigned", QT_TRANSLATE_NOOP("History", "Room assigned")},
    {"unit-unassigned", QT_TRANSLATE_NOOP("History", "Room unassigned")},
    {"units-swapped", QT_TRANSLATE_NOOP("History", "Rooms swapped")},
    {"reservation-moved", QT_TRANSLATE_NOOP("History", "Moved")},
    {"guest-checked-in", QT_TRANSLATE_NOOP("History", "Checked in")},
    {"guest-checked-out", QT_TRANSLATE_NOOP("History", "Checked out")},
    {"guest-did-not-show", QT_TRANSLATE_NOOP("History", "No-show")},
    {"guest-edited", QT_TRANSLATE_NOOP("History", "Guest details changed")},
    {"note-edited", QT_TRANSLATE_NOOP("History", "Note changed")},
    {"guest-erased", QT_TRANSLATE_NOOP("History", "Guest's data erased")},
    {"payment-accepted", QT_TRANSLATE_NOOP("History", "Payment started")},
    {"payment-pending", QT_TRANSLATE_NOOP("History", "Payment waiting to be charged")},
    {"payment-sent", QT_TRANSLATE_NOOP("History", "Payment sent to the provider")},
    {"payment-provider-busy", QT_TRANSLATE_NOOP("History", "Provider busy, will be charged later")},
    {"payment-unknown", QT_TRANSLATE_NOOP("History", "Payment outcome unknown, being looked up")},
    {"payment-taken", QT_TRANSLATE_NOOP("History", "Payment taken")},
    {"payment-declined", QT_TRANSLATE_NOOP("History", "Payment declined")},
    {"payment-withdrawn", QT_TRANSLATE_NOOP("History", "Payment withdrawn")},
    {"refund-requested", QT_TRANSLATE_NOOP("History", "Refund requested")},
    {"refund-unknown", QT_TRANSLATE_NOOP("History", "Refund outcome unknown, being looked up")},
    {"refund-done", QT_TRANSLATE_NOOP("History", "Refunded")},
    {"refund-failed", QT_TRANSLATE_NOOP("History", "Refund failed")},
    {"stock-taken", QT_TRANSLATE_NOOP("History", "Room held")},
    {"stock-released", QT_TRANSLATE_NOOP("History", "Room released")},
};

/// What of them speaks of rooms, said of seats and of copies.
constexpr Line seatLines[] = {
    {"guest-checked-in", QT_TRANSLATE_NOOP("History", "Admitted")},
    {"guest-checked-out", QT_TRANSLATE_NOOP("History", "Closed")},
    {"stock-taken", QT_TRANSLATE_NOOP("History", "Seats held")},
    {"stock-released", QT_TRANSLATE_NOOP("History", "Seats released")},
};
constexpr Line copyLines[] = {
    {"unit-assigned", QT_TRANSLATE_NOOP("History", "Branch chosen")},
    {"unit-unassigned", QT_TRANSLATE_NOOP("History", "Branch unassigned")},
    {"guest-checked-in", QT_TRANSLATE_NOOP("History", "Handed out")},
    {"guest-checked-out", QT_TRANSLATE_NOOP("History", "Returned")},
    {"guest-did-not-show", QT_TRANSLATE_NOOP("History", "Not collected")},
    {"stock-taken", QT_TRANSLATE_NOOP("History", "Copy held")},
    {"stock-released", QT_TRANSLATE_NOOP("History", "Copy released")},
};

const char *lineOf(std::span<const Line> lines, const std::string &name)
{
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const Line &line) { return name == line.name; });
    return found == lines.end() ? nullptr : found->words;
}

const char *lineOf(const std::string &name, OfferingKind kind)
{
    const char *own = kind == OfferingKind::Performance ? lineOf(seatLines, name)
                      : kind == OfferingKind::Title     ? lineOf(copyLines, name)
                                                        : nullptr;
    return own ? own : lineOf(lines, name);
}

/// In what form an event keeps its telling value: under which name it would be stored (ui/storedwords.h).
constexpr Line details[] = {
    {"unit-assigned", "unit"},
    {"units-swapped", "unit"},
    {"reservation-moved", "stay"},
    {"guest-checked-out", "departure"},
    {"reservation-cancelled", "endReason"},
    {"cancellation-begun", "endReason"},
    {"reservation-rejected", "endReason"},
};

QString detailText(const HistoryEntry &entry, const Names &names)
{
    if (entry.detail.empty())
        return {};
    const char *form = lineOf(details, entry.what);
    const bool isMoney = entry.what.starts_with("payment-") || entry.what.starts_with("refund-");
    return storedText(form ? form : isMoney ? "amount" : "", entry.detail, names);
}

} // namespace

QString reasonText(const std::string &reason, OfferingKind kind)
{
    if (reason == "no-stock")
        return kind == OfferingKind::Rooms         ? History::tr("no room was left")
               : kind == OfferingKind::Performance ? History::tr("no seat was left")
                                                   : History::tr("no copy was left");
    if (reason == "not-paid-in-time")
        return History::tr("not paid in time");
    if (reason == "card-declined")
        return History::tr("the card was declined");
    return text(reason);
}

QString historyText(const HistoryEntry &entry, const Names &names)
{
    const char *line = lineOf(entry.what, names.kind);
    if (!line)
        return History::tr("Unknown change %1", "that this Deskbell has no word for").arg(newerText());
    const QString what = History::tr(line);
    const QString detail = detailText(entry, names);
    return detail.isEmpty() ? what : History::tr("%1: %2", "event: its value").arg(what, detail);
}

} // namespace deskbell::ui
