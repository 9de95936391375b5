#pragma once

// AuditModel: the audit log, newest first, page by page as the backend returns it; nothing is stored
// at the desk. Owned by its view; UI thread. Cells give raw values; the view makes the words.

#include <optional>
#include <vector>

#include "models/frontdesk.h"
#include "models/keyedtable.h"

namespace deskbell::models {

class AuditModel : public HeadedTable
{
    Q_OBJECT

public:
    enum Column { At, Who, What, About, Origin, ColumnCount };

    explicit AuditModel(FrontDesk &desk, QObject *parent = nullptr);

    /// Begins anew with the latest; of one reservation, or all.
    void show(const std::optional<ReservationId> &reservation);
    /// The page before what is shown.
    void showMore();
    bool isBusy() const { return m_isBusy; }
    bool hasMore() const { return m_next.has_value(); }
    /// Why the last question had no answer.
    const std::optional<Error> &error() const { return m_error; }
    const std::optional<ReservationId> &reservation() const { return m_reservation; }

    const AuditEntry &entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    /// Busy or not, an error, more to come.
    void stateChanged();

private:
    void ask(const std::optional<std::uint64_t> &before);
    void take(quint64 ticket, const Expected<AuditPage> &page);

    FrontDesk &m_desk;
    std::vector<AuditEntry> m_entries;
    std::optional<ReservationId> m_reservation;
    std::optional<std::uint64_t> m_next;
    std::optional<Error> m_error;
    /// Begins anywhere: an answer to an older question, or to a view that is gone, is not taken.
    quint64 m_ticket;
    bool m_isBusy = false;
};

} // namespace deskbell::models
