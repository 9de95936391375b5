#pragma once

// OfferingsModel: what can be reserved as a table, in the board's order, with how much of each is
// taken: all of it for who sets it up, or only what is counted as a whole (performances, titles), or
// only rooms. Follows the Book. Owned by its view; UI thread. Cells give raw values; words and formats
// are the view's.

#include <optional>
#include <vector>

#include "models/book.h"
#include "models/keyedtable.h"

namespace deskbell::models {

enum OfferingRole {
    OfferingIndexRole = Qt::UserRole + 100, ///< uint OfferingIndex
    TakenRole,                              ///< int; of rooms on the business date
    CapacityRole,                           ///< int
};

class OfferingsModel : public KeyedTable<OfferingIndex>
{
    Q_OBJECT

public:
    enum Column { Name, When, Free, Capacity, Procedure, Price, Code, ColumnCount };

    /// Without a kind: all.
    OfferingsModel(const Book &book, std::optional<SlotKind> kind, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    OfferingIndex offeringAt(int row) const { return keyAt(row); }

signals:
    /// Rows, or what they say, are others; after all that the change has brought.
    void followed();

private:
    void rebuild();
    void follow();
    void take(const BookDelta &delta);
    std::vector<OfferingIndex> members() const;

    const Book &m_book;
    std::optional<SlotKind> m_kind;
};

} // namespace deskbell::models
