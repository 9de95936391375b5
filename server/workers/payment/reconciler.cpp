#include "server/workers/payment/reconciler.h"

#include <algorithm>
#include <atomic>
#include <tuple>
#include <unordered_map>

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include "protocol/rows.h"

namespace deskbell::server {

using Booked = Expected<std::optional<BookedPayment>>;

/// A card payment of our ledger, and what the provider has of it.
struct Reconciler::Known
{
    LedgerPayment payment;
    bool isToCompare = false;
    Booked booked{}; ///< of those that are to be compared
};

/// All card payments there are, by their orders.
struct Reconciler::Books
{
    std::unordered_map<std::string, Known> orders;
    std::unordered_map<std::string, Booked> strangers; ///< orders of the provider's that no ledger has
};

namespace {

/// Far beyond every stay.
const Window everything{Date(Days(-400'000)), Date(Days(400'000))};

/// One line of a snapshot that cannot be about a card is not decoded.
constexpr std::string_view cardMark = R"("method":"card")";

} // namespace

Reconciler::Reconciler(Settings settings, Storage &storage, ProviderBooks &books,
                       std::function<Instant()> now, const Log &log)
    : m_settings(settings), m_storage(storage), m_books(books), m_now(std::move(now)), m_log(log)
{
}

Reconciler::~Reconciler()
{
    stop();
}

void Reconciler::start()
{
    m_thread = std::thread([this] { run(); });
}

void Reconciler::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_stopped.notify_all();
    m_books.abandon();
    if (m_thread.joinable())
        m_thread.join();
}

void Reconciler::run()
{
    std::unique_lock lock(m_mutex);
    do {
        lock.unlock();
        if (const auto made = makeWhatIsDue(); !made)
            m_log.warning("not-reconciled", {{"code", made.error().code}});
        lock.lock();
    } while (!m_stopped.wait_for(lock, m_settings.lookEvery, [this] { return m_isStopping; }));
}

Date Reconciler::yesterday() const
{
    return m_books.dayOf(m_now()) - Days(1);
}

Expected<void> Reconciler::makeWhatIsDue()
{
    const Date day = yesterday();
    if (m_books.dayOf(m_now() - m_settings.afterMidnight) - Days(1) != day)
        return {};
    return daysMissing(day).and_then([this](const std::set<Date> &days) -> Expected<void> {
        for (const Date missing : days) {
            if (const auto made = make(missing); !made)
                return tl::unexpected(made.error());
        }
        return {};
    });
}

Expected<std::set<Date>> Reconciler::daysMissing(Date last)
{
    const auto properties = m_storage.properties();
    if (!properties)
        return tl::unexpected(properties.error());
    std::set<Date> missing;
    for (const protocol::PropertyRef &property : *properties) {
        // What was before the first report was before this house's time here.
        bool hasBegun = false;
        for (Date day = last - m_settings.catchUp; day <= last; day += Days(1)) {
            const auto kept = m_storage.reconciliation(property.id, day);
            if (!kept)
                return tl::unexpected(kept.error());
            hasBegun = hasBegun || *kept || day == last;
            if (hasBegun && (!*kept || isAhead(**kept)))
                missing.insert(day);
        }
    }
    return missing;
}

bool Reconciler::isAhead(const std::string &report) const
{
    const auto read = protocol::decodeReconciliation(report);
    return read && read->madeAt > m_now();
}

Expected<std::vector<protocol::Reconciliation>> Reconciler::make(Date day)
{
    const std::lock_guard oneAtATime(m_making);
    const auto properties = m_storage.properties();
    if (!properties)
        return tl::unexpected(properties.error());
    Books books;
    std::vector<protocol::Reconciliation> reports;
    for (const protocol::PropertyRef &property : *properties) {
        if (auto read = readLedger(property.id, day, books); !read)
            return tl::unexpected(read.error());
        reports.push_back({property.id, day, m_now(), 0, 0, {}});
    }
    if (const auto listed = readList(day, books); !listed)
        return tl::unexpected(listed.error());
    if (const auto found = lookUp(books); !found)
        return tl::unexpected(found.error());
    std::vector<protocol::Difference> strangers;
    for (const auto &[order, booked] : books.strangers) {
        if (!booked)
            return tl::unexpected(booked.error());
        if (*booked)
            strangers.push_back(missingInLedger(**booked));
    }
    for (protocol::Reconciliation &report : reports) {
        for (const auto &[order, known] : books.orders) {
            if (!known.isToCompare || known.payment.property != report.property)
                continue;
            if (auto compared = compareOne(known, report); !compared)
                return tl::unexpected(compared.error());
        }
        // Nobody can tell whose they are: every property's manager is told.
        report.differences.insert(report.differences.end(), strangers.begin(), strangers.end());
        std::sort(report.differences.begin(), report.differences.end(), [](const auto &a, const auto &b) {
            return std::tie(a.order, a.kind) < std::tie(b.order, b.kind);
        });
    }
    for (const protocol::Reconciliation &report : reports) {
        const auto kept = m_storage.keepReconciliation(report.property, day, report.madeAt,
                                                       protocol::encodeReconciliation(report));
        if (!kept)
            return tl::unexpected(kept.error());
        const auto level = report.differences.empty() ? Log::Level::Info : Log::Level::Warning;
        m_log.write(level, "reconciled",
                    {{"property", deskbell::toString(report.property)},
                     {"day", deskbell::toString(day)},
                     {"payments", std::to_string(report.payments)},
                     {"differences", std::to_string(report.differences.size())}});
    }
    return reports;
}

Expected<void> Reconciler::readLedger(const PropertyId &property, Date day, Books &books)
{
    const auto dayOf = [this](Instant at) { return m_books.dayOf(at); };
    const auto take = [&](std::string_view line) -> Expected<void> {
        if (line.find(cardMark) == std::string_view::npos)
            return {};
        const auto row = protocol::decodeRow(line);
        const auto *reservation = row ? std::get_if<Reservation>(&*row) : nullptr;
        if (!reservation)
            return row ? Expected<void>() : tl::unexpected(row.error());
        for (const Payment &payment : reservation->payments) {
            if (payment.method == PaymentMethod::Card)
                books.orders[toString(payment.id)] = {{property, reservation->id, payment},
                                                      isUnsettled(payment) ||
                                                          movedOn(*reservation, payment, day, dayOf)};
        }
        return {};
    };
    auto reader = m_storage.snapshot(property, everything);
    if (!reader)
        return tl::unexpected(reader.error());
    for (;;) {
        const auto lines = (*reader)->next();
        if (!lines)
            return tl::unexpected(lines.error());
        if (lines->empty())
            return {};
        std::string_view text = *lines;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            if (auto taken = take(text.substr(0, end)); !taken)
                return taken;
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }
}

Expected<void> Reconciler::readList(Date day, Books &books)
{
    const auto moved = m_books.ordersOf(day);
    if (!moved)
        return tl::unexpected(moved.error());
    for (const MovedOrder &order : *moved) {
        const auto known = books.orders.find(order.order);
        if (known == books.orders.end()) {
            books.strangers.emplace(order.order, order.approved);
            continue;
        }
        known->second.isToCompare = true;
        known->second.booked = order.approved;
    }
    return {};
}

Expected<void> Reconciler::lookUp(Books &books)
{
    std::vector<std::pair<const std::string *, Booked *>> wanted;
    for (auto &[order, known] : books.orders) {
        const bool isAlike = known.booked && *known.booked && compare(known.payment, &**known.booked).empty();
        if (known.isToCompare && !isAlike)
            wanted.emplace_back(&order, &known.booked);
    }
    for (auto &[order, booked] : books.strangers) {
        if (!*booked)
            wanted.emplace_back(&order, &booked);
    }
    if (wanted.empty())
        return {};
    std::atomic<bool> isAway{false};
    boost::asio::thread_pool threads(std::clamp<std::size_t>(m_settings.lookUpsAtOnce, 1, wanted.size()));
    for (const auto &each : wanted) {
        boost::asio::post(threads, [this, &each, &isAway] {
            if (isAway)
                return;
            Booked &booked = *each.second;
            booked = m_books.payment(*each.first);
            if (!booked && booked.error().code == "provider-not-answering")
                isAway = true;
        });
    }
    threads.join();
    return isAway ? failure("provider-not-answering") : Expected<void>();
}

Expected<std::optional<LedgerPayment>> Reconciler::again(const LedgerPayment &ledger)
{
    const auto reservation = m_storage.reservation(ledger.property, ledger.reservation);
    if (!reservation)
        return tl::unexpected(reservation.error());
    const Payment *payment = *reservation ? findPayment(**reservation, ledger.payment.id) : nullptr;
    if (!payment)
        return std::nullopt;
    return LedgerPayment{ledger.property, ledger.reservation, *payment};
}

Expected<void> Reconciler::compareOne(const Known &known, protocol::Reconciliation &report)
{
    const LedgerPayment &ledger = known.payment;
    ++report.payments;
    report.refunds += ledger.payment.refunds.size();
    const Booked &booked = known.booked;
    if (!booked) {
        const auto said = booked.error().facts.find("answer");
        report.differences.push_back(
            {"not-understood", toString(ledger.payment.id), ledger.reservation, std::nullopt,
             toString(ledger.payment.amount) + " " + std::string(toString(ledger.payment.state)),
             said == booked.error().facts.end() ? std::string() : said->second});
        return {};
    }
    const BookedPayment *there = *booked ? &**booked : nullptr;
    if (compare(ledger, there).empty())
        return {};
    // It may have moved since the ledger was read.
    const auto now = again(ledger);
    if (!now)
        return tl::unexpected(now.error());
    if (!*now)
        return {};
    auto differences = compare(**now, there);
    report.differences.insert(report.differences.end(), differences.begin(), differences.end());
    return {};
}

} // namespace deskbell::server
