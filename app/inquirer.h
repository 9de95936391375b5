// Asks the backend for what the desk does not store: its health, the audit log, reconciliations, open
// sessions, the data about a guest. One question, one answer; when offline the answer says so. Owned by the
// engine; data thread.
#pragma once

#include <QObject>

#include "models/account.h"
#include "models/guestdata.h"
#include "models/operations.h"
#include "sync/session.h"

namespace deskbell::app {

class Inquirer : public QObject
{
    Q_OBJECT

public:
    Inquirer(sync::Session &session, const PropertyId &property);

    void askHealth();
    void askAudit(const models::AuditQuestion &question, quint64 ticket);
    void askReconciliation(Date day, quint64 ticket);
    void askAccount(const models::AccountRequest &request, quint64 ticket);
    void askGuestData(const ReservationId &reservation, quint64 ticket);

signals:
    void healthTold(const deskbell::Expected<deskbell::models::BackendHealth> &health);
    void auditTold(quint64 ticket, const deskbell::Expected<deskbell::models::AuditPage> &page);
    void reconciliationTold(quint64 ticket,
                            const deskbell::Expected<deskbell::models::Reconciliation> &report);
    void accountTold(quint64 ticket,
                     const deskbell::Expected<std::vector<deskbell::models::DeskSession>> &sessions);
    void guestDataTold(quint64 ticket, const deskbell::Expected<deskbell::models::GuestData> &data);
    /// Before accountTold().
    void passwordChanged(const std::string &password);

private:
    void ask(const models::AskSessions &request, quint64 ticket);
    void ask(const models::EndSession &request, quint64 ticket);
    void ask(const models::ChangePassword &request, quint64 ticket);

    sync::Session &m_session;
    QString m_property; ///< "/v1/properties/…/"
    bool m_isHealthAsked = false;
};

} // namespace deskbell::app
