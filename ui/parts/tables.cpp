#include "ui/parts/tables.h"

#include <QHeaderView>
#include <QTableView>

#include "ui/theme.h"

namespace deskbell::ui {

QTableView *makeTable(QWidget *parent, const char *objectName)
{
    auto *table = new QTableView(parent);
    table->setObjectName(QLatin1String(objectName));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 2 * space::s);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

void nameTable(QTableView *table, const QString &name)
{
    table->setAccessibleName(name);
    table->horizontalHeader()->setAccessibleName(name);
}

WordedTable::WordedTable(QAbstractItemModel *source, Words words, QObject *parent)
    : QIdentityProxyModel(parent), m_words(std::move(words))
{
    setSourceModel(source);
}

QVariant WordedTable::data(const QModelIndex &index, int role) const
{
    if (role == Qt::DisplayRole)
        return m_words(mapToSource(index));
    if (role == Qt::TextAlignmentRole && m_atRight.contains(index.column()))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return QIdentityProxyModel::data(index, role);
}

QVariant WordedTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal && m_atRight.contains(section))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace deskbell::ui
