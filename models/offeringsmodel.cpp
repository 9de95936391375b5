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
    : KeyedTable(ColumnCount, parent), m_book(book), m_kind(kind)
{
    connect(&book, &Book::wasReset, this, &OfferingsModel::rebuild);
    connect(&book, &Book::structureChanged, this, &OfferingsModel::follow);
    connect(&book, &Book::propertyChanged, this, &OfferingsModel::follow);
    connect(&book, &Book::changed, this, &OfferingsModel::take);
    begin(members());
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
    begin(members());
    emit followed();
}

void OfferingsModel::follow()
{
    arrange(members());
    if (rowCount() > 0)
        tellChanged(0, rowCount() - 1);
    emit followed();
}

void OfferingsModel::take(const BookDelta &delta)
{
    if (delta.isEverything) {
        follow();
        return;
    }
    bool isTouched = false;
    for (const auto &touched : delta.availability) {
        if (const int row = rowOf(touched.row); row >= 0) {
            tellChanged(row, row);
            isTouched = true;
        }
    }
    if (isTouched)
        emit followed();
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
        return QString::fromStdString(std::string(offering.workflow.name));
    case Price:
        return static_cast<qint64>(offering.basePrice);
    case Code:
        return QString::fromStdString(offering.code);
    default:
        return {};
    }
}

} // namespace deskbell::models
