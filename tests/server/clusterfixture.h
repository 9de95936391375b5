#pragma once

// Two deskbelld of every role on one PostgreSQL, behind HAProxy as docs/haproxy.cfg sets it up (or another
// proxy), and the people who reserve through it.

#include <thread>

#include "server/systemsfixture.h"
#include "support/certificate.h"

namespace deskbell::server::testing {

/// Desks and guests that buy seats of a show until they are told to stop. Who hears no answer asks again
/// for the same, as a desk does.
class Crowd
{
public:
    struct Order
    {
        std::function<RawAnswer()> send;
        ReservationId reservation;
    };
    /// The next order of buyer `n`; called on that buyer's thread.
    using NextOrder = std::function<Order(std::size_t n)>;

    Crowd(std::size_t buyers, NextOrder next);
    ~Crowd(); ///< stops
    void stop();
    /// True when so many more orders have been answered well.
    bool goesOn(std::size_t more);
    /// What was answered well.
    std::vector<ReservationId> accepted() const;
    /// Answers that were none, or other than they should be: what a person would have seen go wrong.
    std::vector<std::string> failures() const;

private:
    void buy(std::size_t n, const NextOrder &next);

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<ReservationId> m_accepted;
    std::vector<std::string> m_failures;
    std::atomic<bool> m_isStopping{false};
    std::vector<std::thread> m_threads;
};

/// A desk's live socket, on a thread of its own. It comes back at once when it is told that the server goes.
class Listening
{
public:
    Listening(Way way, PropertyId property, const WireDesk &desk);
    ~Listening();
    /// True once it hears of a change with this number or a later one.
    bool hears(std::uint64_t seq);
    /// How it was ended so far, a code each; -1 when nothing was said, -2 when it could not come back.
    std::vector<int> endings() const;

private:
    bool connect();
    void listen();

    const Way m_way;
    const PropertyId m_property;
    const std::string m_token;
    const std::string m_cursor;
    std::unique_ptr<RawClient> m_line;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::uint64_t m_heard = 0;
    std::vector<int> m_endings;
    std::atomic<bool> m_isStopping{false};
    std::thread m_thread;
};

class Cluster : public LiveSystem
{
protected:
    /// Where HAProxy calls the others from: the only address that they believe.
    static constexpr const char *proxysAddress = "127.0.0.9";

    void SetUp() override;
    /// In front of the two. False when it did not start.
    virtual bool startProxy();
    /// Waits until a server that was started is asked again.
    virtual bool comesBack(const std::string &server) const { return isSeen(server, "UP"); }
    Way front(std::string from = {}) const { return {m_front, true, std::move(from)}; }
    /// True when HAProxy says so of a server: "UP", "DOWN".
    bool isSeen(const std::string &server, const std::string &as) const;
    void restart(std::unique_ptr<Backend> &backend, const std::string &name);

    /// Half of them at desks, the others guests.
    std::unique_ptr<Crowd> crowd(std::size_t buyers, const OfferingId &show);
    /// Every reservation of the show that was accepted is there once, and nothing besides.
    void expectAllThereOnce(const Crowd &crowd, const OfferingId &show);
    OfferingId show(int seats) { return offer("Musical", workflows::ticket, seats, 50'000, m_starts); }
    Stay evening() const
    {
        const Date day = std::chrono::floor<Days>(m_starts);
        return {day, day};
    }
    RawAnswer orderAsGuest(const Way &way, const OfferingId &offering, const Stay &stay, const Uuid &key,
                           const std::optional<protocol::CheckoutPayment> &payment = std::nullopt) const;
    std::vector<ReservationId> reservationsOf(const OfferingId &offering) const;
    std::string query(const std::string &sql) const
    {
        return static_cast<PostgresDisk &>(*m_disk).query(sql);
    }

    const LocalMinute m_starts{m_today + Days{20} + std::chrono::hours{19}};
    const deskbell::test::Certificate m_certificate;
    std::uint16_t m_front = 0;
    std::uint16_t m_figures = 0;
    std::unique_ptr<Backend> m_a;
    std::unique_ptr<Backend> m_b;
    ChildProcess m_proxy;
};

} // namespace deskbell::server::testing
