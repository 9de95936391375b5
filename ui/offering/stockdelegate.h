#pragma once

// Delegates of the tables of what can be reserved and who has it: how much is taken as a bar with its
// figure, a state with its mark. wordsOf() turns a bare model's cell into words, for a WordedTable
// between model and view. UI thread.

#include <QStyledItemDelegate>

#include "models/book.h"

namespace deskbell::ui {

/// Over an OfferingsModel.
class StockDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    StockDelegate(const models::Book &book, QObject *parent);
    /// What the cell of the bare model says.
    QString wordsOf(const QModelIndex &index) const;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// How much is taken, as a bar before the words; a narrow table has no room for it.
    void showBars(bool areShown) { m_areBarsShown = areShown; }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintBar(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const models::Book &m_book;
    bool m_areBarsShown = true;
};

/// Over a QueueModel that shows an offering.
class HolderDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    HolderDelegate(const models::Book &book, QObject *parent);
    /// What the cell of the bare model says.
    QString wordsOf(const QModelIndex &index) const;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const models::Book &m_book;
};

} // namespace deskbell::ui
