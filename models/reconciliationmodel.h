#pragma once

// ReconciliationModel: the differences between the hotel's and the payment provider's records of a day,
// as the backend returns them; nothing is stored at the desk. Owned by its view; UI thread. Cells give
// raw values; the view makes the words.

#include <optional>

#include "models/frontdesk.h"
#include "models/keyedtable.h"

namespace deskbell::models {

class ReconciliationModel : public HeadedTable
{
    Q_OBJECT

public:
    enum Column { Kind, About, Ledger, Provider, Order, ColumnCount };

    explicit ReconciliationModel(FrontDesk &desk, QObject *parent = nullptr);

    /// Asks for that day; what was shown of another goes.
    void show(Date day);
    Date day() const { return m_day; }
    bool isBusy() const { return m_isBusy; }
    /// Why the last question had no answer.
    const std::optional<Error> &error() const { return m_error; }
    /// None while it is asked for, and when there is none.
    const std::optional<Reconciliation> &report() const { return m_report; }

    const BookDifference &difference(int row) const
    {
        return m_report->differences[static_cast<std::size_t>(row)];
    }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    /// Busy or not, an error, a report.
    void stateChanged();

private:
    void take(quint64 ticket, const Expected<Reconciliation> &report);

    FrontDesk &m_desk;
    Date m_day{};
    std::optional<Reconciliation> m_report;
    std::optional<Error> m_error;
    /// Begins anywhere: an answer to an older question, or to a view that is gone, is not taken.
    quint64 m_ticket;
    bool m_isBusy = false;
};

} // namespace deskbell::models
