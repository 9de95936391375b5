#include "ui/board/boardaccess.h"

#include <QPointer>

#include <algorithm>

#include "ui/board/boardwords.h"

namespace deskbell::ui {

using models::noStay;
using models::StayHandle;

namespace {

QAccessibleInterface *makeAccess(const QString &className, QObject *object)
{
    if (className != QLatin1String(Board::staticMetaObject.className()))
        return nullptr;
    auto *board = qobject_cast<Board *>(object);
    return board ? new BoardAccess(board) : nullptr;
}

} // namespace

void BoardAccess::install()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
    Q_UNUSED(isInstalled);
}

BoardAccess::BoardAccess(Board *board) : QAccessibleWidget(board, QAccessible::List)
{
    // The connections end with the board, and Qt deletes this with it.
    QObject::connect(board, &Board::barsChanged, board, [this] { m_isStale = true; });
    QObject::connect(board, &Board::selectionChanged, board, [this] { tellSelection(); });
    QObject::connect(board, &Board::cursorMoved, board, [this] {
        QAccessibleEvent event(&this->board(), QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    });
}

BoardAccess::~BoardAccess()
{
    for (const auto &[id, item] : m_items)
        QAccessible::deleteAccessibleInterface(item);
}

void BoardAccess::refresh() const
{
    if (!m_isStale)
        return;
    m_isStale = false;
    m_bars.clear();
    const BoardScene &scene = board().scene();
    const QRect shown = board().visibleContent();
    if (!scene.rows.isEmpty()) {
        const int last = std::min(scene.rows.rowAt(shown.bottom()), scene.rows.count() - 1);
        for (int row = std::max(scene.rows.rowAt(shown.top()), 0); row <= last; ++row) {
            std::vector<Bar> bars = scene.bars(row, shown.left(), shown.right() + 1);
            std::sort(bars.begin(), bars.end(),
                      [](const Bar &a, const Bar &b) { return a.rect.left() < b.rect.left(); });
            for (const Bar &bar : bars) {
                if (!bar.isEarlier) // a reservation is one thing, where it is now
                    m_bars.push_back(scene.book.at(bar.stay).id);
            }
        }
    }
    // Items of bars that are gone from sight go too.
    for (auto item = m_items.begin(); item != m_items.end();) {
        if (std::find(m_bars.begin(), m_bars.end(), item->first) == m_bars.end()) {
            QAccessible::deleteAccessibleInterface(item->second);
            item = m_items.erase(item);
        } else {
            ++item;
        }
    }
}

QAccessibleInterface *BoardAccess::itemOf(const ReservationId &id) const
{
    const auto known = m_items.find(id);
    if (known != m_items.end())
        return QAccessible::accessibleInterface(known->second);
    auto *item = new BarAccess(&board(), id);
    m_items.emplace(id, QAccessible::registerAccessibleInterface(item));
    return item;
}

int BoardAccess::childCount() const
{
    refresh();
    return static_cast<int>(m_bars.size());
}

QAccessibleInterface *BoardAccess::child(int index) const
{
    refresh();
    return index < 0 || index >= static_cast<int>(m_bars.size())
               ? nullptr
               : itemOf(m_bars[static_cast<std::size_t>(index)]);
}

QAccessibleInterface *BoardAccess::childAt(int x, int y) const
{
    const QPoint at = board().viewport()->mapFromGlobal(QPoint(x, y));
    if (!board().viewport()->rect().contains(at))
        return nullptr;
    const BoardHit hit = board().scene().hit(board().toContent(at));
    if (hit.stay == noStay)
        return nullptr;
    refresh();
    return itemOf(board().scene().book.at(hit.stay).id);
}

QAccessibleInterface *BoardAccess::focusChild() const
{
    const auto selected = board().selected();
    if (!board().hasFocus() || !selected)
        return nullptr;
    refresh();
    return std::find(m_bars.begin(), m_bars.end(), *selected) == m_bars.end() ? nullptr : itemOf(*selected);
}

int BoardAccess::indexOfChild(const QAccessibleInterface *child) const
{
    refresh();
    const auto *bar = dynamic_cast<const BarAccess *>(child);
    if (!bar)
        return -1;
    const auto found = std::find(m_bars.begin(), m_bars.end(), bar->id());
    return found == m_bars.end() ? -1 : static_cast<int>(found - m_bars.begin());
}

QString BoardAccess::text(QAccessible::Text which) const
{
    if (which == QAccessible::Description || which == QAccessible::Value)
        return cellText(board().scene());
    return QAccessibleWidget::text(which);
}

void BoardAccess::tellSelection() const
{
    if (QAccessibleInterface *item = focusChild()) {
        QAccessibleEvent event(item, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

StayHandle BarAccess::stay() const
{
    return m_board ? m_board->scene().book.find(m_id) : noStay;
}

bool BarAccess::isValid() const
{
    return stay() != noStay;
}

QAccessibleInterface *BarAccess::parent() const
{
    return m_board ? QAccessible::queryAccessibleInterface(m_board) : nullptr;
}

QString BarAccess::text(QAccessible::Text which) const
{
    return which == QAccessible::Name && isValid() ? barName(m_board->scene().book, stay()) : QString();
}

QRect BarAccess::rect() const
{
    if (!isValid())
        return {};
    const auto bar = m_board->scene().barOf(stay());
    if (!bar)
        return {};
    const QRect shown = m_board->toViewport(bar->rect).intersected(m_board->viewport()->rect());
    return QRect(m_board->viewport()->mapToGlobal(shown.topLeft()), shown.size());
}

QAccessible::State BarAccess::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.selectable = true;
    state.focusable = true;
    state.selected = m_board->selected() == m_id;
    state.focused = state.selected && m_board->hasFocus();
    state.offscreen = rect().isEmpty();
    return state;
}

void *BarAccess::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList BarAccess::actionNames() const
{
    return {pressAction(), showMenuAction(), setFocusAction()};
}

void BarAccess::doAction(const QString &name)
{
    if (!isValid())
        return;
    m_board->setFocus(Qt::OtherFocusReason);
    m_board->reveal(m_id);
    if (name == pressAction())
        emit m_board->openRequested(m_id);
    else if (name == showMenuAction())
        emit m_board->menuRequested(rect().center());
}

} // namespace deskbell::ui
