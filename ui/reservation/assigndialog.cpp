#include "ui/reservation/assigndialog.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "models/search.h"
#include "ui/asker.h"
#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/subject.h"

namespace deskbell::ui {

namespace {
constexpr int nameRole = Qt::UserRole + 1; ///< as it was typed
} // namespace

AssignDialog::AssignDialog(const House &house, Asker &asker, const Reservation &reservation, QWidget *parent)
    : DeskDialog("assignDialog", parent), m_house(house), m_asker(asker), m_reservation(reservation),
      m_search(new QLineEdit(this)), m_list(new QListWidget(this))
{
    m_search->setObjectName(QStringLiteral("assignSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("assignList"));
    m_list->setSpacing(1);
    body()->addWidget(m_search);
    body()->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &AssignDialog::filter);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &AssignDialog::submit);
    connect(m_list, &QListWidget::currentRowChanged, this, &AssignDialog::check);
    connect(acceptButton(), &QPushButton::clicked, this, &AssignDialog::submit);
    texts()->keep([this] {
        const OfferingKind kind = kindOf(m_reservation.workflow);
        const QString about =
            subjectText(m_reservation, m_house) + QStringLiteral(", ") + stayText(m_reservation.stay);
        setHeading(m_reservation.unit ? changeUnitName(kind) : commandName(typeOf<AssignUnit>(), kind),
                   about);
        const bool isRooms = kind == OfferingKind::Rooms;
        m_search->setPlaceholderText(isRooms ? tr("Room number") : tr("Branch"));
        m_search->setAccessibleName(isRooms ? tr("Room number") : tr("Branch"));
        m_list->setAccessibleName(isRooms ? tr("Free rooms") : tr("Branches"));
        acceptButton()->setText(m_reservation.unit ? tr("C&hange") : tr("&Assign"));
        fill();
    });
    m_search->setFocus();
}

void AssignDialog::fill()
{
    m_list->clear();
    std::vector<Unit> free = m_house.freeUnits(m_reservation.offering, m_reservation.stay, m_reservation.id);
    std::stable_partition(free.begin(), free.end(),
                          [&](const Unit &unit) { return m_reservation.wish == unit.id; });
    for (const Unit &unit : free) {
        if (m_reservation.unit == unit.id)
            continue;
        const bool isWish = m_reservation.wish == unit.id;
        const bool isRoom = kindOf(m_reservation.workflow) == OfferingKind::Rooms;
        const bool isToday = m_reservation.stay.arrival <= m_house.property().businessDate;
        const bool isOccupied = isToday && m_house.occupant(unit.id);
        auto *item = new QListWidgetItem(isOccupied ? tr("%1, still occupied").arg(text(unit.name))
                                         : isWish   ? tr("%1, wished for").arg(text(unit.name))
                                                    : text(unit.name),
                                         m_list);
        if (isWish || isRoom)
            item->setIcon(icon(isWish ? "check" : "bed", isWish ? Tone::Good : Tone::Muted));
        item->setData(Qt::UserRole, text(toString(unit.id)));
        item->setData(nameRole, typed(unit.name));
        item->setSizeHint({0, 30});
    }
    // With nothing to choose from there is nothing to search in.
    const bool isEmpty = m_list->count() == 0;
    m_search->setHidden(isEmpty);
    m_list->setHidden(isEmpty);
    setRoomySize({400, isEmpty ? 0 : 420});
    if (isEmpty)
        banner()->tell(Banner::Kind::Warn,
                       kindOf(m_reservation.workflow) == OfferingKind::Rooms
                           ? tr("No room of this type is free for the whole stay. Move the reservation, or "
                                "another one out of the way.")
                           : tr("No other branch hands this title out."));
    filter(m_search->text());
}

void AssignDialog::filter(const QString &typed)
{
    const QString wanted = models::folded(typed.trimmed());
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        item->setHidden(!models::folded(item->data(nameRole).toString()).startsWith(wanted));
        if (!item->isHidden() && !first)
            first = item;
    }
    m_list->setCurrentItem(first);
    check();
}

void AssignDialog::check()
{
    acceptButton()->setEnabled(unit() && !isSent());
}

void AssignDialog::submit()
{
    models::SubmitOptions options;
    options.seenVersion = m_reservation.version;
    if (const auto wanted = unit(); wanted && !isSent())
        askOnce(m_asker, AssignUnit{m_reservation.id, *wanted}, m_house, options);
}

bool AssignDialog::eventFilter(QObject *watched, QEvent *event)
{
    // The arrow keys walk the list while the number is being typed.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return DeskDialog::eventFilter(watched, event);
}

std::optional<UnitId> AssignDialog::unit() const
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || item->isHidden())
        return std::nullopt;
    const auto id = parseUuid(utf8(item->data(Qt::UserRole).toString()));
    return id ? std::optional(UnitId{*id}) : std::nullopt;
}

} // namespace deskbell::ui
