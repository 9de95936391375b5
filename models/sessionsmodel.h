#pragma once

// SessionsModel: the desks where somebody is signed in, the most recently active first, as the backend
// returns them; nothing is stored at the desk. Owned by its view; UI thread. Cells give raw values; the
// view makes the words.

#include <optional>

#include "models/frontdesk.h"
#include "models/keyedtable.h"

namespace deskbell::models {

class SessionsModel : public HeadedTable
{
    Q_OBJECT

public:
    enum Column { Who, From, Opened, Seen, ColumnCount };

    explicit SessionsModel(FrontDesk &desk, QObject *parent = nullptr);

    /// Asks for the own ones, or for everybody's.
    void show(bool isAll);
    /// Ends it, then asks again.
    void end(const Uuid &session);
    bool isBusy() const { return m_isBusy; }
    bool isAll() const { return m_isAll; }
    /// Why the last question had no answer.
    const std::optional<Error> &error() const { return m_error; }

    const DeskSession &session(int row) const { return m_sessions[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    /// Busy or not, an error, other sessions.
    void stateChanged();

private:
    void ask(const AccountRequest &request);
    void take(quint64 ticket, const Expected<std::vector<DeskSession>> &sessions);

    FrontDesk &m_desk;
    std::vector<DeskSession> m_sessions;
    std::optional<Error> m_error;
    /// Begins anywhere: an answer to an older question, or to a view that is gone, is not taken.
    quint64 m_ticket;
    bool m_isAll = false;
    bool m_isBusy = false;
    bool m_isEnding = false; ///< then asked for anew
};

} // namespace deskbell::models
