#include "app/inquirer.h"

#include <QUrlQuery>

#include "protocol/audit.h"
#include "protocol/guestdata.h"
#include "protocol/health.h"
#include "protocol/reconciliation.h"
#include "protocol/session.h"

namespace deskbell::app {

namespace {

constexpr int entriesAtATime = 100;

models::BreakerState stateNamed(const std::string &name)
{
    return name == "open"        ? models::BreakerState::Open
           : name == "half-open" ? models::BreakerState::HalfOpen
                                 : models::BreakerState::Closed;
}

models::BackendHealth shown(const protocol::Health &health)
{
    models::BackendHealth shown;
    shown.at = health.at;
    for (const protocol::RoleHealth &one : health.roles) {
        models::BackendRole role{one.process, one.role, one.isGone, one.seenAt, std::nullopt};
        if (one.breaker)
            role.breaker = {stateNamed(one.breaker->state), one.breaker->calls, one.breaker->failurePercent,
                            one.breaker->slowPercent, one.breaker->opensInMs};
        shown.roles.push_back(std::move(role));
    }
    for (const protocol::QueueHealth &one : health.queues)
        shown.queues.push_back({one.work, one.waiting, one.dueForS});
    if (const auto &last = health.reconciled)
        shown.reconciled = {last->day, last->madeAt, last->differences};
    return shown;
}

models::AuditPage shown(const protocol::AuditPage &page)
{
    models::AuditPage shown;
    shown.next = page.next;
    for (const protocol::AuditEntry &one : page.entries) {
        models::AuditEntry entry{one.number, one.at,      one.type,    one.outcome == "refused", one.code,
                                 one.actor,  one.channel, one.address, one.reservation,          {}};
        for (const protocol::AuditedChange &change : one.changes)
            entry.changes.push_back({change.field, change.before, change.after, change.isWithheld});
        shown.entries.push_back(std::move(entry));
    }
    return shown;
}

models::Reconciliation shown(const protocol::Reconciliation &report)
{
    models::Reconciliation shown{report.day, report.madeAt, report.payments, report.refunds, {}};
    for (const protocol::Difference &one : report.differences)
        shown.differences.push_back(
            {one.kind, one.order, one.reservation, one.refund, one.ledger, one.provider});
    return shown;
}

models::GuestData shown(const protocol::GuestData &data)
{
    models::GuestData shown{data.madeAt, data.property, {}};
    for (const protocol::GuestStay &one : data.stays)
        shown.stays.push_back(
            {one.reservation, one.offering, one.unit, one.isSure, protocol::encodeGuestStay(one)});
    return shown;
}

std::vector<models::DeskSession> shown(const std::vector<protocol::OpenSession> &sessions)
{
    std::vector<models::DeskSession> shown;
    for (const protocol::OpenSession &one : sessions)
        shown.push_back(
            {one.id, one.user, one.account, one.openedAt, one.seenAt, one.address, one.isCurrent});
    return shown;
}

/// Of what has nothing to tell but that it was done.
Expected<std::vector<protocol::OpenSession>> decodeNothing(std::string_view text)
{
    if (!text.empty())
        return failure(std::string(sync::notTheBackend));
    return std::vector<protocol::OpenSession>();
}

/// What was asked for, or why not. Whoever answered in the backend's place: to who looks there is no line.
template <typename Decode>
auto answered(const sync::Reply &reply, const Decode &decode)
{
    return reply.content(decode)
        .map([](const auto &content) { return shown(content); })
        .map_error([](const Error &error) {
            if (sync::isRefusal(error) && sync::statusOf(error) >= 500)
                return Error{"backend-unwell", error.facts};
            return sync::isRefusal(error) || models::isUnheard(error) ? error : Error{"offline", error.facts};
        });
}

} // namespace

Inquirer::Inquirer(sync::Session &session, const PropertyId &property)
    : m_session(session),
      m_property(QStringLiteral("/v1/properties/%1/").arg(QString::fromStdString(toString(property))))
{
}

void Inquirer::askHealth()
{
    // Asked every few seconds: a slow backend is not asked again before it has answered.
    if (m_isHealthAsked)
        return;
    m_isHealthAsked = true;
    m_session.send(sync::Verb::Get, m_property + QStringLiteral("health"), {}, this,
                   [this](const sync::Reply &reply) {
                       m_isHealthAsked = false;
                       emit healthTold(answered(reply, protocol::decodeHealth));
                   });
}

void Inquirer::askAudit(const models::AuditQuestion &question, quint64 ticket)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("limit"), QString::number(entriesAtATime));
    if (question.reservation)
        query.addQueryItem(QStringLiteral("reservation"),
                           QString::fromStdString(toString(*question.reservation)));
    if (question.before)
        query.addQueryItem(QStringLiteral("before"), QString::number(*question.before));
    const QString path = m_property + QStringLiteral("audit?") + query.toString(QUrl::FullyEncoded);
    m_session.send(sync::Verb::Get, path, {}, this, [this, ticket](const sync::Reply &reply) {
        emit auditTold(ticket, answered(reply, protocol::decodeAuditPage));
    });
}

void Inquirer::askReconciliation(Date day, quint64 ticket)
{
    const QString path =
        m_property + QStringLiteral("reconciliations/") + QString::fromStdString(toString(day));
    m_session.send(sync::Verb::Get, path, {}, this, [this, ticket](const sync::Reply &reply) {
        emit reconciliationTold(ticket, answered(reply, protocol::decodeReconciliation));
    });
}

void Inquirer::askGuestData(const ReservationId &reservation, quint64 ticket)
{
    const QString path = m_property + QStringLiteral("guest-data?reservation=") +
                         QString::fromStdString(toString(reservation));
    m_session.send(sync::Verb::Get, path, {}, this, [this, ticket](const sync::Reply &reply) {
        emit guestDataTold(ticket, answered(reply, protocol::decodeGuestData));
    });
}

void Inquirer::askAccount(const models::AccountRequest &request, quint64 ticket)
{
    std::visit([&](const auto &one) { ask(one, ticket); }, request);
}

void Inquirer::ask(const models::AskSessions &request, quint64 ticket)
{
    const QString path =
        QStringLiteral("/v1/sessions") + (request.isAll ? QStringLiteral("?all=true") : QString());
    m_session.send(sync::Verb::Get, path, {}, this, [this, ticket](const sync::Reply &reply) {
        emit accountTold(ticket, answered(reply, protocol::decodeSessions));
    });
}

void Inquirer::ask(const models::EndSession &request, quint64 ticket)
{
    const QString path = QStringLiteral("/v1/sessions/") + QString::fromStdString(toString(request.id));
    m_session.send(sync::Verb::Delete, path, {}, this, [this, ticket](const sync::Reply &reply) {
        emit accountTold(ticket, answered(reply, decodeNothing));
    });
}

void Inquirer::ask(const models::ChangePassword &request, quint64 ticket)
{
    const std::string body = protocol::encodePasswordChange({request.current, request.next});
    m_session.send(sync::Verb::Post, QStringLiteral("/v1/password"), QByteArray::fromStdString(body), this,
                   [this, ticket, next = request.next](const sync::Reply &reply) {
                       const auto done = answered(reply, decodeNothing);
                       if (done)
                           emit passwordChanged(next);
                       emit accountTold(ticket, done);
                   });
}

} // namespace deskbell::app
