#include "ui/audit/operationwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

#include "ui/format.h"
#include "ui/storedwords.h"

namespace deskbell::ui {

namespace {

struct Operations
{
    Q_DECLARE_TR_FUNCTIONS(Operations)
};

struct Line
{
    const char *name;
    const char *words;
};

constexpr Line roleLines[] = {
    {"gateway", QT_TRANSLATE_NOOP("Operations", "Desks and guests")},
    {"payment", QT_TRANSLATE_NOOP("Operations", "Payments")},
    {"hotel", QT_TRANSLATE_NOOP("Operations", "Assignment")},
    {"notice", QT_TRANSLATE_NOOP("Operations", "Messages to guests")},
    {"mypage", QT_TRANSLATE_NOOP("Operations", "Guests' pages")},
};

constexpr Line workLines[] = {
    {"charge", QT_TRANSLATE_NOOP("Operations", "Payments to charge")},
    {"refund", QT_TRANSLATE_NOOP("Operations", "Refunds to make")},
    {"assign", QT_TRANSLATE_NOOP("Operations", "Branches to assign")},
    {"notify", QT_TRANSLATE_NOOP("Operations", "Messages to send")},
    {"project", QT_TRANSLATE_NOOP("Operations", "Guests' pages to update")},
    {"expire", QT_TRANSLATE_NOOP("Operations", "Unpaid until their time is up")},
    {"keep-card", QT_TRANSLATE_NOOP("Operations", "Guests' cards to keep")},
    {"forget-card", QT_TRANSLATE_NOOP("Operations", "Guests' cards to forget")},
};

constexpr Line fieldLines[] = {
    {"state", QT_TRANSLATE_NOOP("Operations", "State")},
    {"offering", QT_TRANSLATE_NOOP("Operations", "What is reserved")},
    {"workflow", QT_TRANSLATE_NOOP("Operations", "Procedure")},
    {"workflow.confirmation", QT_TRANSLATE_NOOP("Operations", "Who confirms")},
    {"workflow.payWithin", QT_TRANSLATE_NOOP("Operations", "Time to pay")},
    {"terms", QT_TRANSLATE_NOOP("Operations", "Who confirms, and time to pay")},
    {"stay", QT_TRANSLATE_NOOP("Operations", "Stay")},
    {"quantity", QT_TRANSLATE_NOOP("Operations", "How many")},
    {"adults", QT_TRANSLATE_NOOP("Operations", "Adults")},
    {"children", QT_TRANSLATE_NOOP("Operations", "Children")},
    {"price", QT_TRANSLATE_NOOP("Operations", "Price")},
    {"isApproved", QT_TRANSLATE_NOOP("Operations", "Confirmed by a manager")},
    {"holdsStock", QT_TRANSLATE_NOOP("Operations", "Place held")},
    {"unit", QT_TRANSLATE_NOOP("Operations", "Room or branch")},
    {"earlierUnits", QT_TRANSLATE_NOOP("Operations", "Earlier rooms")},
    {"wish", QT_TRANSLATE_NOOP("Operations", "Room wished for")},
    {"channel", QT_TRANSLATE_NOOP("Operations", "Came by")},
    {"guest.name", QT_TRANSLATE_NOOP("Operations", "Guest's name")},
    {"guest.phone", QT_TRANSLATE_NOOP("Operations", "Phone")},
    {"guest.email", QT_TRANSLATE_NOOP("Operations", "E-mail")},
    {"guest.country", QT_TRANSLATE_NOOP("Operations", "Country")},
    {"guest.language", QT_TRANSLATE_NOOP("Operations", "Language")},
    {"guest.wantsNotices", QT_TRANSLATE_NOOP("Operations", "Wants messages")},
    {"guest.isInvented", QT_TRANSLATE_NOOP("Operations", "Name made up by the import")},
    {"note", QT_TRANSLATE_NOOP("Operations", "Note")},
    {"unpaidSince", QT_TRANSLATE_NOOP("Operations", "Unpaid since")},
    {"payBy", QT_TRANSLATE_NOOP("Operations", "To be paid by")},
    {"card", QT_TRANSLATE_NOOP("Operations", "Guest's card")},
    {"endReason", QT_TRANSLATE_NOOP("Operations", "Reason")},
    {"code", QT_TRANSLATE_NOOP("Operations", "Code")},
    {"name", QT_TRANSLATE_NOOP("Operations", "Name")},
    {"capacity", QT_TRANSLATE_NOOP("Operations", "How many there are")},
    {"basePrice", QT_TRANSLATE_NOOP("Operations", "House price")},
    {"maxGuests", QT_TRANSLATE_NOOP("Operations", "Guests at most")},
    {"order", QT_TRANSLATE_NOOP("Operations", "Place on the board")},
    {"floor", QT_TRANSLATE_NOOP("Operations", "Floor")},
    {"startsAt", QT_TRANSLATE_NOOP("Operations", "Begins")},
    {"timeZone", QT_TRANSLATE_NOOP("Operations", "Time zone")},
    {"currency", QT_TRANSLATE_NOOP("Operations", "Currency")},
    {"clerksConfirm", QT_TRANSLATE_NOOP("Operations", "Clerks confirm what they have taken")},
    {"isClosed", QT_TRANSLATE_NOOP("Operations", "Takes no new reservations")},
    {"sale", QT_TRANSLATE_NOOP("Operations", "For sale")},
    {"businessDate", QT_TRANSLATE_NOOP("Operations", "Business date")},
    {"payment", QT_TRANSLATE_NOOP("Operations", "Payment")},
    {"refund", QT_TRANSLATE_NOOP("Operations", "Refund")},
    {"notice", QT_TRANSLATE_NOOP("Operations", "Message")},
    {"session", QT_TRANSLATE_NOOP("Operations", "Signed-in desk")},
    {"password", QT_TRANSLATE_NOOP("Operations", "Password")},
    {"requests", QT_TRANSLATE_NOOP("Operations", "How often")},
    {"since", QT_TRANSLATE_NOOP("Operations", "Since")},
};

/// What is done and is no command.
constexpr Line deedLines[] = {
    {"end-session", QT_TRANSLATE_NOOP("Operations", "End a session")},
    {"read-guest-data", QT_TRANSLATE_NOOP("Operations", "See what is kept about a guest")},
    {"change-password", QT_TRANSLATE_NOOP("Operations", "Change the password")},
};

/// Fields by the names that older backends gave them.
constexpr std::pair<std::string_view, std::string_view> formerFields[] = {
    {"approved", "isApproved"},
    {"stock", "holdsStock"},
    {"guest.notices", "guest.wantsNotices"},
    {"guest.invented", "guest.isInvented"},
};

/// "payment 0190…": which one is told by its amount.
std::string fieldOf(const std::string &field)
{
    const std::string name = field.substr(0, field.find(' '));
    const auto former =
        std::ranges::find(formerFields, name, &std::pair<std::string_view, std::string_view>::first);
    return former == std::end(formerFields) ? name : std::string(former->second);
}

template <std::size_t N>
QString lookUp(const Line (&lines)[N], const std::string &name)
{
    for (const Line &line : lines) {
        if (name == line.name)
            return Operations::tr(line.words);
    }
    return newerText();
}

} // namespace

std::vector<std::string> backendRoles()
{
    std::vector<std::string> names;
    for (const Line &line : roleLines)
        names.emplace_back(line.name);
    return names;
}

QString backendRoleName(const std::string &role)
{
    return lookUp(roleLines, role);
}

QString backendWorkName(const std::string &work)
{
    return lookUp(workLines, work);
}

QString secondsText(std::int64_t seconds)
{
    if (seconds < 90)
        return Operations::tr("%1 s", "seconds").arg(seconds);
    if (seconds < 90 * 60)
        return Operations::tr("%1 min", "minutes").arg((seconds + 30) / 60);
    return Operations::tr("%1 h", "hours").arg((seconds + 1800) / 3600);
}

QString breakerText(const models::Breaker &breaker)
{
    const QString calls = QLocale().toString(static_cast<qulonglong>(breaker.calls));
    switch (breaker.state) {
    case models::BreakerState::Closed:
        return breaker.calls == 0
                   ? Operations::tr("The provider is called as usual.")
                   : Operations::tr("The provider is called as usual: of the last %1 calls %2 % failed, "
                                    "%3 % were slow.")
                         .arg(calls, QString::number(breaker.failurePercent),
                              QString::number(breaker.slowPercent));
    case models::BreakerState::Open:
        return Operations::tr("The provider is left alone for %1: of %2 calls %3 % failed, %4 % were slow. "
                              "What waits is done later.")
            .arg(secondsText((breaker.opensInMs + 999) / 1000), calls,
                 QString::number(breaker.failurePercent), QString::number(breaker.slowPercent));
    case models::BreakerState::HalfOpen:
        return Operations::tr("The provider is being tried again: when a few calls succeed, it is called as "
                              "usual.");
    }
    return {};
}

QString auditTypeText(const std::string &type, OfferingKind kind)
{
    const auto known = named<CommandType>(type);
    return known ? commandName(*known, kind) : lookUp(deedLines, type);
}

QString auditOriginText(const models::AuditEntry &entry)
{
    const QString what = entry.channel == "desk"       ? Operations::tr("Desk")
                         : entry.channel == "guest"    ? Operations::tr("Guest's page")
                         : entry.channel == "worker"   ? Operations::tr("Automatic")
                         : entry.channel == "operator" ? Operations::tr("Operator")
                                                       : newerText();
    return entry.address.empty() ? what
                                 : Operations::tr("%1, %2", "from a desk or a guest's page, network address")
                                       .arg(what, text(entry.address));
}

QString auditFieldName(const std::string &field)
{
    return lookUp(fieldLines, fieldOf(field));
}

QString auditValueText(const std::string &field, const std::string &value, const Names &names)
{
    return value.empty() ? Operations::tr("–", "nothing was there")
                         : storedText(fieldOf(field), value, names);
}

} // namespace deskbell::ui
