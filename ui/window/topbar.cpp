#include "ui/window/topbar.h"

#include <QAction>
#include <QCalendarWidget>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>

#include <utility>

#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/plaintext.h"
#include "ui/theme.h"
#include "ui/window/searchfield.h"

namespace deskbell::ui {

namespace {
constexpr int spans[] = {7, 14, 31, 92, 365};
/// Below this the search would have no room for its words.
constexpr int narrowWidth = 1180;
} // namespace

TopBar::TopBar(models::FrontDesk &desk, const House &house, const Actions &actions, QWidget *parent)
    : QFrame(parent), m_house(house), m_texts(new TextKeeper(this)), m_property(new ElidedLabel(this)),
      m_businessDate(makeLabel(this, "muted")), m_date(new QDateEdit(this)), m_span(new QComboBox(this)),
      m_search(new SearchField(desk, house, this)), m_user(makeToolButton(this, "userMenu", icon("user")))
{
    setObjectName(QStringLiteral("topBar"));
    setProperty("role", QStringLiteral("bar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::s, space::m, space::s);
    row->setSpacing(space::s);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    m_property->setProperty("role", QStringLiteral("title"));
    m_property->setObjectName(QStringLiteral("propertyName"));
    m_property->setMinimumWidth(110);
    m_businessDate->setObjectName(QStringLiteral("businessDate"));
    names->addWidget(m_property);
    names->addWidget(m_businessDate);
    row->addLayout(names);
    row->addSpacing(space::s);
    buildDays(actions);
    row->addStretch(1);
    m_search->setMaximumWidth(420);
    row->addWidget(m_search, 12);
    row->addStretch(1);
    auto *fresh = makeButton(this, "newReservation", "primary");
    fresh->setIcon(icon("plus", Tone::OnAccent));
    connect(fresh, &QPushButton::clicked, actions.newReservation, &QAction::trigger);
    row->addWidget(fresh);
    m_user->setProperty("hasText", true);
    m_user->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_user->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(m_user);
    QAction *newReservation = actions.newReservation;
    m_texts->keep([this, fresh, newReservation] {
        fresh->setText(tr("New reservation"));
        fresh->setToolTip(newReservation->toolTip());
        say();
    });
}

QToolButton *TopBar::buttonFor(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setIconSize({18, 18});
    button->setFocusPolicy(Qt::TabFocus);
    const auto follow = [button, action] {
        button->setIcon(action->icon());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->iconText());
        button->setEnabled(action->isEnabled());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

void TopBar::buildDays(const Actions &actions)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    m_today = buttonFor(actions.today);
    m_today->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_today->setProperty("hasText", true);
    connect(actions.today, &QAction::changed, m_today,
            [today = m_today, action = actions.today] { today->setText(action->iconText()); });
    m_today->setText(actions.today->iconText());
    m_earlier = buttonFor(actions.earlier);
    m_later = buttonFor(actions.later);
    row->addWidget(m_earlier);
    row->addWidget(m_today);
    row->addWidget(m_later);
    m_date->setObjectName(QStringLiteral("dateJump"));
    m_date->setCalendarPopup(true);
    m_date->setDateRange(QDate(1990, 1, 1), QDate(2199, 12, 31));
    m_date->setKeyboardTracking(false);
    m_date->setMinimumWidth(156);
    row->addWidget(m_date);
    row->addSpacing(space::xs);
    m_zoomOut = buttonFor(actions.zoomOut);
    m_zoomIn = buttonFor(actions.zoomIn);
    row->addWidget(m_zoomOut);
    m_span->setObjectName(QStringLiteral("zoomSpan"));
    m_span->setMinimumWidth(108);
    row->addWidget(m_span);
    row->addWidget(m_zoomIn);
    connect(m_date, &QDateEdit::dateChanged, this, [this](QDate date) { emit dateChosen(domainDate(date)); });
    connect(m_span, &QComboBox::activated, this, [this](int index) {
        const int days = m_span->itemData(index).toInt();
        if (days > 0)
            emit spanChosen(days);
    });
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    // The days shown can be chosen from the list and by the keys, too.
    if (std::exchange(m_isNarrow, width() < narrowWidth) == m_isNarrow)
        return;
    showDays(m_areDaysShown);
    m_today->setToolButtonStyle(m_isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_today->setProperty("hasText", !m_isNarrow);
    repolish(m_today);
    m_user->setToolButtonStyle(m_isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void TopBar::showDays(bool areShown)
{
    m_areDaysShown = areShown;
    for (QWidget *part :
         {static_cast<QWidget *>(m_earlier), static_cast<QWidget *>(m_today), static_cast<QWidget *>(m_later),
          static_cast<QWidget *>(m_date), static_cast<QWidget *>(m_span)})
        part->setVisible(areShown);
    for (QWidget *part : {m_zoomOut, m_zoomIn})
        part->setVisible(areShown && !m_isNarrow);
}

void TopBar::say()
{
    m_date->setLocale(QLocale());
    m_date->setDisplayFormat(tr("ddd d MMM yyyy", "date pattern of a field"));
    m_date->calendarWidget()->setLocale(QLocale());
    m_date->setAccessibleName(tr("Go to a date"));
    m_date->setToolTip(tr("Go to a date (Ctrl+D)"));
    m_span->setAccessibleName(tr("Days shown"));
    m_span->setToolTip(tr("How many days the board shows"));
    const QString names[] = {tr("Week"), tr("Two weeks"), tr("Month"), tr("Quarter"), tr("Year")};
    const int chosen = m_span->currentIndex();
    const QSignalBlocker quiet(m_span);
    m_span->clear();
    for (int i = 0; i < 5; ++i)
        m_span->addItem(names[i], spans[i]);
    m_span->setCurrentIndex(chosen < 0 ? 2 : std::min(chosen, 4));
    showProperty();
    setUser(m_userName, m_role);
}

void TopBar::showProperty()
{
    const Property &property = m_house.property();
    m_property->setFullText(text(property.name));
    m_search->sayPlaceholder();
    m_businessDate->setText(property.id.isNull()
                                ? QString()
                                : tr("Business date %1").arg(weekdayDateText(property.businessDate)));
    m_businessDate->setToolTip(
        tr("The property's current business date: %1").arg(dateText(property.businessDate)));
}

void TopBar::setUser(const QString &name, const QString &role)
{
    m_userName = name;
    m_role = role;
    m_user->setText(buttonText(name));
    m_user->setToolTip(role.isEmpty() ? name : tr("%1, %2", "name, role").arg(name, role));
    m_user->setAccessibleName(tr("Signed in: %1").arg(m_user->toolTip()));
}

void TopBar::setUserMenu(QMenu *menu)
{
    m_user->setMenu(menu);
}

void TopBar::setDate(Date date)
{
    const QSignalBlocker quiet(m_date);
    m_date->setDate(qDate(date));
}

void TopBar::setDaysShown(int days)
{
    int nearest = -1;
    for (int i = 0; i < 5; ++i) {
        if (days >= spans[i] * 9 / 10 && days <= spans[i] * 11 / 10)
            nearest = i;
    }
    m_span->setPlaceholderText(tr("%n day(s)", nullptr, days));
    m_span->setCurrentIndex(nearest);
}

} // namespace deskbell::ui
