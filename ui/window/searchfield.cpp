#include "ui/window/searchfield.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QTimer>

#include <algorithm>

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/parts/textkeeper.h"
#include "ui/plaintext.h"
#include "ui/queue/queuewords.h"
#include "ui/words.h"

namespace deskbell::ui {

namespace {
constexpr int mostInSight = 12; ///< the others are scrolled to
constexpr std::size_t mostListed = 2000;
constexpr int pauseMs = 120;
/// The magnifier, what clears the field, and the padding.
constexpr int roomForIcons = 72;
} // namespace

SearchField::SearchField(models::FrontDesk &desk, const House &house, QWidget *parent)
    : QLineEdit(parent), m_desk(desk), m_house(house), m_list(new QListWidget(parent->window())),
      m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("search"));
    setClearButtonEnabled(true);
    addAction(icon("search", Tone::Muted), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("searchResults"));
    m_list->setProperty("role", QStringLiteral("popup"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->hide();
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(this, &QLineEdit::textEdited, m_pause, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::textChanged, this, [this](const QString &typed) {
        if (typed.isEmpty())
            m_list->hide();
    });
    connect(m_pause, &QTimer::timeout, this, &SearchField::ask);
    connect(&m_desk, &models::FrontDesk::found, this, &SearchField::show);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { take(m_list->row(item)); });
    (new TextKeeper(this))->keep([this] { say(); });
}

void SearchField::say()
{
    sayPlaceholder();
    setAccessibleName(tr("Search"));
    setToolTip(tr("Search (Ctrl+K)"));
    m_list->setAccessibleName(tr("Found reservations"));
}

void SearchField::sayPlaceholder()
{
    const QString all = searchHint(m_house.kind());
    const bool fits = fontMetrics().horizontalAdvance(all) + roomForIcons <= width();
    setPlaceholderText(fits ? all : tr("Search"));
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    sayPlaceholder();
}

void SearchField::ask()
{
    const QString typed = text().trimmed();
    if (typed.isEmpty()) {
        m_list->hide();
        return;
    }
    m_desk.search(typed, ++m_ticket);
}

void SearchField::show(quint64 ticket, const std::vector<models::StayRow> &rows)
{
    if (ticket != m_ticket || text().isEmpty())
        return;
    m_rows.assign(rows.begin(), rows.begin() + std::min<std::ptrdiff_t>(mostListed, std::ssize(rows)));
    m_list->clear();
    const Names names = m_house.names();
    for (const models::StayRow &row : m_rows) {
        const auto unit = row.unitOn(m_house.property().businessDate);
        const QString where = unit ? names.unitName(*unit) : names.offeringName(row.offering);
        m_list->addItem(new QListWidgetItem(
            markIcon(markOf(row.state)),
            tr("%1 · %2 · %3", "guest, stay, room").arg(guestText(row.guest), stayText(row.stay), where)));
    }
    if (m_rows.size() < rows.size()) {
        const int left = static_cast<int>(rows.size() - m_rows.size());
        auto *more = new QListWidgetItem(tr("%n more; refine the search", nullptr, left), m_list);
        more->setFlags(Qt::NoItemFlags);
    }
    if (m_rows.empty()) {
        auto *none = new QListWidgetItem(tr("Nothing found for “%1”").arg(ui::shown(text())), m_list);
        none->setFlags(Qt::NoItemFlags);
    } else {
        m_list->setCurrentRow(0);
    }
    place();
}

void SearchField::place()
{
    const int rows = std::clamp(m_list->count(), 1, mostInSight);
    const int height = rows * (fontMetrics().height() + 14) + 12;
    const QPoint at = mapTo(m_list->parentWidget(), QPoint(0, this->height() + 3));
    const int wide = std::max(width(), 520);
    m_list->setGeometry(std::min(at.x(), m_list->parentWidget()->width() - wide - 8), at.y(), wide, height);
    m_list->show();
    m_list->raise();
}

void SearchField::take(int row)
{
    if (row < 0 || row >= std::ssize(m_rows))
        return;
    const models::StayRow chosenRow = m_rows[static_cast<std::size_t>(row)];
    m_list->hide();
    clear();
    emit chosen(chosenRow);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (m_list->isVisible() || !text().isEmpty()) {
            m_list->hide();
            clear();
            return;
        }
    } else if (m_list->isVisible()) {
        if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
            const int step = event->key() == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return;
        }
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            take(m_list->currentRow());
            return;
        }
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    m_list->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace deskbell::ui
