#include "models/sessionsmodel.h"

#include <QRandomGenerator>

namespace deskbell::models {

SessionsModel::SessionsModel(FrontDesk &desk, QObject *parent)
    : HeadedTable(ColumnCount, parent), m_desk(desk), m_ticket(QRandomGenerator::global()->generate64())
{
    connect(&desk, &FrontDesk::accountTold, this, &SessionsModel::take);
}

void SessionsModel::show(bool isAll)
{
    m_isAll = isAll;
    m_isEnding = false;
    ask(AskSessions{isAll});
}

void SessionsModel::end(const Uuid &session)
{
    m_isEnding = true;
    ask(EndSession{session});
}

void SessionsModel::ask(const AccountRequest &request)
{
    m_error.reset();
    m_isBusy = true;
    ++m_ticket;
    emit stateChanged();
    m_desk.askAccount(request, m_ticket);
}

void SessionsModel::take(quint64 ticket, const Expected<std::vector<DeskSession>> &sessions)
{
    if (ticket != m_ticket || !m_isBusy)
        return;
    // One that somebody else has ended meanwhile is as much gone as one that was ended here.
    if (m_isEnding && (sessions || sessions.error().code == "unknown-session")) {
        m_isEnding = false;
        ask(AskSessions{m_isAll});
        return;
    }
    m_isBusy = false;
    m_isEnding = false;
    if (!sessions) {
        m_error = sessions.error();
    } else {
        beginResetModel();
        m_sessions = *sessions;
        endResetModel();
    }
    emit stateChanged();
}

int SessionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sessions.size());
}

QVariant SessionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || role != Qt::DisplayRole)
        return {};
    const DeskSession &one = session(index.row());
    switch (index.column()) {
    case Who:
        return QString::fromStdString(one.account.name);
    case From:
        return QString::fromStdString(one.address);
    case Opened:
        return QVariant::fromValue<qint64>(one.openedAt.time_since_epoch().count());
    case Seen:
        return QVariant::fromValue<qint64>(one.seenAt.time_since_epoch().count());
    default:
        return {};
    }
}

} // namespace deskbell::models
