#include "ui/outbox/backendview.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

#include <map>
#include <utility>

#include "ui/audit/operationwords.h"
#include "ui/audit/reconciliationnote.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {

/// Often enough to see a breaker close, seldom enough to be no load.
constexpr std::chrono::seconds pollEvery{5};
} // namespace

BackendView::BackendView(models::FrontDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_texts(new TextKeeper(this)), m_poll(new QTimer(this)),
      m_title(makeLabel(this, "section")), m_state(new WrappingLabel(this, "muted")),
      m_books(new ReconciliationNote(this))
{
    setObjectName(QStringLiteral("backendView"));
    m_state->setObjectName(QStringLiteral("backendState"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_title);
    column->addWidget(m_state);
    column->addWidget(m_books);
    connect(m_books, &ReconciliationNote::showAsked, this, &BackendView::reconciliationAsked);
    connect(m_poll, &QTimer::timeout, this, &BackendView::ask);
    connect(&m_desk, &models::FrontDesk::healthTold, this, &BackendView::take);
    connect(&m_desk, &models::FrontDesk::linkChanged, this, &BackendView::followLink);
    m_texts->keep([this] {
        m_title->setText(tr("Backend"));
        rebuild();
    });
}

void BackendView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_poll->start(pollEvery);
    ask();
}

void BackendView::hideEvent(QHideEvent *event)
{
    m_poll->stop();
    QWidget::hideEvent(event);
}

void BackendView::ask()
{
    if (m_desk.link().phase == models::LinkPhase::Online)
        m_desk.askHealth();
    else
        rebuild();
}

void BackendView::followLink()
{
    const bool isOnline = m_desk.link().phase == models::LinkPhase::Online;
    if (std::exchange(m_wasOnline, isOnline) == isOnline)
        return;
    m_health.reset();
    m_error.reset();
    rebuild();
    if (isOnline && isVisible())
        ask();
}

void BackendView::take(const Expected<models::BackendHealth> &health)
{
    std::optional<models::BackendHealth> known;
    std::optional<Error> error;
    if (health)
        known = *health;
    else
        error = health.error();
    // Most answers say the same as the last: nothing is drawn anew, and a screen reader keeps its place.
    if (m_isBuilt && m_health && known && m_health->roles == known->roles &&
        m_health->queues == known->queues && m_health->reconciled == known->reconciled)
        return;
    m_health = std::move(known);
    m_error = std::move(error);
    rebuild();
}

void BackendView::rebuild()
{
    if (m_page) {
        m_page->hide();
        m_page->deleteLater();
    }
    m_page = new QWidget(this);
    m_grid = new QGridLayout(m_page);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::s);
    m_grid->setVerticalSpacing(space::xs);
    m_grid->setColumnStretch(1, 1);
    layout()->addWidget(m_page);
    const bool isOnline = m_desk.link().phase == models::LinkPhase::Online;
    m_state->setText(!isOnline   ? tr("The state of the backend is unknown while this desk is offline.")
                     : m_error   ? tr("The backend is not reporting its state at the moment.")
                     : !m_health ? tr("Asking…")
                                 : QString());
    m_state->setVisible(!m_state->text().isEmpty());
    m_isBuilt = isOnline && m_health;
    m_books->tell(m_isBuilt ? m_health->reconciled : std::nullopt);
    if (!m_isBuilt)
        return;
    addRoles();
    addQueues();
}

void BackendView::addLine(const QIcon &icon, const QString &words, const QString &value, const QString &under)
{
    const int row = m_grid->rowCount();
    auto *sign = makeLabel(m_page);
    sign->setPixmap(icon.pixmap(16, 16));
    m_grid->addWidget(sign, row, 0, Qt::AlignTop);
    m_grid->addWidget(makeLabel(m_page, "", words), row, 1);
    m_grid->addWidget(makeLabel(m_page, "muted", value), row, 2, Qt::AlignRight);
    if (!under.isEmpty())
        m_grid->addWidget(new WrappingLabel(m_page, "muted", under), row + 1, 1, 1, 2);
}

void BackendView::addRoles()
{
    struct Role
    {
        int running = 0;
        int gone = 0;
        std::optional<models::Breaker> breaker; ///< the worst of its processes'
    };
    std::map<std::string, Role> roles;
    // Of whom nobody says that they work: they are stopped.
    std::vector<std::string> order = backendRoles();
    for (const std::string &name : order)
        roles[name];
    for (const models::BackendRole &one : m_health->roles) {
        if (!roles.contains(one.role))
            order.push_back(one.role);
        Role &role = roles[one.role];
        ++(one.isGone ? role.gone : role.running);
        if (one.breaker && !one.isGone && (!role.breaker || one.breaker->state > role.breaker->state))
            role.breaker = one.breaker;
    }
    for (const std::string &name : order) {
        const Role &role = roles[name];
        const auto breaker = role.breaker ? role.breaker->state : models::BreakerState::Closed;
        const QString state = role.running == 0 ? tr("stopped")
                              : role.gone > 0   ? tr("%1 of %2 running")
                                                    .arg(QString::number(role.running),
                                                         QString::number(role.running + role.gone))
                              : breaker == models::BreakerState::Open     ? tr("provider paused")
                              : breaker == models::BreakerState::HalfOpen ? tr("provider tried again")
                                                                          : tr("running");
        const bool isGood = role.running > 0 && role.gone == 0 && breaker == models::BreakerState::Closed;
        addLine(isGood                                                        ? icon("check", Tone::Good)
                : role.running == 0                                           ? icon("alert", Tone::Bad)
                : role.gone == 0 && breaker == models::BreakerState::HalfOpen ? icon("sync", Tone::Warn)
                                                                              : icon("alert", Tone::Warn),
                backendRoleName(name), state, role.breaker ? breakerText(*role.breaker) : QString());
    }
}

void BackendView::addQueues()
{
    for (const models::BackendQueue &queue : m_health->queues) {
        if (queue.waiting == 0)
            continue;
        const QString count = QLocale().toString(static_cast<qulonglong>(queue.waiting));
        const QString value = queue.dueForS ? tr("%1, the oldest for %2", "how many wait, how long")
                                                  .arg(count, secondsText(*queue.dueForS))
                                            : tr("%1", "how many wait").arg(count);
        const bool isLate = queue.dueForS && *queue.dueForS > 60;
        addLine(icon("clock", isLate ? Tone::Warn : Tone::Muted), backendWorkName(queue.work), value);
    }
}

} // namespace deskbell::ui
