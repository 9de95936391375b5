#include "models/reconciliationmodel.h"

#include <QRandomGenerator>

namespace deskbell::models {

ReconciliationModel::ReconciliationModel(FrontDesk &desk, QObject *parent)
    : HeadedTable(ColumnCount, parent), m_desk(desk), m_ticket(QRandomGenerator::global()->generate64())
{
    connect(&desk, &FrontDesk::reconciliationTold, this, &ReconciliationModel::take);
}

void ReconciliationModel::show(Date day)
{
    m_day = day;
    beginResetModel();
    m_report.reset();
    endResetModel();
    m_error.reset();
    m_isBusy = true;
    ++m_ticket;
    emit stateChanged();
    m_desk.askReconciliation(day, m_ticket);
}

void ReconciliationModel::take(quint64 ticket, const Expected<Reconciliation> &report)
{
    if (ticket != m_ticket || !m_isBusy)
        return;
    m_isBusy = false;
    if (!report) {
        m_error = report.error();
    } else {
        beginResetModel();
        m_report = *report;
        endResetModel();
    }
    emit stateChanged();
}

int ReconciliationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_report ? 0 : static_cast<int>(m_report->differences.size());
}

QVariant ReconciliationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || role != Qt::DisplayRole)
        return {};
    const BookDifference &one = difference(index.row());
    switch (index.column()) {
    case Kind:
        return QString::fromStdString(one.kind);
    case About:
        return one.reservation ? QString::fromStdString(toString(*one.reservation)) : QString();
    case Ledger:
        return QString::fromStdString(one.ledger);
    case Provider:
        return QString::fromStdString(one.provider);
    case Order:
        return QString::fromStdString(one.order);
    default:
        return {};
    }
}

} // namespace deskbell::models
