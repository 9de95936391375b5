#pragma once

// QueueModel: one lane of the queue, or all reservations of one offering, as a table, sorted and
// filtered by itself, because a proxy over a lane would sort all of it again for each change. Keeps its
// place in the lane by the Book's deltas. Owned by its view; UI thread. Headers and formats are the view's:
// cells give raw values.

#include <vector>

#include "models/book.h"
#include "models/keyedtable.h"

namespace deskbell::models {

/// Roles of every column, beside Qt::DisplayRole (raw: text, QDate, number).
enum QueueRole {
    StayRole = Qt::UserRole, ///< quint32 StayHandle
    IdRole,                  ///< QString, canonical
    StateRole,               ///< int ReservationState
    SortRole,
    WaitingRole,         ///< int
    ConflictRole,        ///< bool
    OwedRole,            ///< qint64 minor units
    PaymentUnderWayRole, ///< bool
    ProviderBusyRole,    ///< bool
    NoteRole,            ///< bool
    NightsRole,          ///< int
    PossibleRole,        ///< quint32, bit CommandType
};

class QueueModel : public KeyedTable<StayHandle>
{
    Q_OBJECT

public:
    enum Column {
        State,
        Guest,
        Arrival,
        Departure,
        Nights,
        OfferingName,
        UnitName,
        Party,
        Price,
        Owed,
        Channel,
        MadeAt,
        Quantity,
        ColumnCount
    };

    explicit QueueModel(const Book &book, QObject *parent = nullptr);

    QueueLane lane() const { return m_lane; }
    void setLane(QueueLane lane);
    /// Instead of a lane all reservations of the offering, also those that are over; noOffering: none.
    void showOffering(OfferingIndex offering);
    /// Rows whose guest, unit, offering, channel or short code contains every word of the text.
    void setFilterText(const QString &text);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    StayHandle stayAt(int row) const { return keyAt(row); }
    using KeyedTable::rowOf;
    int rowOf(const ReservationId &id) const;

signals:
    /// How many are shown, of how many in the lane.
    void countChanged(int shown, int inLane);

private:
    void rebuild();
    void rearrange();
    void take(const BookDelta &delta);
    void takeOne(const BookDelta::StayChange &change);
    void tellCount();
    bool isShown(StayHandle stay) const;
    bool isOurs(const BookDelta::StayChange &change) const;
    bool isBefore(StayHandle a, StayHandle b) const;
    int compare(StayHandle a, StayHandle b) const;
    QVariant cell(const BookedStay &stay, int column) const;
    std::vector<StayHandle> members() const;

    const Book &m_book;
    QueueLane m_lane = QueueLane::Requested;
    QStringList m_filter; ///< words, case folded
    OfferingIndex m_offering = noOffering;
    bool m_isOfOffering = false; ///< not of a lane
    int m_sortColumn = Arrival;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace deskbell::models
