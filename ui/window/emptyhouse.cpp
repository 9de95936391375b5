#include "ui/window/emptyhouse.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {
constexpr int fullWidth = 420;
} // namespace

EmptyHouse::EmptyHouse(QWidget *over)
    : QFrame(over), m_over(over), m_texts(new TextKeeper(this)), m_heading(makeLabel(this, "title")),
      m_what(new WrappingLabel(this, "muted")), m_setUp(makeButton(this, "emptyHouseSetUp", "primary"))
{
    setObjectName(QStringLiteral("emptyHouse"));
    setProperty("role", QStringLiteral("panel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::m);
    column->addWidget(m_heading);
    column->addWidget(m_what);
    column->addWidget(m_setUp, 0, Qt::AlignLeft);
    connect(m_setUp, &QPushButton::clicked, this, &EmptyHouse::setUpAsked);
    m_over->installEventFilter(this);
    m_texts->keep([this] { say(); });
}

void EmptyHouse::setMaySetUp(bool may)
{
    m_maySetUp = may;
    say();
}

void EmptyHouse::say()
{
    m_heading->setText(tr("There are no rooms yet"));
    m_what->setText(
        m_maySetUp ? tr("Add the room types first, then their rooms. After that, reservations can be taken.")
                   : tr("An administrator sets up the room types and rooms first."));
    m_setUp->setText(tr("Set up &what can be reserved…"));
    m_setUp->setVisible(m_maySetUp);
    centre();
}

void EmptyHouse::centre()
{
    setFixedWidth(std::min(fullWidth, std::max(0, m_over->width() - 2 * space::l)));
    adjustSize();
    move((m_over->width() - width()) / 2, (m_over->height() - height()) / 2);
}

bool EmptyHouse::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_over && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        centre();
    return QFrame::eventFilter(watched, event);
}

} // namespace deskbell::ui
