#pragma once

// OutboxModel and AttentionModel: the commands that wait, and the refused ones that wait for a
// person, as lists. They follow FrontDesk::outboxChanged and change row by row, so that a view keeps
// its selection. Owned by their views; UI thread. Sentences are the view's: rows give the values.

#include <QAbstractListModel>

#include <vector>

#include "models/frontdesk.h"

namespace deskbell::models {

class OutboxModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CommandIdRole = Qt::UserRole, ///< QString
        ReservationIdRole,            ///< QString, empty for those about the property
        TypeRole,                     ///< int CommandType
        StateRole,                    ///< int OutboxState
        GuestRole,                    ///< QString, also DisplayRole
        MadeAtRole,                   ///< QDateTime, UTC
        AttemptsRole,                 ///< int
        ErrorRole,                    ///< QString code, empty: none
    };

    explicit OutboxModel(const FrontDesk &desk, QObject *parent = nullptr);

    const OutboxItem &item(int row) const { return m_items[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    void follow();

    const FrontDesk &m_desk;
    std::vector<OutboxItem> m_items;
};

class AttentionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CommandIdRole = Qt::UserRole, ///< QString
        ReservationIdRole,            ///< QString
        TypeRole,                     ///< int CommandType
        GuestRole,                    ///< QString, also DisplayRole
        AtRole,                       ///< QDateTime, UTC
        ErrorRole,                    ///< QString code
        ParkedRole,                   ///< bool
    };

    explicit AttentionModel(const FrontDesk &desk, QObject *parent = nullptr);

    const AttentionCard &card(int row) const { return m_cards[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    void follow();

    const FrontDesk &m_desk;
    std::vector<AttentionCard> m_cards;
};

} // namespace deskbell::models
