// A whole desk in memory with its main window, and what its screens are brought to.

#include <QApplication>
#include <QTest>

#include "domain/refusal.h"
#include "ui/screens.h"
#include "ui/window/mainwindow.h"

namespace deskbell::testing {

void FakeTerminal::read(const PaymentId &payment, Money)
{
    ++reads;
    if (!isSilent)
        QMetaObject::invokeMethod(
            this, [this, payment] { emit tokenRead(payment, "tdesk_" + toString(payment)); },
            Qt::QueuedConnection);
}

const DemoHotel &sharedHotel()
{
    static const DemoHotel hotel = makeDemoHotel();
    return hotel;
}

Stage::Stage(Role role, DemoHotel hotel) : desk(std::move(hotel), role)
{
    QObject::connect(&desk, &models::FrontDesk::changed, &book, &models::Book::apply);
    models::AccessState state;
    state.isSignedIn = true;
    state.userName = QString::fromStdString(desk.actor().name);
    access.setState(state);
    window = std::make_unique<ui::MainWindow>(ui::MainWindow::Ports{desk, access, terminal, book});
    window->setClock([this] { return desk.now; });
    // Nobody here presses twice without meaning it.
    window->setClickClock([this] { return clickTime += std::chrono::seconds{1}; });
    desk.publish();
    settle();
}

Stage::~Stage() = default;

ReservationId Stage::oneIn(ReservationState state) const
{
    for (const auto &[id, reservation] : const_cast<Stage *>(this)->desk.hotel().reservations) {
        if (reservation.state == state && reservation.stay.departure >= demoDate())
            return id;
    }
    qFatal("no reservation in state %d", static_cast<int>(state));
}

std::pair<ReservationId, ReservationId> twoInHouse(Stage &stage)
{
    const auto &all = stage.desk.hotel().reservations;
    for (const auto &[id, one] : all) {
        for (const auto &[otherId, other] : all) {
            const auto isIn = [](const Reservation &reservation) {
                return reservation.state == ReservationState::InHouse && reservation.unit &&
                       reservation.earlierUnits.empty() && reservation.stay.departure > demoDate();
            };
            if (isIn(one) && isIn(other) && one.offering == other.offering &&
                one.stay.departure < other.stay.departure)
                return {id, otherId};
        }
    }
    qFatal("no two guests in rooms of one type");
}

void Stage::settle()
{
    for (int i = 0; i < 8; ++i)
        QCoreApplication::processEvents();
}

void fillOperations(Stage &stage)
{
    using models::BreakerState;
    const Instant now = stage.desk.now;
    stage.desk.health.at = now;
    stage.desk.health.roles = {
        {"backoffice:4711", "gateway", false, now, std::nullopt},
        {"backoffice:4711", "payment", false, now, models::Breaker{BreakerState::Open, 20, 60, 5, 12'000}},
        {"backoffice:4711", "notice", false, now, models::Breaker{BreakerState::Closed, 100, 1, 0, 0}},
        {"backoffice:4712", "hotel", true, now, std::nullopt},
    };
    stage.desk.health.queues = {{"charge", 3, 125}, {"notify", 1, std::nullopt}, {"refund", 0, std::nullopt}};
    const ReservationId one = stage.oneIn(ReservationState::Confirmed);
    const ReservationId other = stage.oneIn(ReservationState::InHouse);
    const Actor manager{{}, "이민호", Role::Manager};
    const Actor clerk{{}, "김하나", Role::Clerk};
    const Actor worker{{}, "payment-worker", Role::System};
    stage.desk.audit.clear();
    for (std::uint64_t i = 0; i < 24; ++i) {
        models::AuditEntry entry;
        entry.number = 100 - i;
        entry.at = now - std::chrono::minutes{3 * i};
        entry.channel = i % 4 == 2 ? "worker" : "desk";
        entry.address = i % 4 == 2 ? "" : "192.0.2.17";
        switch (i % 4) {
        case 0:
            entry.type = "confirm-reservation";
            entry.actor = manager;
            entry.reservation = one;
            entry.changes = {{"state", "requested", "confirmed", false}, {"approved", "no", "yes", false}};
            break;
        case 1:
            entry.type = "edit-guest";
            entry.actor = clerk;
            entry.reservation = other;
            entry.changes = {{"guest.phone", {}, {}, true}, {"guest.language", "en", "ko", false}};
            break;
        case 2:
            entry.type = "record-payment-outcome";
            entry.actor = worker;
            entry.reservation = other;
            entry.changes = {{"payment 0190", "card 12850 EUR sent", "card 12850 EUR taken", false}};
            break;
        default:
            entry.type = "check-in";
            entry.actor = clerk;
            entry.reservation = one;
            entry.isRefused = true;
            entry.code = std::string(refusal::unitMissing);
            break;
        }
        stage.desk.audit.push_back(entry);
    }
}

namespace {

MakeReservation wish(Stage &stage, const OfferingId &offering, const Stay &stay, int quantity)
{
    MakeReservation make;
    make.reservation = ReservationId{stage.desk.newId()};
    make.offering = offering;
    make.stay = stay;
    make.quantity = quantity;
    make.guest.name = "Ada Lovelace";
    make.guest.phone = "+44 20 7946 0018";
    make.guest.language = "en";
    make.currency = stage.desk.hotel().property.currency;
    make.nightlyPrices.assign(static_cast<std::size_t>(stay.nights()), 9800);
    make.channel = "desk";
    return make;
}

} // namespace

ReservationId chooseLongStay(Stage &stage, int nights)
{
    const Stay stay{demoDate() + Days{40}, demoDate() + Days{40 + nights}};
    const MakeReservation make = wish(stage, stage.desk.hotel().offerings.front().id, stay, 1);
    stage.desk.submit(make);
    for (int i = 1; i <= nights; ++i)
        stage.desk.submit(EditNote{make.reservation, "Fresh towels on day " + std::to_string(i)});
    stage.settle();
    stage.window->showReservation(make.reservation);
    stage.settle();
    return make.reservation;
}

MakeReservation refuseLastRoom(Stage &stage, const OfferingId &offering, int quantity)
{
    const Stay stay{demoDate() + Days{2}, demoDate() + Days{4}};
    const MakeReservation make = wish(stage, offering, stay, quantity);
    stage.desk.refuseNext(Error{std::string(refusal::noStock),
                                {{"offering", toString(offering)},
                                 {"night", toString(stay.arrival)},
                                 {"free", "0"},
                                 {"wanted", std::to_string(quantity)}}});
    stage.desk.submit(make);
    stage.settle();
    stage.window->showOutbox(true);
    stage.settle();
    return make;
}

} // namespace deskbell::testing
