#include "support/desk/fakefrontdesk.h"

#include <QTimer>

#include <algorithm>

#include "domain/guestmatch.h"
#include "domain/overlay.h"
#include "models/search.h"

namespace deskbell::testing {

namespace {

UndatedRows undatedRows(const DemoHotel &hotel)
{
    UndatedRows rows;
    rows.add(hotel.property);
    for (const Offering &offering : hotel.offerings)
        rows.add(offering);
    for (const Unit &unit : hotel.units)
        rows.add(unit);
    return rows;
}

} // namespace

using models::AttentionCard;
using models::ChangeSet;
using models::LinkPhase;
using models::OutboxItem;
using models::ReservationDetail;
using models::StayRow;

FakeFrontDesk::FakeFrontDesk(DemoHotel hotel, Role role, QObject *parent)
    : FrontDesk(parent), m_hotel(std::move(hotel)), m_availability(m_hotel)
{
    m_actor.name = role == Role::Clerk ? "김하나" : "이민호";
    m_actor.role = role;
    m_actor.confirmsOwn = m_hotel.property.clerksConfirm;
    m_link.phase = LinkPhase::Online;
    m_link.lastHeard = now;
}

Uuid FakeFrontDesk::newId()
{
    return makeUuidV7(now, [this] { return m_random(); });
}

Command FakeFrontDesk::envelope(const CommandArgs &args, const models::SubmitOptions &options)
{
    Command command;
    command.id = CommandId{newId()};
    command.n = ++m_n;
    command.lane = laneOf(args);
    command.deps = options.deps;
    command.args = args;
    command.businessDate = m_hotel.property.businessDate;
    command.madeAt = now;
    command.actor = m_actor.name;
    command.supersedes = options.supersedes;
    return command;
}

CommandId FakeFrontDesk::submit(const CommandArgs &args, const models::SubmitOptions &options)
{
    const Command command = envelope(args, options);
    const auto about = reservationOf(args);
    if (about) {
        const auto seen = detailOf(*about);
        const Context context{now, m_actor, m_hotel.property.businessDate, m_availability,
                              m_hotel.property.isClosed};
        const auto decided = decide(seen ? &seen->seen : nullptr, args, context);
        if (!decided) {
            const Error refusal = decided.error();
            QTimer::singleShot(0, this, [this, command, refusal] { emit submitted(command.id, refusal); });
            return command.id;
        }
    }
    if (!about) {
        const DemoHotel seen = seenSetUp();
        const HotelAvailability availability(seen);
        const auto decided =
            decideSetUp(seen.property, args, {now, m_actor, seen.property.businessDate, availability});
        if (!decided) {
            QTimer::singleShot(
                0, this, [this, id = command.id, refusal = decided.error()] { emit submitted(id, refusal); });
            return command.id;
        }
    }
    if (m_notKept && m_keptBefore-- <= 0) {
        QTimer::singleShot(0, this, [this, id = command.id, why = *m_notKept] { emit submitted(id, why); });
        return command.id;
    }
    m_given.push_back(command);
    if (options.supersedes)
        dismissCard(*options.supersedes);
    OutboxItem item;
    item.command = command;
    if (about) {
        if (const auto seen = detailOf(*about))
            item.guest = seen->seen.guest.name;
        else if (const auto *make = std::get_if<MakeReservation>(&args))
            item.guest = make->guest.name;
    }
    m_outbox.items.push_back(item);
    m_link.waiting = static_cast<int>(m_outbox.items.size());
    QTimer::singleShot(0, this, [this, command, about] {
        emit submitted(command.id, std::nullopt);
        emit outboxChanged();
        emit linkChanged();
        if (about)
            tell(*about);
        else
            tellSetUp();
        drain();
    });
    return command.id;
}

void FakeFrontDesk::drain()
{
    if (m_link.phase != LinkPhase::Online || m_outbox.items.empty())
        return;
    while (!m_outbox.items.empty()) {
        const Command command = m_outbox.items.front().command;
        m_outbox.items.erase(m_outbox.items.begin());
        decideAtBackend(command);
    }
    m_link.waiting = 0;
    emit outboxChanged();
    emit linkChanged();
}

void FakeFrontDesk::decideAtBackend(const Command &command)
{
    std::optional<Error> refusal;
    if (!m_refusals.empty()) {
        refusal = m_refusals.front();
        m_refusals.pop_front();
    } else {
        refusal = applyToTruth(command.args, m_actor);
    }
    const auto about = reservationOf(command.args);
    if (refusal) {
        AttentionCard card;
        card.command = command;
        card.error = *refusal;
        card.at = now;
        if (about) {
            const auto found = m_hotel.reservations.find(*about);
            if (found != m_hotel.reservations.end()) {
                card.current = found->second;
                card.guest = found->second.guest.name;
            } else if (const auto *make = std::get_if<MakeReservation>(&command.args)) {
                card.guest = make->guest.name;
            }
        }
        m_outbox.cards.push_back(card);
    }
    if (about)
        tell(*about);
    else
        tellSetUp();
}

DemoHotel FakeFrontDesk::seenSetUp() const
{
    DemoHotel seen = m_hotel;
    const HotelAvailability availability(seen);
    for (const OutboxItem &item : m_outbox.items) {
        if (reservationOf(item.command.args))
            continue;
        const Context context{now, m_actor, seen.property.businessDate, availability};
        if (const auto decided = decideSetUp(seen.property, item.command.args, context))
            put(seen, *decided);
    }
    return seen;
}

void FakeFrontDesk::tellSetUp()
{
    const DemoHotel seen = seenSetUp();
    m_actor.confirmsOwn = seen.property.clerksConfirm;
    ChangeSet changes;
    changes.undated = undatedRows(seen);
    emit changed(changes);
}

std::optional<Error> FakeFrontDesk::setUpTruth(const CommandArgs &args, const Actor &actor)
{
    const Context context{now, actor, m_hotel.property.businessDate, m_availability};
    const auto decided = decideSetUp(m_hotel.property, args, context);
    if (!decided)
        return decided.error();
    put(m_hotel, *decided);
    return std::nullopt;
}

std::optional<Error> FakeFrontDesk::applyToTruth(const CommandArgs &args, const Actor &actor)
{
    const auto about = reservationOf(args);
    if (!about)
        return setUpTruth(args, actor);
    const auto found = m_hotel.reservations.find(*about);
    const Reservation *state = found == m_hotel.reservations.end() ? nullptr : &found->second;
    const Context context{now, actor, m_hotel.property.businessDate, m_availability};
    const auto events = decide(state, args, context);
    if (!events)
        return events.error();
    Reservation after = applyAll(state, *events, actor, now);
    ++after.version;
    m_hotel.reservations[*about] = std::move(after);
    return std::nullopt;
}

bool FakeFrontDesk::happen(const CommandArgs &args, const Actor &actor)
{
    if (applyToTruth(args, actor))
        return false;
    if (const auto about = reservationOf(args))
        tell(*about);
    else
        tellSetUp();
    return true;
}

std::vector<Command> FakeFrontDesk::pendingOf(const ReservationId &id) const
{
    std::vector<Command> pending;
    for (const OutboxItem &item : m_outbox.items) {
        if (reservationOf(item.command.args) == id)
            pending.push_back(item.command);
    }
    return pending;
}

std::optional<ReservationDetail> FakeFrontDesk::detailOf(const ReservationId &id) const
{
    const auto found = m_hotel.reservations.find(id);
    const Reservation *truth = found == m_hotel.reservations.end() ? nullptr : &found->second;
    const std::vector<Command> pending = pendingOf(id);
    const Context context{now, m_actor, m_hotel.property.businessDate, m_availability,
                          m_hotel.property.isClosed};
    const Overlaid overlaid = overlay(truth, pending, context);
    if (!overlaid.seen)
        return std::nullopt;
    ReservationDetail detail;
    detail.seen = *overlaid.seen;
    detail.conflict = overlaid.conflict;
    for (const OutboxItem &item : m_outbox.items) {
        if (reservationOf(item.command.args) == id)
            detail.waiting.push_back(item);
    }
    return detail;
}

StayRow FakeFrontDesk::rowOf(const ReservationId &id) const
{
    const auto detail = detailOf(id);
    if (!detail) {
        StayRow none;
        none.id = id;
        return none;
    }
    return models::stayRow(detail->seen, static_cast<int>(detail->waiting.size()),
                           detail->conflict.has_value(), m_actor, m_hotel.property.businessDate);
}

void FakeFrontDesk::tell(const ReservationId &id)
{
    ChangeSet changes;
    const auto detail = detailOf(id);
    if (detail)
        changes.stays.push_back(rowOf(id));
    else
        changes.gone.push_back(id);
    emit changed(changes);
    if (m_watched == id)
        emit watched(detail);
}

void FakeFrontDesk::publish()
{
    ChangeSet all;
    all.isReset = true;
    all.undated = undatedRows(m_hotel);
    for (const auto &[id, reservation] : m_hotel.reservations)
        all.stays.push_back(rowOf(id));
    emit changed(all);
    emit linkChanged();
    emit outboxChanged();
}

void FakeFrontDesk::setOnline(bool isOnline)
{
    m_link.phase = isOnline ? LinkPhase::Online : LinkPhase::Offline;
    m_link.offlineSince = isOnline ? std::nullopt : std::optional(now);
    emit linkChanged();
    drain();
}

void FakeFrontDesk::setLink(const models::LinkState &link)
{
    m_link = link;
    emit linkChanged();
}

void FakeFrontDesk::withdraw(const CommandId &id)
{
    auto &items = m_outbox.items;
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const OutboxItem &item) { return item.command.id == id; });
    if (found == items.end() || found->state != models::OutboxState::Waiting) {
        QTimer::singleShot(0, this, [this, id] { emit submitted(id, Error{"already-sent", {}}); });
        return;
    }
    const auto about = reservationOf(found->command.args);
    items.erase(found);
    m_link.waiting = static_cast<int>(items.size());
    QTimer::singleShot(0, this, [this, id, about] {
        emit submitted(id, std::nullopt);
        emit outboxChanged();
        emit linkChanged();
        if (about)
            tell(*about);
        else
            tellSetUp();
    });
}

void FakeFrontDesk::dismissCard(const CommandId &id)
{
    std::erase_if(m_outbox.cards, [&](const AttentionCard &card) { return card.command.id == id; });
    QTimer::singleShot(0, this, [this] { emit outboxChanged(); });
}

void FakeFrontDesk::watch(const ReservationId &id)
{
    m_watched = id;
    if (!id.isNull())
        QTimer::singleShot(0, this, [this, id] {
            if (m_watched == id)
                emit watched(detailOf(id));
        });
}

void FakeFrontDesk::search(const QString &text, quint64 ticket)
{
    const models::Search search(text);
    std::vector<StayRow> rows;
    for (const auto &[id, reservation] : m_hotel.reservations) {
        const Unit *unit = reservation.unit ? m_availability.unit(*reservation.unit) : nullptr;
        const std::string code = shortCode(id);
        if (search.finds({reservation.guest.name, reservation.guest.phone, code,
                          unit ? unit->name : std::string_view()}))
            rows.push_back(rowOf(id));
    }
    std::ranges::sort(rows, [today = m_hotel.property.businessDate](const StayRow &a, const StayRow &b) {
        return models::isSooner(a, b, today);
    });
    QTimer::singleShot(0, this, [this, ticket, rows] { emit found(ticket, rows); });
}

void FakeFrontDesk::askHealth()
{
    ++healthAsked;
    const bool isOnline = m_link.phase == LinkPhase::Online;
    QTimer::singleShot(0, this, [this, isOnline] {
        emit healthTold(isOnline ? Expected<models::BackendHealth>(health) : failure("offline"));
    });
}

void FakeFrontDesk::askAudit(const models::AuditQuestion &question, quint64 ticket)
{
    Expected<models::AuditPage> answer = failure("offline");
    if (m_link.phase == LinkPhase::Online && m_actor.role < Role::Manager) {
        answer = failure("role-not-allowed");
    } else if (m_link.phase == LinkPhase::Online) {
        models::AuditPage page;
        for (const models::AuditEntry &entry : audit) {
            if ((question.before && entry.number >= *question.before) ||
                (question.reservation && entry.reservation != question.reservation))
                continue;
            if (page.entries.size() == auditPageSize) {
                page.next = page.entries.back().number;
                break;
            }
            page.entries.push_back(entry);
        }
        answer = std::move(page);
    }
    QTimer::singleShot(0, this, [this, ticket, answer] { emit auditTold(ticket, answer); });
}

void FakeFrontDesk::askReconciliation(Date day, quint64 ticket)
{
    Expected<models::Reconciliation> answer = failure("offline");
    if (m_link.phase == LinkPhase::Online && m_actor.role < Role::Manager) {
        answer = failure("role-not-allowed");
    } else if (m_link.phase == LinkPhase::Online && reconciliationError) {
        answer = tl::unexpected(*reconciliationError);
    } else if (m_link.phase == LinkPhase::Online) {
        const auto found = std::ranges::find(reconciliations, day, &models::Reconciliation::day);
        answer = found == reconciliations.end() ? failure("not-reconciled")
                                                : Expected<models::Reconciliation>(*found);
    }
    QTimer::singleShot(0, this, [this, ticket, answer] { emit reconciliationTold(ticket, answer); });
}

Expected<std::vector<models::DeskSession>> FakeFrontDesk::answer(const models::AskSessions &request) const
{
    if (request.isAll && m_actor.role != Role::Admin)
        return failure("role-not-allowed");
    std::vector<models::DeskSession> told;
    std::ranges::copy_if(sessions, std::back_inserter(told), [&](const models::DeskSession &each) {
        return request.isAll || each.account.account == m_actor.account;
    });
    return told;
}

Expected<std::vector<models::DeskSession>> FakeFrontDesk::answer(const models::EndSession &request)
{
    const bool isAny = std::erase_if(sessions, [&](const auto &each) { return each.id == request.id; }) > 0;
    if (!isAny)
        return failure("unknown-session");
    return std::vector<models::DeskSession>();
}

Expected<std::vector<models::DeskSession>> FakeFrontDesk::answer(const models::ChangePassword &request)
{
    if (request.current != password)
        return failure("password-wrong");
    if (request.next == "password123")
        return failure("password-too-common");
    password = request.next;
    return std::vector<models::DeskSession>();
}

void FakeFrontDesk::askAccount(const models::AccountRequest &request, quint64 ticket)
{
    Expected<std::vector<models::DeskSession>> told = failure("offline");
    if (m_link.phase == LinkPhase::Online)
        told = std::visit([this](const auto &one) { return answer(one); }, request);
    QTimer::singleShot(0, this, [this, ticket, told] { emit accountTold(ticket, told); });
}

void FakeFrontDesk::askGuestData(const ReservationId &id, quint64 ticket)
{
    Expected<models::GuestData> told = failure("offline");
    const auto asked = m_hotel.reservations.find(id);
    if (m_link.phase == LinkPhase::Online && m_actor.role < Role::Manager) {
        told = failure("role-not-allowed");
    } else if (m_link.phase == LinkPhase::Online && asked == m_hotel.reservations.end()) {
        told = failure("unknown-reservation");
    } else if (m_link.phase == LinkPhase::Online) {
        models::GuestData data{now, m_hotel.property.name, {}};
        const GuestMatch match(asked->second.guest);
        for (const auto &[other, reservation] : m_hotel.reservations) {
            const GuestLikeness likeness = match.with(reservation.guest);
            if (other != id && !likeness.isAny())
                continue;
            const Offering *offering = m_availability.offering(reservation.offering);
            const Unit *unit = reservation.unit ? m_availability.unit(*reservation.unit) : nullptr;
            data.stays.push_back({reservation, offering ? offering->name : std::string(),
                                  unit ? unit->name : std::string(), other == id || likeness.isSure(),
                                  "{\"reservation\":{\"id\":\"" + toString(other) + "\"}}"});
        }
        told = std::move(data);
    }
    QTimer::singleShot(0, this, [this, ticket, told] { emit guestDataTold(ticket, told); });
}

void FakeFrontDesk::reconnectNow()
{
    ++m_reconnects;
}

void FakeFrontDesk::cancelFirstSync()
{
    m_link.phase = LinkPhase::Offline;
    emit linkChanged();
}

} // namespace deskbell::testing
