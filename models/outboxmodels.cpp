#include "models/outboxmodels.h"

#include <QDateTime>

#include <algorithm>

namespace deskbell::models {

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QDateTime dateTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}

QString reservationText(const Command &command)
{
    const auto id = reservationOf(command.args);
    return id ? text(toString(*id)) : QString();
}

const CommandId &idOf(const OutboxItem &item)
{
    return item.command.id;
}

const CommandId &idOf(const AttentionCard &card)
{
    return card.command.id;
}

} // namespace

OutboxModel::OutboxModel(const FrontDesk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk)
{
    connect(&desk, &FrontDesk::outboxChanged, this, &OutboxModel::follow);
    m_items = desk.outbox().items;
}

AttentionModel::AttentionModel(const FrontDesk &desk, QObject *parent)
    : QAbstractListModel(parent), m_desk(desk)
{
    connect(&desk, &FrontDesk::outboxChanged, this, &AttentionModel::follow);
    m_cards = desk.outbox().cards;
}

// Both lists only lose rows anywhere and gain them at the end; whatever else may come is told as a
// change of the row.
void OutboxModel::follow()
{
    const std::vector<OutboxItem> &now = m_desk.outbox().items;
    for (int row = static_cast<int>(m_items.size()) - 1; row >= 0; --row) {
        const CommandId id = idOf(m_items[static_cast<std::size_t>(row)]);
        if (std::any_of(now.begin(), now.end(), [&](const OutboxItem &item) { return idOf(item) == id; }))
            continue;
        beginRemoveRows({}, row, row);
        m_items.erase(m_items.begin() + row);
        endRemoveRows();
    }
    const int kept = static_cast<int>(m_items.size());
    const int total = static_cast<int>(now.size());
    if (total > kept)
        beginInsertRows({}, kept, total - 1);
    m_items = now;
    if (total > kept)
        endInsertRows();
    if (kept > 0)
        emit dataChanged(index(0), index(kept - 1));
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const OutboxItem &item = this->item(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case GuestRole:
        return text(item.guest);
    case CommandIdRole:
        return text(toString(item.command.id));
    case ReservationIdRole:
        return reservationText(item.command);
    case TypeRole:
        return static_cast<int>(typeOf(item.command.args));
    case StateRole:
        return static_cast<int>(item.state);
    case MadeAtRole:
        return dateTime(item.command.madeAt);
    case AttemptsRole:
        return item.attempts;
    case ErrorRole:
        return item.lastError ? text(item.lastError->code) : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> OutboxModel::roleNames() const
{
    return {{CommandIdRole, "command"}, {ReservationIdRole, "reservation"},
            {TypeRole, "type"},         {StateRole, "state"},
            {GuestRole, "guest"},       {MadeAtRole, "madeAt"},
            {AttemptsRole, "attempts"}, {ErrorRole, "error"}};
}

void AttentionModel::follow()
{
    const std::vector<AttentionCard> &now = m_desk.outbox().cards;
    for (int row = static_cast<int>(m_cards.size()) - 1; row >= 0; --row) {
        const CommandId id = idOf(m_cards[static_cast<std::size_t>(row)]);
        if (std::any_of(now.begin(), now.end(), [&](const AttentionCard &card) { return idOf(card) == id; }))
            continue;
        beginRemoveRows({}, row, row);
        m_cards.erase(m_cards.begin() + row);
        endRemoveRows();
    }
    const int kept = static_cast<int>(m_cards.size());
    const int total = static_cast<int>(now.size());
    if (total > kept)
        beginInsertRows({}, kept, total - 1);
    m_cards = now;
    if (total > kept)
        endInsertRows();
    if (kept > 0)
        emit dataChanged(index(0), index(kept - 1));
}

int AttentionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

QVariant AttentionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const AttentionCard &card = this->card(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case GuestRole:
        return text(card.guest);
    case CommandIdRole:
        return text(toString(card.command.id));
    case ReservationIdRole:
        return reservationText(card.command);
    case TypeRole:
        return static_cast<int>(typeOf(card.command.args));
    case AtRole:
        return dateTime(card.at);
    case ErrorRole:
        return text(card.error.code);
    case ParkedRole:
        return card.isParked;
    default:
        return {};
    }
}

QHash<int, QByteArray> AttentionModel::roleNames() const
{
    return {{CommandIdRole, "command"},
            {ReservationIdRole, "reservation"},
            {TypeRole, "type"},
            {GuestRole, "guest"},
            {AtRole, "at"},
            {ErrorRole, "error"},
            {ParkedRole, "parked"}};
}

} // namespace deskbell::models
