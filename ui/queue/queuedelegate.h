#pragma once

// QueueDelegate: one row of the queue in two lines: the state's mark and the guest, what is owed or
// the room on the right; below, the stay and the room type. UI thread.

#include <QStyledItemDelegate>

#include "models/book.h"

namespace deskbell::ui {

class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    QueueDelegate(const models::Book &book, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The row as one sentence, for assistive technology and tooltips.
    QString sentenceOf(const models::BookedStay &stay) const;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                     const models::BookedStay &stay) const;
    void paintFirstLine(QPainter &painter, const QStyleOptionViewItem &option, const models::BookedStay &stay,
                        const QRect &line) const;
    void paintSecondLine(QPainter &painter, const QStyleOptionViewItem &option,
                         const models::BookedStay &stay, const QRect &line) const;

    const models::Book &m_book;
};

} // namespace deskbell::ui
