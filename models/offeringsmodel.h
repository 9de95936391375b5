#pragma once

// OfferingsModel: what can be reserved as a table, in the board's order, with how much of each is
// taken: all of it for who sets it up, or only what is counted as a whole (performances, titles), or
// only rooms. Follows the Book. Owned by its view; UI thread. Cells give raw values; words and formats
// are the view's.

#include <QAbstractTableModel>

#include <optional>
#include <vector>

#include "models/book.h"

namespace deskbell::models {

enum OfferingRole {
    OfferingIndexRole = Qt::UserRole + 100, ///< uint OfferingIndex
    TakenRole,                              ///< int; of rooms on the business date
    CapacityRole,                           ///< int
};

class OfferingsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, When, Free, Capacity, Procedure, Price, Code, ColumnCount };

    /// Without a kind: all.
    OfferingsModel(const Book &book, std::optional<SlotKind> kind, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Texts of the head, in the reader's language, by Column.
    void setHeads(const QStringList &heads);

    OfferingIndex offeringAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// -1: not shown.
    int rowOf(OfferingIndex offering) const;

private:
    void rebuild();
    void arrange();
    void take(const BookDelta &delta);
    std::vector<OfferingIndex> members() const;

    const Book &m_book;
    std::optional<SlotKind> m_kind;
    QStringList m_heads;
    std::vector<OfferingIndex> m_rows;
};

} // namespace deskbell::models
