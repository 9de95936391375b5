#include "ui/reservation/reservationpanel.h"

#include <QGridLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

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
/// Those that belong to a section have their button there.
bool isMainAction(CommandType type)
{
    return type != CommandType::EditGuest && type != CommandType::EditNote &&
           type != CommandType::RefundPayment && type != CommandType::UnassignUnit;
}
} // namespace

ReservationPanel::ReservationPanel(const House &house, CurrentReservation &current,
                                   ReservationActions &actions, QWidget *parent)
    : QWidget(parent), m_house(house), m_current(current), m_actions(actions), m_texts(new TextKeeper(this)),
      m_pages(new QStackedLayout(this))
{
    setObjectName(QStringLiteral("reservationPanel"));
    setMinimumWidth(290);
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
    m_banner = new Banner(head);
    m_banner->setObjectName(QStringLiteral("panelBanner"));
    column->addWidget(m_banner);
    addActionButtons(column, head);
    return head;
}

void ReservationPanel::addActionButtons(QVBoxLayout *column, QWidget *page)
{
    m_buttonGrid = new QGridLayout;
    m_buttonGrid->setSpacing(space::s);
    for (const CommandType type : ReservationActions::order()) {
        if (!isMainAction(type))
            continue;
        QAction *action = m_actions.action(type);
        auto *button = makeButton(page, "");
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        const auto follow = [this, button, action] {
            button->setText(action->iconText());
            button->setToolTip(action->toolTip());
            placeButtons();
        };
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        button->setProperty("danger", type == CommandType::CancelReservation ||
                                          type == CommandType::RejectReservation ||
                                          type == CommandType::MarkNoShow);
        m_buttons.push_back({type, button});
        button->setText(action->iconText());
        button->hide();
    }
    column->addLayout(m_buttonGrid);
}

void ReservationPanel::placeButtons()
{
    // What comes next is the first and looks so; the others keep their order.
    std::vector<ActionButton> shown;
    for (const ActionButton &one : m_buttons) {
        if (m_actions.targets().size() == 1 && m_actions.action(one.type)->isEnabled())
            shown.push_back(one);
    }
    std::stable_partition(shown.begin(), shown.end(),
                          [this](const ActionButton &one) { return one.type == m_next; });
    for (const auto &[type, button] : m_buttons) {
        const bool isPrimary = type == m_next && !button->property("danger").toBool();
        const QString kind = isPrimary ? QStringLiteral("primary") : QString();
        if (button->property("kind").toString() != kind) {
            button->setProperty("kind", kind);
            repolish(button);
        }
        // Its line would not stand out on the accent.
        button->setIcon(isPrimary ? QIcon() : m_actions.action(type)->icon());
    }
    if (shown == m_placed)
        return;
    m_placed = shown;
    for (const auto &[type, button] : m_buttons)
        button->setVisible(std::find(shown.begin(), shown.end(), ActionButton{type, button}) != shown.end());
    for (int place = 0; place < static_cast<int>(shown.size()); ++place) {
        QPushButton *button = shown[static_cast<std::size_t>(place)].button;
        m_buttonGrid->addWidget(button, place / 2, place % 2);
        if (place > 0)
            setTabOrder(shown[static_cast<std::size_t>(place) - 1].button, button);
    }
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
    auto *scroll = new ColumnScroll(page);
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
    m_stay->addAction(m_actions.action(CommandType::UnassignUnit));
    m_payments->addAction(m_actions.action(CommandType::RefundPayment));
    m_note->addAction(m_actions.action(CommandType::EditNote));
    m_guest->addAction(m_actions.action(CommandType::EditGuest));
    scroll->setColumn(inside);
    outer->addWidget(scroll, 1);
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
            : tr("Choose one in the middle or in the queue to see it here, or press Ctrl+K and "
                 "search for a guest or a code."));
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
    m_guestName->setFullText(text(seen.guest.name));
    m_state->setState(seen.state, kindOf(seen.workflow));
    m_code->setText(text(shortCode(seen.id)));
    m_code->setToolTip(tr("The reservation's code, to be said on the phone"));
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
