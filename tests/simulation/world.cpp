#include "simulation/world.h"

#include <QDir>
#include <QTest>

#include <algorithm>

#include "e2e/support/hands.h"
#include "e2e/support/wishes.h"

namespace deskbell::simulation {

namespace {

constexpr int settleMs = 180'000; // bounded, for a slow machine
constexpr std::size_t hotReservations = 10;

const char *userOf(int desk)
{
    constexpr const char *users[] = {e2e::House::clerk, e2e::House::manager, "clerk2", e2e::House::admin};
    return users[desk % 4];
}

} // namespace

World::World(const Options &options) : m_options(options), m_random(options.seed)
{
}

bool World::build()
{
    if (!m_town.build())
        return false;
    m_view = m_town.house().view(e2e::House::admin);
    if (!m_view)
        return false;
    for (int i = 0; i < m_options.desks; ++i) {
        m_desks.push_back({&m_town.addDesk(), userOf(i)});
        QObject::connect(&line(i), &e2e::Proxy::answerDropped, &line(i), [this, i] {
            if (m_options.sabotage != Sabotage::FreshIdOnRetry)
                return;
            for (const models::OutboxItem &item : front(i).desk().outbox().items)
                m_unanswered.push_back(item.command.args);
        });
        if (!front(i).signIn(m_desks.back().user))
            return false;
    }
    const auto truth = m_view->truth();
    if (!truth)
        return false;
    m_before = *truth;
    // Stock of the type that is fought for is taken when it is asked for.
    if (const auto vacancy = e2e::emptyNights(m_before, 2))
        m_view->send(
            m_view->command(ChangeWorkflow{vacancy->offering.id, "prepaid"}, m_before.property.businessDate));
    for (const auto &[id, stay] : truth->reservations) {
        if (isOpen(stay.state) && stay.stay.arrival > truth->property.businessDate &&
            m_known.size() < hotReservations)
            m_known.push_back(id);
    }
    return !m_known.empty();
}

std::optional<CommandArgs> World::wish(int desk)
{
    const ReservationId some = m_known[static_cast<std::size_t>(below(static_cast<int>(m_known.size())))];
    const std::string text = std::to_string(m_options.seed) + "-" + std::to_string(++m_texts);
    switch (below(8)) {
    case 0:
    case 1: { // all desks want the last rooms of one type in the same nights
        const auto vacancy = e2e::emptyNights(m_before, 2, Days{30 + below(3)});
        if (!vacancy)
            return std::nullopt;
        const ReservationId made = front(desk).newId<ReservationId>();
        m_known.push_back(made);
        if (m_known.size() > 4 * hotReservations)
            m_known.erase(m_known.begin() + hotReservations);
        return e2e::wish(m_before, *vacancy, "Guest " + text, made.value);
    }
    case 2:
        return ConfirmReservation{some};
    case 3: {
        const auto found = m_before.reservations.find(some);
        if (found == m_before.reservations.end() || m_before.units.empty())
            return std::nullopt;
        std::vector<UnitId> units;
        for (const Unit &unit : m_before.units) {
            if (unit.offering == found->second.offering)
                units.push_back(unit.id);
        }
        if (units.empty())
            return std::nullopt;
        return AssignUnit{
            some,
            units[static_cast<std::size_t>(below(static_cast<int>(std::min<std::size_t>(units.size(), 3))))]};
    }
    case 4:
        return below(3) == 0 ? std::optional<CommandArgs>(CancelReservation{some, "no longer needed"})
                             : std::nullopt;
    default:
        return EditNote{some, text};
    }
}

void World::submit(int desk, const CommandArgs &args)
{
    std::optional<std::optional<Error>> word;
    CommandId mine;
    QObject context;
    QObject::connect(&front(desk).desk(), &models::FrontDesk::submitted, &context,
                     [&](const CommandId &id, const std::optional<Error> &refusal) {
                         if (id == mine)
                             word = refusal;
                     });
    mine = front(desk).desk().submit(args);
    if (e2e::waitFor([&] { return word.has_value(); }) && !*word) {
        m_kept.push_back({mine, args, Fate::Lost});
        ++m_tally.kept;
    }
}

void World::work(int desk)
{
    if (!front(desk).access().state().isSignedIn)
        return;
    if (const auto args = wish(desk))
        submit(desk, *args);
}

void World::restart(int desk)
{
    const bool forgets = m_options.sabotage == Sabotage::ForgetOutbox;
    if (forgets) {
        line(desk).setMode(e2e::Proxy::Mode::Refuse);
        work(desk);
        work(desk);
    }
    front(desk).close();
    if (forgets) {
        line(desk).setMode(e2e::Proxy::Mode::Pass);
        QDir folder(front(desk).folder());
        for (const QString &file : folder.entryList({QStringLiteral("intent.db*")}))
            folder.remove(file);
    }
    front(desk).open(false);
    front(desk).signIn(m_desks[static_cast<std::size_t>(desk)].user);
}

void World::killBackend()
{
    m_town.house().backend().kill();
    if (m_town.house().startBackend())
        m_town.followBackend();
    m_view = m_town.house().view(e2e::House::admin);
}

void World::breakSomething()
{
    ++m_tally.faults;
    const int desk = below(m_options.desks);
    switch (below(9)) {
    case 0:
        return line(desk).setMode(e2e::Proxy::Mode::Refuse);
    case 1:
        return line(desk).setMode(e2e::Proxy::Mode::BlackHole);
    case 2:
        return line(desk).cut();
    case 3:
        return line(desk).setDelay(below(120));
    case 4:
        return restart(desk);
    case 5:
        return killBackend();
    case 6: // between commit and answer: it is killed as soon as the answer is here, which goes no further
    {
        const int dropped = line(desk).droppedAnswers();
        line(desk).setMode(e2e::Proxy::Mode::Pass);
        line(desk).dropNextAnswerTo("/commands HTTP/1.1");
        work(desk);
        if (e2e::waitFor([&] { return line(desk).droppedAnswers() > dropped; }, 1'000))
            killBackend();
        return;
    }
    default:
        line(desk).setMode(e2e::Proxy::Mode::Pass);
        line(desk).setDelay(0);
        return line(desk).dropNextAnswerTo("/commands HTTP/1.1");
    }
}

void World::sendAgainUnderFreshIds()
{
    const std::vector<CommandArgs> again = std::exchange(m_unanswered, {});
    for (std::size_t i = 0; i < again.size() && m_view; ++i)
        m_view->send(m_view->command(again[i], m_before.property.businessDate));
}

void World::step()
{
    if (below(4) == 0)
        breakSomething();
    else
        work(below(m_options.desks));
    if (below(3) == 0)
        QTest::qWait(below(60)); // time passes; nothing is waited for
    sendAgainUnderFreshIds();
}

std::vector<std::string> World::heal()
{
    std::vector<std::string> breaches;
    for (int i = 0; i < m_options.desks; ++i) {
        line(i).setMode(e2e::Proxy::Mode::Pass);
        line(i).setDelay(0);
        line(i).dropNextAnswerTo({});
    }
    for (int i = 0; i < m_options.desks; ++i) {
        if (!front(i).access().state().isSignedIn)
            front(i).signIn(m_desks[static_cast<std::size_t>(i)].user);
        front(i).desk().reconnectNow();
        if (!front(i).waitUntilSettled(settleMs))
            breaches.push_back("stuck: desk " + std::to_string(i + 1) + " has not come to rest");
    }
    sendAgainUnderFreshIds();
    return breaches;
}

Fate World::fateOf(const KeptCommand &kept)
{
    for (int i = 0; i < m_options.desks; ++i) {
        for (const models::AttentionCard &card : front(i).desk().outbox().cards) {
            if (card.command.id == kept.id)
                return card.isParked ? Fate::Parked : Fate::Refused;
        }
    }
    const auto answer =
        m_view->get(QStringLiteral("/v1/commands/%1").arg(QString::fromStdString(toString(kept.id))));
    if (answer.body.contains("\"applied\""))
        return Fate::Applied;
    // A refusal that no card tells of is lost on the clerk.
    return Fate::Lost;
}

std::vector<std::string> World::check()
{
    std::vector<std::string> breaches;
    const auto truth = m_view ? m_view->truth() : std::nullopt;
    if (!truth)
        return {"no backend: it did not start again, or gives no snapshot"};
    Evidence evidence{m_before, *truth, std::move(m_kept)};
    m_kept.clear();
    for (KeptCommand &kept : evidence.kept) {
        kept.fate = fateOf(kept);
        m_tally.applied += kept.fate == Fate::Applied;
        m_tally.refused += kept.fate == Fate::Refused || kept.fate == Fate::Parked;
    }
    breaches = breachesOf(evidence);
    for (int i = 0; i < m_options.desks; ++i) {
        QStringList differences;
        e2e::waitFor([&] { return (differences = front(i).seen().differencesFrom(*m_view)).isEmpty(); });
        for (const QString &difference : differences)
            breaches.push_back("diverged: desk " + std::to_string(i + 1) + ": " + difference.toStdString());
        const auto cards = front(i).desk().outbox().cards;
        for (const models::AttentionCard &card : cards)
            front(i).desk().dismissCard(card.command.id);
        e2e::waitFor([&] { return front(i).desk().outbox().cards.empty(); });
    }
    m_before = evidence.after;
    return breaches;
}

std::vector<std::string> World::round()
{
    ++m_tally.rounds;
    for (int i = 0; i < m_options.steps; ++i)
        step();
    auto breaches = heal();
    const auto found = check();
    breaches.insert(breaches.end(), found.begin(), found.end());
    return breaches;
}

} // namespace deskbell::simulation
