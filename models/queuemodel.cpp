#include "models/queuemodel.h"

#include <QAnyStringView>
#include <QDate>
#include <QDateTime>

#include <algorithm>

#include "models/search.h"

namespace deskbell::models {

namespace {

QDate qDate(Date date)
{
    return QDate(1970, 1, 1).addDays(date.time_since_epoch().count());
}

template <typename T>
int order(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int order(const QString &a, const QString &b)
{
    return QString::compare(a, b, Qt::CaseInsensitive);
}

} // namespace

QueueModel::QueueModel(const Book &book, QObject *parent) : KeyedTable(ColumnCount, parent), m_book(book)
{
    connect(&book, &Book::wasReset, this, &QueueModel::rebuild);
    connect(&book, &Book::changed, this, &QueueModel::take);
    begin(members());
}

void QueueModel::setLane(QueueLane lane)
{
    if (lane == m_lane)
        return;
    m_lane = lane;
    rebuild();
}

void QueueModel::showOffering(OfferingIndex offering)
{
    m_isOfOffering = true;
    m_offering = offering;
    rebuild();
}

void QueueModel::setFilterText(const QString &text)
{
    const QStringList words = folded(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_filter)
        return;
    m_filter = words;
    rearrange();
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const StayHandle handle = stayAt(index.row());
    const BookedStay &stay = m_book.at(handle);
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return cell(stay, index.column());
    case StayRole:
        return handle;
    case IdRole:
        return QString::fromStdString(toString(stay.id));
    case StateRole:
        return static_cast<int>(stay.state);
    case WaitingRole:
        return static_cast<int>(stay.waiting);
    case ConflictRole:
        return static_cast<bool>(stay.hasConflict);
    case OwedRole:
        return static_cast<qint64>(stay.owed);
    case PaymentUnderWayRole:
        return static_cast<bool>(stay.isPaymentUnderWay);
    case ProviderBusyRole:
        return static_cast<bool>(stay.isProviderBusy);
    case NoteRole:
        return static_cast<bool>(stay.hasNote);
    case NightsRole:
        return stay.stay().nights();
    case PossibleRole:
        return stay.possible;
    default:
        return {};
    }
}

QVariant QueueModel::cell(const BookedStay &stay, int column) const
{
    switch (column) {
    case State:
        return static_cast<int>(stay.state);
    case Guest:
        return m_book.guest(stay);
    case Arrival:
        return qDate(stay.arrival());
    case Departure:
        return qDate(stay.departure());
    case Nights:
        return stay.stay().nights();
    case OfferingName:
        return m_book.offeringName(stay.offering);
    case UnitName:
        return m_book.unitName(m_book.unitTonight(stay));
    case Party:
        return stay.adults + stay.children;
    case Price:
        return static_cast<qint64>(stay.price);
    case Owed:
        return static_cast<qint64>(stay.owed);
    case Channel:
        return m_book.channel(stay);
    case MadeAt:
        return QDateTime::fromMSecsSinceEpoch(stay.madeAtMs, Qt::UTC);
    case Quantity:
        return static_cast<int>(stay.quantity);
    default:
        return {};
    }
}

int QueueModel::compare(StayHandle a, StayHandle b) const
{
    const BookedStay &left = m_book.at(a);
    const BookedStay &right = m_book.at(b);
    switch (m_sortColumn) {
    case State:
        return order(left.state, right.state);
    case Guest:
        return QAnyStringView::compare(QUtf8StringView(m_book.guestUtf8(left)),
                                       QUtf8StringView(m_book.guestUtf8(right)), Qt::CaseInsensitive);
    case Arrival:
        return order(left.arrivalDay, right.arrivalDay);
    case Departure:
        return order(left.departureDay, right.departureDay);
    case Nights:
        return order(left.departureDay - left.arrivalDay, right.departureDay - right.arrivalDay);
    case OfferingName:
        return order(m_book.offering(left.offering).order, m_book.offering(right.offering).order);
    case UnitName:
        return order(m_book.unitName(m_book.unitTonight(left)), m_book.unitName(m_book.unitTonight(right)));
    case Party:
        return order(left.adults + left.children, right.adults + right.children);
    case Price:
        return order(left.price, right.price);
    case Owed:
        return order(left.owed, right.owed);
    case Channel:
        return order(m_book.channel(left), m_book.channel(right));
    case MadeAt:
        return order(left.madeAtMs, right.madeAtMs);
    case Quantity:
        return order(left.quantity, right.quantity);
    default:
        return 0;
    }
}

bool QueueModel::isBefore(StayHandle a, StayHandle b) const
{
    if (const int byColumn = compare(a, b); byColumn != 0)
        return m_sortOrder == Qt::AscendingOrder ? byColumn < 0 : byColumn > 0;
    // Who comes first, then who asked first.
    const BookedStay &left = m_book.at(a);
    const BookedStay &right = m_book.at(b);
    if (left.arrivalDay != right.arrivalDay)
        return left.arrivalDay < right.arrivalDay;
    return left.madeAtMs != right.madeAtMs ? left.madeAtMs < right.madeAtMs : a < b;
}

bool QueueModel::isShown(StayHandle handle) const
{
    const BookedStay &stay = m_book.at(handle);
    const bool isAnyOffering = m_offering == noOffering && !m_isOfOffering;
    if (!stay.isLive || !(m_isOfOffering || stay.isIn(m_lane)) ||
        !(isAnyOffering || stay.offering == m_offering))
        return false;
    if (m_filter.isEmpty())
        return true;
    const QString text =
        folded(m_book.guest(stay) + QLatin1Char('\n') + m_book.unitName(m_book.unitTonight(stay)) +
               QLatin1Char('\n') + m_book.offeringName(stay.offering) + QLatin1Char('\n') +
               m_book.channel(stay) + QLatin1Char('\n') + QString::fromStdString(shortCode(stay.id)));
    return std::all_of(m_filter.begin(), m_filter.end(),
                       [&text](const QString &word) { return text.contains(word); });
}

std::vector<StayHandle> QueueModel::members() const
{
    std::vector<StayHandle> rows;
    const auto addShown = [&](const auto &candidates) {
        std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(rows),
                     [this](StayHandle stay) { return isShown(stay); });
    };
    if (m_isOfOffering)
        addShown(m_book.staysOf(m_offering));
    else
        addShown(m_book.lane(m_lane));
    std::sort(rows.begin(), rows.end(), [this](StayHandle a, StayHandle b) { return isBefore(a, b); });
    return rows;
}

void QueueModel::rebuild()
{
    begin(members());
    tellCount();
}

void QueueModel::rearrange()
{
    arrange(members());
    tellCount();
}

void QueueModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    rearrange();
}

int QueueModel::rowOf(const ReservationId &id) const
{
    const StayHandle stay = m_book.find(id);
    return stay == noStay ? -1 : rowOf(stay);
}

bool QueueModel::isOurs(const BookDelta::StayChange &change) const
{
    // What has gone to another offering is still a row here.
    if (m_isOfOffering)
        return m_book.at(change.stay).offering == m_offering || rowOf(change.stay) >= 0;
    return (change.lanesBefore | change.lanesAfter) & 1u << static_cast<unsigned>(m_lane);
}

void QueueModel::take(const BookDelta &delta)
{
    if (delta.isEverything) {
        rearrange();
        return;
    }
    std::vector<BookDelta::StayChange> ours;
    std::copy_if(delta.stays.begin(), delta.stays.end(), std::back_inserter(ours),
                 [this](const auto &change) { return isOurs(change); });
    if (ours.empty())
        return;
    // Several at once would be compared with each other while neither is in its place.
    if (ours.size() > 1)
        rearrange();
    else
        takeOne(ours.front());
    for (const BookDelta::StayChange &change : ours) {
        if (const int row = rowOf(change.stay); row >= 0)
            tellChanged(row, row);
    }
}

void QueueModel::takeOne(const BookDelta::StayChange &change)
{
    const int row = rowOf(change.stay);
    const bool isHere = isShown(change.stay);
    const auto before = [this](StayHandle a, StayHandle b) { return isBefore(a, b); };
    if (row >= 0 && isHere) {
        const bool isInPlace = (row == 0 || isBefore(keyAt(row - 1), keyAt(row))) &&
                               (row + 1 == rowCount() || isBefore(keyAt(row), keyAt(row + 1)));
        if (!isInPlace)
            rearrange();
        return;
    }
    if (row >= 0)
        removeAt(row, row);
    else if (isHere)
        insertAt(static_cast<int>(std::lower_bound(rows().begin(), rows().end(), change.stay, before) -
                                  rows().begin()),
                 change.stay);
    tellCount();
}

void QueueModel::tellCount()
{
    emit countChanged(rowCount(), m_isOfOffering ? rowCount() : m_book.count(m_lane));
}

} // namespace deskbell::models
