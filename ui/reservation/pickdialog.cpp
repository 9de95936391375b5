#include "ui/reservation/pickdialog.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/search.h"
#include "ui/format.h"
#include "ui/parts/parts.h"

namespace deskbell::ui {

namespace {
constexpr int beginsRole = Qt::UserRole + 1;
} // namespace

PickDialog::PickDialog(const char *objectName, const QString &name, QWidget *parent)
    : DeskDialog(objectName, parent), m_search(new QLineEdit(this)), m_list(new QListWidget(this))
{
    m_search->setObjectName(name + QStringLiteral("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(name + QStringLiteral("List"));
    m_list->setSpacing(1);
    body()->addWidget(m_search);
    body()->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &PickDialog::filter);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &PickDialog::submit);
    connect(m_list, &QListWidget::currentRowChanged, this, &PickDialog::check);
    connect(acceptButton(), &QPushButton::clicked, this, &PickDialog::submit);
    m_search->setFocus();
}

void PickDialog::setNames(const QString &search, const QString &list)
{
    m_search->setPlaceholderText(search);
    m_search->setAccessibleName(search);
    m_list->setAccessibleName(list);
}

void PickDialog::clear()
{
    m_list->clear();
}

QListWidgetItem *PickDialog::add(const QString &words, const QString &begins, const Uuid &id)
{
    auto *item = new QListWidgetItem(words, m_list);
    item->setData(Qt::UserRole, text(toString(id)));
    item->setData(beginsRole, begins);
    item->setSizeHint({0, 30});
    return item;
}

void PickDialog::finish(const QString &whyEmpty)
{
    // With nothing to choose from there is nothing to search in.
    const bool isEmpty = m_list->count() == 0;
    m_search->setHidden(isEmpty);
    m_list->setHidden(isEmpty);
    setRoomySize({400, isEmpty ? 0 : 420});
    if (isEmpty)
        banner()->tell(Banner::Kind::Warn, whyEmpty);
    filter(m_search->text());
}

void PickDialog::filter(const QString &typed)
{
    const QString wanted = models::folded(typed.trimmed());
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        item->setHidden(!models::folded(item->data(beginsRole).toString()).startsWith(wanted));
        if (!item->isHidden() && !first)
            first = item;
    }
    m_list->setCurrentItem(first);
    check();
}

void PickDialog::check()
{
    acceptButton()->setEnabled(chosen() && !isSent());
}

bool PickDialog::eventFilter(QObject *watched, QEvent *event)
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

std::optional<Uuid> PickDialog::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || item->isHidden())
        return std::nullopt;
    const auto id = parseUuid(utf8(item->data(Qt::UserRole).toString()));
    return id ? std::optional(*id) : std::nullopt;
}

} // namespace deskbell::ui
