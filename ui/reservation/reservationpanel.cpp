#include "ui/reservation/reservationpanel.h"

#include <QGridLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

#include "domain/decide.h"
#include "ui/format.h"
#include "ui/parts/columnscroll.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/reservation/actions.h"
#include "ui/reservation/currentreservation.h"
#include "ui/reservation/section.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {
/// Where each button is, row by row, whatever is possible: nothing else ever comes to where it was. Two share
/// a place where no single step leads from one to the other. Those that belong to a section are there.
struct Place
{
    CommandType type;
    int place;
};
constexpr Place places[] = {
    {typeOf<CheckIn>(), 0},     {typeOf<CheckOut>(), 1},          {typeOf<ConfirmReservation>(), 1},
    {typeOf<TakePayment>(), 2}, {typeOf<AssignUnit>(), 3},        {typeOf<MoveReservation>(), 4},
    {typeOf<MarkNoShow>(), 5},  {typeOf<RejectReservation>(), 5}, {typeOf<CancelReservation>(), 6},
};
constexpr int columns = 2;
/// Has its row to itself.
constexpr int lastPlace = 6;
/// Of a button with an icon and of one without, of what comes next and of the others.
constexpr int rowHeight = 32;
} // namespace

ReservationPanel::ReservationPanel(const House &house, CurrentReservation &current,
                                   ReservationActions &actions, QWidget *parent)
    : QWidget(parent), m_house(house), m_current(current), m_actions(actions), m_texts(new TextKeeper(this)),
      m_pages(new QStackedLayout(this))
{
    setObjectName(QStringLiteral("reservationPanel"));
    setMinimumWidth(336);
    buildEmpty();
    buildDetail();
    connect(&m_current, &CurrentReservation::switched, this, &ReservationPanel::follow);
    connect(&m_current, &CurrentReservation::changed, this, &ReservationPanel::follow);
    m_texts->keep([this] {
        setAccessibleName(tr("Reservation"));
        m_emptyTitle->setText(tr("No reservation chosen"));
        sayEmpty();
        m_folio->setHeading(tr("Folio"));
        m_payments->setHeading(tr("Payments"));
        m_notices->setHeading(tr("Messages to the guest"));
        m_note->setHeading(tr("Note"));
        m_guest->setHeading(tr("Guest"));
        m_history->setHeading(tr("History"));
        follow();
    });
}

void ReservationPanel::buildEmpty()
{
    auto *page = new QFrame(this);
    page->setProperty("role", QStringLiteral("panel"));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::s);
    m_emptySign = makeLabel(page);
    m_emptySign->setAlignment(Qt::AlignHCenter);
    m_emptyTitle = makeLabel(page, "section");
    m_emptyTitle->setAlignment(Qt::AlignHCenter);
    m_emptyHint = makeLabel(page, "muted");
    m_emptyHint->setAlignment(Qt::AlignHCenter);
    m_emptyHint->setWordWrap(true);
    column->addStretch(2);
    column->addWidget(m_emptySign);
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyHint);
    column->addStretch(3);
    m_pages->addWidget(page);
}

QWidget *ReservationPanel::buildHead(QWidget *page)
{
    auto *head = new QWidget(page);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(space::l, space::l, space::l, space::s);
    column->setSpacing(space::s);
    m_guestName = new ElidedLabel(head);
    m_guestName->setObjectName(QStringLiteral("panelGuest"));
    m_guestName->setProperty("role", QStringLiteral("display"));
    column->addWidget(m_guestName);
    auto *row = new QHBoxLayout;
    m_state = new StateChip(head);
    m_state->setObjectName(QStringLiteral("panelState"));
    m_code = makeLabel(head, "muted");
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_code->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_state);
    row->addStretch();
    row->addWidget(m_code);
    column->addLayout(row);
    addActionButtons(column, head);
    return head;
}

void ReservationPanel::addActionButtons(QVBoxLayout *column, QWidget *page)
{
    m_buttonGrid = new QGridLayout;
    m_buttonGrid->setSpacing(space::s);
    for (int i = 0; i < columns; ++i)
        m_buttonGrid->setColumnStretch(i, 1);
    for (const auto &[type, place] : places) {
        QAction *action = m_actions.action(type);
        auto *button = makeButton(page, "");
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        const auto follow = [this, button, action] {
            button->setText(action->iconText());
            button->setToolTip(action->toolTip());
            placeButtons();
        };
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, this, [this, action] {
            if (m_actions.guard().takesClicks())
                action->trigger();
        });
        button->setProperty("danger", type == typeOf<CancelReservation>() ||
                                          type == typeOf<RejectReservation>() ||
                                          type == typeOf<MarkNoShow>());
        m_buttons.push_back({type, place, button});
        button->setText(action->iconText());
        m_buttonGrid->addWidget(button, place / columns, place % columns, 1,
                                place == lastPlace ? columns : 1);
        m_buttonGrid->setRowMinimumHeight(place / columns, rowHeight);
        QSizePolicy keepsItsRoom = button->sizePolicy();
        keepsItsRoom.setRetainSizeWhenHidden(true);
        button->setSizePolicy(keepsItsRoom);
    }
    column->addLayout(m_buttonGrid);
}

bool ReservationPanel::isPossible(CommandType type) const
{
    return m_actions.targets().size() == 1 && m_actions.action(type)->isEnabled();
}

bool ReservationPanel::isOfUse(CommandType type) const
{
    if (!m_current.detail())
        return true;
    const Workflow &workflow = m_current.detail()->seen.workflow;
    return type == typeOf<TakePayment>()  ? workflow.payment != PaymentTiming::None
           : type == typeOf<AssignUnit>() ? workflow.unit != UnitTiming::None
                                          : true;
}

bool ReservationPanel::isShown(const ActionButton &button) const
{
    // Of two in one place the one that is possible, else the first of them.
    const auto isThere = [&](const ActionButton &other) { return other.place == button.place; };
    auto shown = std::ranges::find_if(
        m_buttons, [&](const ActionButton &other) { return isThere(other) && isPossible(other.type); });
    if (shown == m_buttons.end())
        shown = std::ranges::find_if(m_buttons, isThere);
    return shown->type == button.type && isOfUse(button.type);
}

void ReservationPanel::placeButtons()
{
    std::vector<std::pair<bool, bool>> placed; // shown, possible
    for (const ActionButton &one : m_buttons) {
        // What comes next looks so.
        const bool isPrimary = one.type == m_next && !one.button->property("danger").toBool();
        const QString kind = isPrimary ? QStringLiteral("primary") : QString();
        if (one.button->property("kind").toString() != kind) {
            one.button->setProperty("kind", kind);
            repolish(one.button);
        }
        // Its line would not stand out on the accent.
        one.button->setIcon(isPrimary ? QIcon() : m_actions.action(one.type)->icon());
        placed.emplace_back(isShown(one), isPossible(one.type));
    }
    if (placed == m_placed)
        return;
    m_placed = std::move(placed);
    for (const ActionButton &one : m_buttons) {
        // The keyboard must not come from a button that goes to one that was not meant.
        if (one.button->hasFocus() && !isPossible(one.type))
            m_scroll->setFocus(Qt::OtherFocusReason);
        one.button->setVisible(isShown(one));
        one.button->setEnabled(isPossible(one.type));
    }
    chainButtons();
}

void ReservationPanel::chainButtons()
{
    std::vector<ActionButton> order = m_buttons;
    std::ranges::stable_sort(order, {}, [this](const ActionButton &one) {
        return std::tuple(!isPossible(one.type), one.type != m_next, one.place);
    });
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1].button, order[i].button);
}

void ReservationPanel::buildDetail()
{
    auto *page = new QFrame(this);
    page->setProperty("role", QStringLiteral("panel"));
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(buildHead(page));
    outer->addWidget(makeRule(page));
    auto *scroll = m_scroll = new ColumnScroll(page);
    scroll->setObjectName(QStringLiteral("panelScroll"));
    auto *inside = new QWidget(scroll);
    inside->setProperty("role", QStringLiteral("page"));
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(space::m);
    Section **const sections[] = {&m_stay, &m_folio, &m_payments, &m_notices, &m_note, &m_guest, &m_history};
    bool isFirst = true;
    for (Section **section : sections) {
        if (!isFirst)
            column->addWidget(makeRule(inside));
        isFirst = false;
        *section = new Section(inside);
        column->addWidget(*section);
    }
    m_notices->setObjectName(QStringLiteral("panelNotices"));
    column->addStretch();
    connectFolds();
    m_stay->addAction(m_actions.action(typeOf<UnassignUnit>()), m_actions.guard());
    m_payments->addAction(m_actions.action(typeOf<RefundPayment>()), m_actions.guard());
    m_note->addAction(m_actions.action(typeOf<EditNote>()), m_actions.guard());
    m_guest->addAction(m_actions.action(typeOf<EditGuest>()), m_actions.guard());
    scroll->setColumn(inside);
    outer->addWidget(scroll, 1);
    // Below all that can be pressed: it comes and goes and moves nothing.
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(space::m, 0, space::m, space::m);
    m_banner = new Banner(page);
    m_banner->setObjectName(QStringLiteral("panelBanner"));
    foot->addWidget(m_banner);
    outer->addLayout(foot);
    m_pages->addWidget(page);
}

void ReservationPanel::connectFolds()
{
    m_folio->setObjectName(QStringLiteral("folio"));
    m_history->setObjectName(QStringLiteral("history"));
    connect(m_folio, &Section::folded, this, [this] {
        m_areNightsUnfolded = !m_areNightsUnfolded;
        follow();
    });
    connect(m_history, &Section::folded, this, [this] {
        m_isHistoryUnfolded = !m_isHistoryUnfolded;
        follow();
    });
}

void ReservationPanel::sayEmpty()
{
    const auto kind = m_house.kind();
    m_emptySign->setPixmap(icon(kind == OfferingKind::Rooms         ? "bed"
                                : kind == OfferingKind::Performance ? "ticket"
                                                                    : "list",
                                Tone::Muted)
                               .pixmap(40, 40));
    m_emptyHint->setText(
        kind == OfferingKind::Rooms
            ? tr("Choose one on the board or in the queue to see it here, or press Ctrl+K and "
                 "search for a guest, a room or a code.")
            : tr("Choose one in the main view or in the queue to see it here, or press Ctrl+K and search for "
                 "a guest or a code."));
}

void ReservationPanel::follow()
{
    const auto &detail = m_current.detail();
    if (!detail) {
        // While another one is being fetched the last stays, for a blink of an eye.
        if (m_current.id().isNull())
            m_pages->setCurrentIndex(0);
        return;
    }
    const Reservation &seen = detail->seen;
    if (seen.id != m_shown) {
        m_shown = seen.id;
        m_areNightsUnfolded = m_isHistoryUnfolded = false;
    }
    m_guestName->setFullText(guestText(seen.guest.name));
    m_state->setState(seen.state, kindOf(seen.workflow));
    m_code->setText(text(shortCode(seen.id)));
    m_code->setToolTip(tr("Reservation code, easy to say on the phone"));
    m_next = nextCommand(seen, m_house.property().businessDate);
    placeButtons();
    showWaiting(*detail);
    showStay(seen);
    showFolio(seen);
    showPayments(seen);
    showNotices(seen);
    showNote(seen);
    showGuest(seen);
    showHistory(seen);
    m_pages->setCurrentIndex(1);
}

} // namespace deskbell::ui
