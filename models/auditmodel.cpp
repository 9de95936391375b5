#include "models/auditmodel.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace deskbell::models {

AuditModel::AuditModel(FrontDesk &desk, QObject *parent)
    : HeadedTable(ColumnCount, parent), m_desk(desk), m_ticket(QRandomGenerator::global()->generate64())
{
    connect(&desk, &FrontDesk::auditTold, this, &AuditModel::take);
}

void AuditModel::show(const std::optional<ReservationId> &reservation)
{
    m_reservation = reservation;
    beginResetModel();
    m_entries.clear();
    endResetModel();
    m_next.reset();
    ask(std::nullopt);
}

void AuditModel::showMore()
{
    if (m_next && !m_isBusy)
        ask(m_next);
}

void AuditModel::ask(const std::optional<std::uint64_t> &before)
{
    ++m_ticket;
    m_isBusy = true;
    m_error.reset();
    emit stateChanged();
    m_desk.askAudit({m_reservation, before}, m_ticket);
}

void AuditModel::take(quint64 ticket, const Expected<AuditPage> &page)
{
    if (ticket != m_ticket || !m_isBusy)
        return;
    m_isBusy = false;
    if (!page) {
        m_error = page.error();
    } else {
        m_next = page->next;
        if (!page->entries.empty()) {
            const int first = rowCount();
            beginInsertRows({}, first, first + static_cast<int>(page->entries.size()) - 1);
            m_entries.insert(m_entries.end(), page->entries.begin(), page->entries.end());
            endInsertRows();
        }
    }
    emit stateChanged();
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || role != Qt::DisplayRole)
        return {};
    const AuditEntry &one = entry(index.row());
    switch (index.column()) {
    case At:
        return QDateTime::fromMSecsSinceEpoch(one.at.time_since_epoch().count(), Qt::UTC);
    case Who:
        return QString::fromStdString(one.actor.name);
    case What:
        return QString::fromStdString(one.type);
    case About:
        return one.reservation ? QString::fromStdString(toString(*one.reservation)) : QString();
    case Origin:
        return QString::fromStdString(one.address);
    default:
        return {};
    }
}

} // namespace deskbell::models
