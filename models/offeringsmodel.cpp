#include "models/offeringsmodel.h"

#include <QDateTime>

#include <algorithm>

namespace deskbell::models {

namespace {

/// A wall clock's time, which is no instant: the zone is not asked.
QDateTime qDateTime(LocalMinute minute)
{
    return QDateTime::fromSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::seconds>(minute.time_since_epoch()).count(), Qt::UTC);
}

} // namespace

OfferingsModel::OfferingsModel(const Book &book, std::optional<SlotKind> kind, QObject *parent)
    : QAbstractTableModel(parent), m_book(book), m_kind(kind)
{
    connect(&book, &Book::wasReset, this, &OfferingsModel::rebuild);
    connect(&book, &Book::structureChanged, this, &OfferingsModel::arrange);
    connect(&book, &Book::propertyChanged, this, &OfferingsModel::arrange);
    connect(&book, &Book::changed, this, &OfferingsModel::take);
    m_rows = members();
}

std::vector<OfferingIndex> OfferingsModel::members() const
{
    const auto all = m_book.offerings();
    std::vector<OfferingIndex> rows;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rows), [this](OfferingIndex offering) {
        return !m_kind || m_book.offering(offering).workflow.slotKind == *m_kind;
    });
    return rows;
}

void OfferingsModel::rebuild()
{
    beginResetModel();
    m_rows = members();
    endResetModel();
}

void OfferingsModel::arrange()
{
    std::vector<OfferingIndex> rows = members();
    if (rows.size() != m_rows.size()) {
        // Rows come rarely: a person has set one up.
        emit layoutAboutToBeChanged();
        const std::vector<OfferingIndex> before = std::exchange(m_rows, std::move(rows));
        const QModelIndexList old = persistentIndexList();
        QModelIndexList fresh;
        for (const QModelIndex &index : old) {
            const int row = rowOf(before[static_cast<std::size_t>(index.row())]);
            fresh.append(row < 0 ? QModelIndex() : this->index(row, index.column()));
        }
        changePersistentIndexList(old, fresh);
        emit layoutChanged();
    } else {
        m_rows = std::move(rows);
    }
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void OfferingsModel::take(const BookDelta &delta)
{
    if (delta.isEverything) {
        arrange();
        return;
    }
    for (const auto &touched : delta.availability) {
        if (const int row = rowOf(touched.row); row >= 0)
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int OfferingsModel::rowOf(OfferingIndex offering) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), offering);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int OfferingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OfferingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void OfferingsModel::setHeads(const QStringList &heads)
{
    m_heads = heads;
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QVariant OfferingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section < m_heads.size())
        return m_heads[section];
    return QAbstractTableModel::headerData(section, orientation, role);
}

QVariant OfferingsModel::data(const QModelIndex &at, int role) const
{
    if (!at.isValid() || at.row() >= rowCount())
        return {};
    const OfferingIndex which = offeringAt(at.row());
    const Offering &offering = m_book.offering(which);
    const int taken = m_book.takenOn(which, m_book.businessDate());
    if (role == OfferingIndexRole)
        return static_cast<uint>(which);
    if (role == TakenRole)
        return taken;
    if (role == CapacityRole)
        return offering.capacity;
    if (role != Qt::DisplayRole)
        return {};
    switch (at.column()) {
    case Name:
        return m_book.offeringName(which);
    case When:
        return offering.startsAt ? QVariant(qDateTime(*offering.startsAt)) : QVariant();
    case Free:
        return offering.capacity - taken;
    case Capacity:
        return offering.capacity;
    case Procedure:
        return QString::fromLatin1(offering.workflow.name.data(),
                                   static_cast<qsizetype>(offering.workflow.name.size()));
    case Price:
        return static_cast<qint64>(offering.basePrice);
    case Code:
        return QString::fromStdString(offering.code);
    default:
        return {};
    }
}

} // namespace deskbell::models
