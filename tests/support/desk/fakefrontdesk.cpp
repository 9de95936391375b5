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
    const DemoHotel before = laid().hotel;
    DemoHotel seen = before;
    const auto decision = carryOut(seen, args, m_actor, now);
    if (!decision) {
        QTimer::singleShot(
            0, this, [this, id = command.id, refusal = decision.error()] { emit submitted(id, refusal); });
        return command.id;
    }
    if (auto undoable = undoableOf(args, HotelAvailability(before), *decision))
        m_undos.push_back(std::move(*undoable));
    else
        m_undos.clear();
    tellUndoable();
    return keep(command, seen, options);
}

CommandId FakeFrontDesk::undo()
{
    const Undoable what = m_undos.back();
    m_undos.pop_back();
    tellUndoable();
    DemoHotel seen = laid().hotel;
    const auto args = undoOf(what, HotelAvailability(seen));
    const Command command = envelope(args.value_or(what.done), {});
    const auto done = args ? carryOut(seen, *args, m_actor, now) : tl::unexpected(args.error());
    if (done)
        return keep(command, seen, {});
    QTimer::singleShot(0, this,
                       [this, id = command.id, refusal = done.error()] { emit submitted(id, refusal); });
    return command.id;
}

void FakeFrontDesk::tellUndoable()
{
    m_undoable = m_undos.empty() ? std::nullopt : std::optional(m_undos.back().done);
    QTimer::singleShot(0, this, [this] { emit undoableChanged(); });
}

CommandId FakeFrontDesk::keep(const Command &command, const DemoHotel &seen,
                              const models::SubmitOptions &options)
{
    const auto about = reservationOf(command.args);
    if (m_notKept && m_keptBefore-- <= 0) {
        QTimer::singleShot(0, this, [this, id = command.id, why = *m_notKept] { emit submitted(id, why); });
        return command.id;
    }
    m_given.push_back(command);
    if (options.supersedes)
        dismissCard(*options.supersedes);
    OutboxItem item;
    item.command = command;
    if (about)
        item.guest = seen.reservations.at(*about).guest.name;
    m_outbox.items.push_back(item);
    m_link.waiting = static_cast<int>(m_outbox.items.size());
    QTimer::singleShot(0, this, [this, command] {
        emit submitted(command.id, std::nullopt);
        emit outboxChanged();
        emit linkChanged();
        tell(command.args);
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
    tell(command.args);
}

FakeFrontDesk::Laid FakeFrontDesk::laid() const
{
    Laid laid{m_hotel, {}};
    const HotelAvailability seen(laid.hotel);
    Overlay overlay(m_availability);
    for (const OutboxItem &item : m_outbox.items) {
        const Context context{now, m_actor, laid.hotel.property.businessDate, seen};
        for (const Row &after : overlay.lay(item.command, context))
            put(laid.hotel, after);
    }
    laid.overlaid = overlay.reservations();
    return laid;
}

void FakeFrontDesk::tellSetUp()
{
    const DemoHotel seen = laid().hotel;
    m_actor.confirmsOwn = seen.property.clerksConfirm;
    ChangeSet changes;
    changes.undated = undatedRows(seen);
    emit changed(changes);
}

std::optional<Error> FakeFrontDesk::applyToTruth(const CommandArgs &args, const Actor &actor)
{
    const auto done = carryOut(m_hotel, args, actor, now);
    return done ? std::nullopt : std::optional(done.error());
}

bool FakeFrontDesk::happen(const CommandArgs &args, const Actor &actor)
{
    if (applyToTruth(args, actor))
        return false;
    tell(args);
    return true;
}

std::optional<ReservationDetail> FakeFrontDesk::detailOf(const Laid &laid, const ReservationId &id) const
{
    const auto found = laid.hotel.reservations.find(id);
    if (found == laid.hotel.reservations.end())
        return std::nullopt;
    ReservationDetail detail;
    detail.seen = found->second;
    if (const auto overlaid = laid.overlaid.find(id); overlaid != laid.overlaid.end())
        detail.conflict = overlaid->second.conflict;
    for (const OutboxItem &item : m_outbox.items) {
        if (std::ranges::count(reservationsOf(item.command.args), id))
            detail.waiting.push_back(item);
    }
    return detail;
}

StayRow FakeFrontDesk::rowOf(const Laid &laid, const ReservationId &id) const
{
    const auto detail = detailOf(laid, id);
    if (!detail) {
        StayRow none;
        none.id = id;
        return none;
    }
    return models::stayRow(detail->seen, static_cast<int>(detail->waiting.size()),
                           detail->conflict.has_value(), m_actor, m_hotel.property.businessDate);
}

void FakeFrontDesk::tell(const CommandArgs &args)
{
    const auto about = reservationsOf(args);
    if (about.empty())
        return tellSetUp();
    ChangeSet changes;
    const Laid laid = this->laid();
    for (const ReservationId &id : about) {
        if (detailOf(laid, id))
            changes.stays.push_back(rowOf(laid, id));
        else
            changes.gone.push_back(id);
    }
    emit changed(changes);
    if (std::ranges::count(about, m_watched))
        emit watched(detailOf(laid, m_watched));
}

void FakeFrontDesk::publish()
{
    ChangeSet all;
    all.isReset = true;
    all.undated = undatedRows(m_hotel);
    const Laid laid = this->laid();
    for (const auto &[id, reservation] : laid.hotel.reservations)
        all.stays.push_back(rowOf(laid, id));
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
    const CommandArgs args = found->command.args;
    items.erase(found);
    m_link.waiting = static_cast<int>(items.size());
    QTimer::singleShot(0, this, [this, id, args] {
        emit submitted(id, std::nullopt);
        emit outboxChanged();
        emit linkChanged();
        tell(args);
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
                emit watched(detailOf(laid(), id));
        });
}

void FakeFrontDesk::search(const QString &text, quint64 ticket)
{
    const models::Search search(text);
    std::vector<StayRow> rows;
    const Laid laid = this->laid();
    for (const auto &[id, reservation] : laid.hotel.reservations) {
        const Unit *unit = reservation.unit ? m_availability.unit(*reservation.unit) : nullptr;
        const std::string code = shortCode(id);
        if (search.finds({reservation.guest.name, reservation.guest.phone, code,
                          unit ? unit->name : std::string_view()}))
            rows.push_back(rowOf(laid, id));
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
