#include "ui/outbox/outboxpanel.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/asker.h"
#include "ui/format.h"
#include "ui/outbox/attentioncardview.h"
#include "ui/outbox/backendview.h"
#include "ui/outbox/linkwords.h"
#include "ui/parts/columnscroll.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/sentences.h"
#include "ui/subject.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {
constexpr std::size_t mostItems = 100;

void clear(QVBoxLayout *column)
{
    while (QLayoutItem *item = column->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}
/// Which of the ways to be offline it is, where that says more.
QString whyOffline(const Error &note)
{
    const auto reason = note.facts.find("reason");
    if (reason == note.facts.end() || reason->second == "offline" || !hasSentence(reason->second))
        return {};
    return QLatin1Char('\n') + sentence({reason->second, note.facts}, {});
}
} // namespace

OutboxPanel::OutboxPanel(const House &house, Asker &asker, QWidget *parent)
    : QWidget(parent), m_house(house), m_asker(asker), m_texts(new TextKeeper(this)),
      m_clock([] { return Instant{std::chrono::milliseconds{QDateTime::currentMSecsSinceEpoch()}}; }),
      m_stock(new QTimer(this))
{
    setObjectName(QStringLiteral("outboxPanel"));
    setMinimumWidth(290);
    build();
    connect(&m_asker.desk(), &models::FrontDesk::outboxChanged, this, &OutboxPanel::follow);
    connect(&m_asker.desk(), &models::FrontDesk::linkChanged, this, &OutboxPanel::follow);
    m_stock->setSingleShot(true);
    m_stock->setInterval(std::chrono::milliseconds{100});
    connect(m_stock, &QTimer::timeout, this, &OutboxPanel::renewChoices);
    auto *ageing = new QTimer(this);
    connect(ageing, &QTimer::timeout, this, &OutboxPanel::followItems);
    ageing->start(std::chrono::seconds{30});
    m_texts->keep([this] {
        setAccessibleName(tr("Outbox"));
        m_title->setText(tr("Connection and outbox"));
        m_reconnect->setText(tr("Reconnec&t now"));
        m_cardViews.clear();
        clear(m_cards);
        follow();
    });
}

void OutboxPanel::setClock(std::function<Instant()> clock)
{
    m_clock = std::move(clock);
    followItems();
}

void OutboxPanel::followStock()
{
    // Nobody chooses from a card that is not to be seen.
    if (isVisible() && !m_stock->isActive())
        m_stock->start();
}

bool OutboxPanel::focusCard()
{
    const auto &cards = m_asker.desk().outbox().cards;
    const auto found = cards.empty() ? m_cardViews.end() : m_cardViews.find(cards.front().command.id);
    if (found == m_cardViews.end())
        return false;
    found->second->takeFocus();
    return true;
}

void OutboxPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    renewChoices();
}

void OutboxPanel::renewChoices()
{
    for (const auto &[id, view] : m_cardViews)
        view->followStock();
    chainFocus();
}

void OutboxPanel::chainFocus()
{
    // What is made last would be last in the whole window; on the screen it comes after the head.
    QWidget *before = m_reconnect;
    for (const models::AttentionCard &card : m_asker.desk().outbox().cards) {
        if (const auto found = m_cardViews.find(card.command.id); found != m_cardViews.end())
            before = found->second->chainFocus(before);
    }
}

void OutboxPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

void OutboxPanel::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *frame = new QFrame(this);
    frame->setProperty("role", QStringLiteral("panel"));
    outer->addWidget(frame);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::l, space::m, space::s, space::m);
    auto *titleRow = new QHBoxLayout;
    m_title = makeLabel(frame, "display");
    auto *close = makeToolButton(frame, "outboxClose", icon("cross", Tone::Muted));
    connect(close, &QToolButton::clicked, this, &OutboxPanel::closed);
    m_texts->keep([this, close] {
        close->setToolTip(tr("Close (Esc)"));
        close->setAccessibleName(tr("Close"));
    });
    titleRow->addWidget(m_title, 1);
    titleRow->addWidget(close);
    head->addLayout(titleRow);
    m_linkLine = makeLabel(frame, "muted");
    m_linkLine->setWordWrap(true);
    head->addWidget(m_linkLine);
    m_reconnect = makeButton(frame, "outboxReconnect");
    m_reconnect->setIcon(icon("sync"));
    head->addSpacing(space::xs);
    head->addWidget(m_reconnect, 0, Qt::AlignLeft);
    connect(m_reconnect, &QPushButton::clicked, this, [this] { m_asker.desk().reconnectNow(); });
    column->addLayout(head);
    column->addWidget(makeRule(frame));

    auto *scroll = new ColumnScroll(frame);
    auto *inside = new QWidget(scroll);
    inside->setProperty("role", QStringLiteral("page"));
    auto *list = new QVBoxLayout(inside);
    list->setContentsMargins(space::l, space::m, space::l, space::l);
    list->setSpacing(space::s);
    m_cardsTitle = makeLabel(inside, "section");
    m_itemsTitle = makeLabel(inside, "section");
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(space::m);
    m_items = new QVBoxLayout;
    m_items->setSpacing(space::s);
    list->addWidget(m_cardsTitle);
    list->addLayout(m_cards);
    list->addSpacing(space::s);
    list->addWidget(m_itemsTitle);
    list->addLayout(m_items);
    list->addSpacing(space::s);
    auto *backend = new BackendView(m_asker.desk(), inside);
    connect(backend, &BackendView::reconciliationAsked, this, &OutboxPanel::reconciliationAsked);
    list->addWidget(backend);
    list->addStretch();
    scroll->setColumn(inside);
    column->addWidget(scroll, 1);
    // Below all that can be pressed: it comes and goes and moves nothing.
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(space::m, 0, space::m, space::m);
    m_banner = new Banner(frame);
    foot->addWidget(m_banner);
    column->addLayout(foot);
}

void OutboxPanel::follow()
{
    const models::LinkState &link = m_asker.desk().link();
    const QTimeZone zone = m_house.names().zone;
    const bool isOnline = link.phase == models::LinkPhase::Online;
    QString line = isOnline ? tr("Online. Your work reaches the backend at once.")
                            : tr("Offline. You can keep working: your entries are kept on this desk and sent "
                                 "when the connection is restored.");
    if (link.phase == models::LinkPhase::CatchingUp || link.phase == models::LinkPhase::Connecting)
        line = tr("Reconnecting to the backend.");
    else if (isOnline &&
             std::ranges::any_of(m_asker.desk().outbox().items, [](const models::OutboxItem &item) {
                 return item.state == models::OutboxState::Waiting && item.lastError.has_value();
             }))
        line = tr("Online, but the backend is not taking everything at the moment. Waiting entries are kept "
                  "on this desk and sent again until they arrive.");
    else if (isSlow(link))
        line = tr("The backend is slow to answer. Your entries are kept on this desk and sent again until "
                  "they arrive.");
    if (const Error *why = noteOf(link, "offline-reason"); why && link.phase == models::LinkPhase::Offline)
        line += whyOffline(*why);
    if (!isOnline && link.lastHeard)
        line += QLatin1Char('\n') + tr("Last contact: %1").arg(instantText(*link.lastHeard, zone));
    m_linkLine->setText(line);
    m_reconnect->setVisible(link.phase == models::LinkPhase::Offline);
    followCards();
    followItems();
    guardWhatMoved();
}

void OutboxPanel::guardWhatMoved()
{
    std::vector<CommandId> listed;
    for (const models::AttentionCard &card : m_asker.desk().outbox().cards)
        listed.push_back(card.command.id);
    for (const models::OutboxItem &item : m_asker.desk().outbox().items)
        listed.push_back(item.command.id);
    // What is only added at the end moves nothing.
    const auto [before, now] = std::ranges::mismatch(m_listed, listed);
    if (before != m_listed.end())
        m_guard.changed();
    m_listed = std::move(listed);
}

void OutboxPanel::followCards()
{
    const auto &cards = m_asker.desk().outbox().cards;
    m_cardsTitle->setText(tr("Needs attention (%1)").arg(cards.size()));
    m_cardsTitle->setVisible(!cards.empty());
    std::erase_if(m_cardViews, [&](const auto &entry) {
        const bool isGone = std::none_of(cards.begin(), cards.end(), [&](const models::AttentionCard &card) {
            return card.command.id == entry.first;
        });
        if (isGone) {
            entry.second->hide();
            entry.second->deleteLater();
        }
        return isGone;
    });
    for (const models::AttentionCard &card : cards) {
        if (m_cardViews.contains(card.command.id))
            continue;
        auto *view = new AttentionCardView(card, m_house, m_guard, this);
        connect(view, &AttentionCardView::chosen, this, &OutboxPanel::choose);
        m_cards->addWidget(view);
        m_cardViews[card.command.id] = view;
    }
    chainFocus();
}

void OutboxPanel::followItems()
{
    const auto &items = m_asker.desk().outbox().items;
    clear(m_items);
    m_itemsTitle->setText(tr("Waiting to be sent (%1)").arg(items.size()));
    if (items.empty()) {
        QLabel *none = makeLabel(this, "muted", tr("Nothing is waiting: all your entries have been sent."));
        none->setWordWrap(true);
        m_items->addWidget(none);
    }
    for (std::size_t i = 0; i < items.size() && i < mostItems; ++i)
        m_items->addWidget(itemView(items[i]));
    if (items.size() > mostItems)
        m_items->addWidget(makeLabel(
            this, "muted", tr("… and %n more", nullptr, static_cast<int>(items.size() - mostItems))));
}

QWidget *OutboxPanel::itemView(const models::OutboxItem &item)
{
    const Names names = m_house.names(item.command.args);
    auto *view = new QFrame(this);
    view->setObjectName(QStringLiteral("outboxItem"));
    view->setProperty("role", QStringLiteral("card"));
    auto *row = new QHBoxLayout(view);
    row->setContentsMargins(space::m, space::s, space::s, space::s);
    auto *column = new QVBoxLayout;
    column->setSpacing(1);
    const QString whom = subjectText(item.command.args, m_house, item.guest);
    auto *subject = new ElidedLabel(view);
    subject->setFullText(whom);
    subject->setHidden(whom.isEmpty());
    auto *what = makeLabel(view, "", commandText(item.command.args, names));
    what->setWordWrap(true);
    QString state =
        tr("%1 · %2", "state, age").arg(outboxStateName(item.state), ageText(item.command.madeAt, m_clock()));
    if (item.lastError)
        state += QLatin1Char('\n') + sentence(*item.lastError, names);
    QLabel *under = makeLabel(view, "muted", state);
    under->setWordWrap(true);
    column->addWidget(subject);
    column->addWidget(what);
    column->addWidget(under);
    row->addLayout(column, 1);
    // What has been sent may have been carried out.
    if (item.state == models::OutboxState::Waiting && item.attempts == 0) {
        auto *withdraw = makeToolButton(view, "outboxWithdraw", icon("undo"));
        withdraw->setFocusPolicy(Qt::StrongFocus);
        withdraw->setToolTip(tr("Withdraw: do not send it"));
        withdraw->setAccessibleName(tr("Withdraw"));
        const CommandId id = item.command.id;
        connect(withdraw, &QToolButton::clicked, this, [this, withdraw, id] {
            if (!m_guard.takesClicks())
                return;
            withdraw->setEnabled(false);
            m_asker.desk().withdraw(id);
        });
        row->addWidget(withdraw, 0, Qt::AlignTop);
    }
    return view;
}

void OutboxPanel::choose(const models::AttentionCard &card, const Choice &choice)
{
    const auto about = reservationOf(card.command.args);
    switch (choice.then) {
    case Choice::Then::Submit: {
        models::SubmitOptions options;
        options.supersedes = card.command.id;
        m_banner->clear();
        m_asker.ask(
            *choice.args, this,
            [this, id = card.command.id, args = *choice.args](const std::optional<Error> &refusal) {
                if (!refusal)
                    return;
                m_banner->tell(Banner::Kind::Bad,
                               tr("%1: %2", "what was asked: why not")
                                   .arg(askedText(args, m_house), sentence(*refusal, m_house.names(args))));
                // Its choices are worked out anew from what is free now.
                if (const auto found = m_cardViews.find(id); found != m_cardViews.end()) {
                    found->second->deleteLater();
                    m_cardViews.erase(found);
                    followCards();
                }
            },
            options);
        break;
    }
    case Choice::Then::OpenNew:
        emit newAsked(std::get<MakeReservation>(*choice.args), card.command.id);
        break;
    case Choice::Then::OpenMove:
        emit moveAsked(std::get<MoveReservation>(*choice.args), card.command.id);
        break;
    case Choice::Then::OpenSetUp:
        emit setUpAsked(*choice.args, card.command.id);
        break;
    case Choice::Then::OpenPayment:
        if (about)
            emit paymentAsked(*about);
        break;
    case Choice::Then::Show:
        if (about)
            emit showAsked(*about);
        break;
    case Choice::Then::Drop:
        m_asker.desk().dismissCard(card.command.id);
        break;
    }
}

} // namespace deskbell::ui
