#include "ui/reservation/actions.h"

#include <QMenu>
#include <QWidget>

#include <algorithm>
#include <tuple>

#include "domain/decide.h"
#include "ui/asker.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/offering/seatsdialog.h"
#include "ui/payment/paymentdialog.h"
#include "ui/payment/refunddialog.h"
#include "ui/reservation/assigndialog.h"
#include "ui/reservation/consequences.h"
#include "ui/reservation/currentreservation.h"
#include "ui/reservation/guestdialog.h"
#include "ui/reservation/movedialog.h"
#include "ui/reservation/questiondialog.h"
#include "ui/reservation/swapdialog.h"
#include "ui/reservation/textdialog.h"
#include "ui/subject.h"

namespace deskbell::ui {

namespace {

struct Definition
{
    CommandType type;
    const char *name;
    const char *icon;
    const char *shortcut;
    Tone tone;
};

constexpr Definition definitions[] = {
    {typeOf<ConfirmReservation>(), "actionConfirm", "check", "Ctrl+Return", Tone::Good},
    {typeOf<RejectReservation>(), "actionReject", "cancel", "Ctrl+Backspace", Tone::Bad},
    {typeOf<TakePayment>(), "actionTakePayment", "payment", "Ctrl+P", Tone::Text},
    {typeOf<CheckIn>(), "actionCheckIn", "check-in", "Ctrl+I", Tone::Text},
    {typeOf<CheckOut>(), "actionCheckOut", "check-out", "Ctrl+O", Tone::Text},
    {typeOf<AssignUnit>(), "actionAssign", "key", "Ctrl+R", Tone::Text},
    {typeOf<UnassignUnit>(), "actionUnassign", "key-off", "Ctrl+Shift+R", Tone::Text},
    {typeOf<SwapUnits>(), "actionSwap", "swap", "Ctrl+Shift+M", Tone::Text},
    {typeOf<MoveReservation>(), "actionMove", "move", "Ctrl+M", Tone::Text},
    {typeOf<EditGuest>(), "actionEditGuest", "edit", "Ctrl+G", Tone::Text},
    {typeOf<EditNote>(), "actionEditNote", "note", "Ctrl+T", Tone::Text},
    {typeOf<RefundPayment>(), "actionRefund", "refund", "Ctrl+Shift+P", Tone::Text},
    {typeOf<MarkNoShow>(), "actionNoShow", "no-show", "Ctrl+Shift+N", Tone::Text},
    {typeOf<CancelReservation>(), "actionCancel", "trash", "Ctrl+Delete", Tone::Bad},
};

bool takesMany(CommandType type)
{
    return type == typeOf<ConfirmReservation>() || type == typeOf<RejectReservation>() ||
           type == typeOf<CancelReservation>() || type == typeOf<CheckIn>();
}

std::vector<CommandArgs> commandsFor(CommandType type, const std::vector<models::StayRow> &targets,
                                     const std::string &reason)
{
    std::vector<CommandArgs> all;
    for (const models::StayRow &row : targets) {
        if (!row.can(type))
            continue;
        if (type == typeOf<ConfirmReservation>())
            all.emplace_back(ConfirmReservation{row.id});
        else if (type == typeOf<CheckIn>())
            all.emplace_back(CheckIn{row.id});
        else if (type == typeOf<RejectReservation>())
            all.emplace_back(RejectReservation{row.id, reason});
        else
            all.emplace_back(CancelReservation{row.id, reason});
    }
    return all;
}

/// "&Confirm": the letter that picks it in a menu, before the shortcut is added by Qt.
QString tipOf(const QAction &action)
{
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    QString name = action.iconText();
    return keys.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, keys);
}

} // namespace

ReservationActions::ReservationActions(const House &house, Asker &asker, CurrentReservation &current,
                                       models::CardTerminal &terminal, QWidget *window)
    : QObject(window), m_house(house), m_asker(asker), m_current(current), m_terminal(terminal),
      m_window(window), m_new(new QAction(window))
{
    build();
    say();
    setTargets({});
}

void ReservationActions::build()
{
    m_new->setObjectName(QStringLiteral("actionNew"));
    m_new->setIcon(icon("plus"));
    m_new->setShortcut(QKeySequence(QStringLiteral("Ctrl+N")));
    m_window->addAction(m_new);
    connect(m_new, &QAction::triggered, this, [this] { makeNew({}); });
    for (const Definition &definition : definitions) {
        auto *action = new QAction(m_window);
        action->setObjectName(QLatin1String(definition.name));
        action->setIcon(icon(definition.icon, definition.tone));
        action->setShortcut(QKeySequence(QLatin1String(definition.shortcut)));
        m_window->addAction(action);
        m_actions[static_cast<std::size_t>(definition.type)] = action;
        const CommandType type = definition.type;
        connect(action, &QAction::triggered, this, [this, type] { carryOut(type); });
    }
}

void ReservationActions::say()
{
    m_new->setText(tr("&New reservation…"));
    m_new->setIconText(tr("New reservation"));
    m_new->setToolTip(tipOf(*m_new));
    const std::pair<CommandType, QString> texts[] = {
        {typeOf<ConfirmReservation>(), tr("&Confirm")},
        {typeOf<RejectReservation>(), tr("&Reject…")},
        {typeOf<TakePayment>(), tr("Take a &payment…")},
        {typeOf<CheckIn>(), tr("Check &in")},
        {typeOf<CheckOut>(), tr("Check &out")},
        {typeOf<AssignUnit>(), tr("&Assign a room…")},
        {typeOf<UnassignUnit>(), tr("Unassign &the room")},
        {typeOf<SwapUnits>(), tr("S&wap rooms…")},
        {typeOf<MoveReservation>(), tr("&Move…")},
        {typeOf<EditGuest>(), tr("Edit &guest…")},
        {typeOf<EditNote>(), tr("Edit not&e…")},
        {typeOf<RefundPayment>(), tr("Re&fund…")},
        {typeOf<MarkNoShow>(), tr("No-&show")},
        {typeOf<CancelReservation>(), tr("Cance&l the reservation…")},
    };
    for (const auto &[type, words] : texts) {
        QAction *one = action(type);
        // Rooms have letters to pick by; a book is handed out in words of its own.
        const QString own =
            type == typeOf<AssignUnit>() && m_hasUnit ? changeUnitName(m_kind) : commandName(type, m_kind);
        one->setText(own == commandName(type) ? words : own);
        one->setIconText(own);
        one->setToolTip(tipOf(*one));
    }
}

const std::vector<CommandType> &ReservationActions::order()
{
    static const std::vector<CommandType> types = [] {
        std::vector<CommandType> all;
        for (const Definition &definition : definitions)
            all.push_back(definition.type);
        return all;
    }();
    return types;
}

void ReservationActions::setTargets(std::vector<models::StayRow> rows)
{
    const auto isSame = [](const models::StayRow &a, const models::StayRow &b) {
        return a.id == b.id && a.possible == b.possible;
    };
    if (!std::ranges::equal(m_targets, rows, isSame))
        m_guard.changed();
    m_targets = std::move(rows);
    const OfferingKind kind = kindOfTargets();
    const bool hasUnit = m_targets.size() == 1 && !m_targets.front().unit.isNull();
    if (kind != m_kind || hasUnit != m_hasUnit) {
        m_kind = kind;
        m_hasUnit = hasUnit;
        say();
    }
    for (const CommandType type : order()) {
        const auto can = std::count_if(m_targets.begin(), m_targets.end(),
                                       [&](const models::StayRow &row) { return row.can(type); });
        const bool isPossible = m_targets.size() < 2          ? can > 0
                                : type == typeOf<SwapUnits>() ? canSwapTargets()
                                                              : takesMany(type) && can > 0;
        action(type)->setEnabled(isPossible);
    }
}

bool ReservationActions::canSwapTargets() const
{
    if (m_targets.size() != 2)
        return false;
    const auto &[one, other] = std::tie(m_targets.front(), m_targets.back());
    return one.can(typeOf<SwapUnits>()) && other.can(typeOf<SwapUnits>()) && one.offering == other.offering &&
           nightsInCommon(one.stay, one.state, other.stay, other.state, m_house.property().businessDate);
}

OfferingKind ReservationActions::kindOfTargets() const
{
    if (m_targets.empty())
        return OfferingKind::Rooms;
    const auto known = m_house.offering(m_targets.front().offering);
    return known ? kindOf(known->workflow) : OfferingKind::Rooms;
}

void ReservationActions::fillMenu(QMenu &menu, bool isOnlyPossible) const
{
    menu.setToolTipsVisible(false);
    for (const CommandType type : order()) {
        const bool isSection = type == typeOf<TakePayment>() || type == typeOf<AssignUnit>() ||
                               type == typeOf<EditGuest>() || type == typeOf<MarkNoShow>();
        if (isSection && !menu.isEmpty())
            menu.addSeparator();
        if (!isOnlyPossible || action(type)->isEnabled())
            menu.addAction(action(type));
    }
}

const Reservation *ReservationActions::current() const
{
    const auto &detail = m_current.detail();
    return detail ? &detail->seen : nullptr;
}

void ReservationActions::carryOut(CommandType type)
{
    if (m_targets.empty())
        return;
    switch (type) {
    case typeOf<RejectReservation>():
    case typeOf<CancelReservation>():
        askReason(type);
        return;
    case typeOf<ConfirmReservation>():
    case typeOf<CheckIn>():
        for (const CommandArgs &args : commandsFor(type, m_targets, {}))
            m_asker.ask(args);
        m_guard.changed();
        return;
    case typeOf<SwapUnits>():
        if (canSwapTargets()) {
            m_asker.ask(SwapUnits{m_targets.front().id, m_targets.back().id});
            m_guard.changed();
            return;
        }
        break;
    default:
        break;
    }
    // The rest needs the whole reservation, which is here or a moment away.
    m_current.whenHere(m_targets.front().id, [this, type] {
        switch (type) {
        case typeOf<MoveReservation>():
            openMove();
            break;
        case typeOf<TakePayment>():
        case typeOf<RefundPayment>():
            openMoney(type);
            break;
        case typeOf<CheckOut>():
        case typeOf<MarkNoShow>():
        case typeOf<UnassignUnit>():
            askFirst(type);
            break;
        default:
            openEdit(type);
            break;
        }
    });
}

void ReservationActions::askFirst(CommandType type)
{
    const Reservation *now = current();
    if (asksFirst(type, *now, m_house.property().businessDate))
        open(new QuestionDialog(type, *now, m_house, m_asker, m_guard, m_window));
    else
        m_asker.ask(CheckOut{now->id});
    m_guard.changed();
}

void ReservationActions::askReason(CommandType type)
{
    const auto kind =
        type == typeOf<RejectReservation>() ? TextDialog::Kind::RejectReason : TextDialog::Kind::CancelReason;
    std::vector<models::StayRow> targets = m_targets;
    std::erase_if(targets, [type](const models::StayRow &row) { return !row.can(type); });
    const Reservation *one = current();
    const bool isOne = targets.size() == 1 && one && one->id == targets.front().id;
    TextDialog::About about;
    about.lines = [this, type, targets, kind = m_kind, role = m_asker.desk().actor().role,
                   whole = isOne ? std::optional(*one) : std::nullopt]() -> QStringList {
        const QString subject = targets.size() == 1
                                    ? subjectText(targets.front(), m_house)
                                    : tr("%n reservation(s)", nullptr, static_cast<int>(targets.size()));
        return QStringList{subject} +
               (whole ? consequences(type, *whole, m_house.names(kind), m_house.property().businessDate, role)
                      : consequences(targets, m_house.property().currency, kind, role));
    };
    about.commands = [type, targets](const std::string &reason) {
        return commandsFor(type, targets, reason);
    };
    open(new TextDialog(kind, std::move(about), m_house, m_asker, m_window));
}

void ReservationActions::open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ReservationActions::openMove()
{
    const Reservation *now = current();
    MoveReservation same{now->id, now->offering, now->stay, now->unit, now->nightlyPrices};
    open(new MoveDialog(m_house, m_asker, *now, same, std::nullopt, m_window));
}

void ReservationActions::openEdit(CommandType type)
{
    const Reservation *now = current();
    if (type == typeOf<AssignUnit>()) {
        open(new AssignDialog(m_house, m_asker, *now, m_window));
    } else if (type == typeOf<SwapUnits>()) {
        open(new SwapDialog(m_house, m_asker, *now, m_window));
    } else if (type == typeOf<EditGuest>()) {
        open(new GuestDialog(m_house, m_asker, *now, m_window));
    } else {
        TextDialog::About about;
        about.lines = [this, whom = *now] { return QStringList{subjectText(whom, m_house)}; };
        about.text = typed(now->note);
        about.seenVersion = now->version;
        about.commands = [id = now->id](const std::string &note) {
            return std::vector<CommandArgs>{EditNote{id, note}};
        };
        open(new TextDialog(TextDialog::Kind::Note, std::move(about), m_house, m_asker, m_window));
    }
}

void ReservationActions::openMoney(CommandType type)
{
    if (type == typeOf<TakePayment>())
        open(new PaymentDialog(m_house, m_asker, m_current, m_terminal, m_window));
    else
        open(new RefundDialog(m_house, m_asker, *current(), m_window));
}

void ReservationActions::makeNew(const ReservationWish &wish)
{
    const auto take = [this](TakingDialog *dialog) {
        connect(dialog, &QDialog::accepted, this, [this, dialog] { emit made(dialog->reservation()); });
        open(dialog);
    };
    const std::vector<Offering> offerings = m_house.offerings();
    const auto isOnce = [](const Offering &o) { return o.workflow.slotKind == SlotKind::Once; };
    const auto known = m_house.offering(wish.offering);
    // A theatre has no rooms: its new reservation is of seats.
    const bool hasOnlyOnce = !offerings.empty() && std::all_of(offerings.begin(), offerings.end(), isOnce);
    if (known ? isOnce(*known) : hasOnlyOnce)
        take(new SeatsDialog(m_house, m_asker, wish, m_window));
    else
        take(new NewReservationDialog(m_house, m_asker, wish, m_window));
}

void ReservationActions::move(const ReservationId &id, const OfferingId &offering,
                              const std::optional<UnitId> &unit, const Stay &stay)
{
    m_current.whenHere(id, [=, this] {
        const Reservation *now = current();
        if (now->offering == offering && now->stay == stay) {
            if (unit && now->unit != unit)
                m_asker.ask(AssignUnit{id, *unit});
            else if (!unit && now->unit)
                m_asker.ask(UnassignUnit{id});
            return;
        }
        const auto to = m_house.offering(offering);
        if (!to)
            return;
        const MoveReservation move{id, offering, stay, unit, pricesAfterMove(*now, *to, stay)};
        open(new MoveDialog(m_house, m_asker, *now, move, std::nullopt, m_window));
    });
}

void ReservationActions::moveAgain(const MoveReservation &wanted, const CommandId &supersedes)
{
    m_current.whenHere(wanted.reservation, [=, this] {
        open(new MoveDialog(m_house, m_asker, *current(), wanted, supersedes, m_window));
    });
}

} // namespace deskbell::ui
