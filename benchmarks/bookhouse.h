#pragma once

// A house for the benchmarks of booking: offerings with plenty of rooms in a database of its own, the
// real deskbelld (one or two of them) on it, the played payment provider, and the guests' requests.
// What a reservation's request asks for is drawn anew each time. POSIX only.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

#include "domain/uuid.h"
#include "protocol/rows.h"
#include "support/childprocess.h"

namespace deskbell::bench {

class BookHouse
{
public:
    /// What became of the accepted requests' money.
    struct Audit
    {
        std::size_t accepted = 0; ///< answered 201
        std::size_t found = 0;    ///< of these, reservations in the database
        std::size_t taken = 0;    ///< of these, paid in our ledger and in the provider's, to the won
        std::size_t twice = 0;    ///< orders that the provider has more than once
        std::size_t strange = 0;  ///< charges at the provider that no accepted request asked for
        bool isSound() const { return accepted == found && found == taken && twice == 0 && strange == 0; }
    };

    BookHouse();
    ~BookHouse();

    // Setting up; false with the reason in complaint()
    /// On SQLite, unless furnishPostgres() came first.
    bool open(const std::vector<std::string> &more);
    bool openWithProvider();
    bool furnishPostgres();
    /// Two instances behind HAProxy.
    bool openTwo();

    std::uint16_t port() const { return m_port; }
    /// With the end of the backends' log.
    std::string complaint() const;

    /// POST /v1/reservations of one night, with its payment.
    std::string paidRequest();
    void accept(const std::string &request);

    void fault(const std::string &json) const;
    void clearFaults() const;
    std::string status() const;
    bool isDrained(std::chrono::seconds within) const;
    /// Stops the backend and reads both books.
    Audit compareBooks();

    /// Transactions per second of the same SQL by pgbench, on the same server.
    double pgbench(std::size_t clients) const;
    /// Reservations in PostgreSQL, past all of deskbelld.
    std::uint64_t reservations() const;
    void restart(int instance);
    int restarts() const { return m_restarts; }

private:
    struct Postgres;

    std::string request();
    std::vector<protocol::Row> rows() const;
    bool furnish(const std::string &database);
    bool launch(test::ChildProcess &process, const std::vector<std::string> &arguments, std::uint16_t &port);
    std::string log() const;
    std::vector<std::string> serving(const std::string &listen) const;
    bool isReady(std::uint16_t port) const;

    std::filesystem::path m_folder;
    std::string m_database;
    std::unique_ptr<Postgres> m_postgres;
    test::ChildProcess m_sandbox;
    std::unique_ptr<test::ChildProcess> m_backends[2];
    std::uint16_t m_ports[2]{0, 0};
    test::ChildProcess m_proxy;
    std::uint16_t m_provider = 0;
    std::uint16_t m_port = 0;
    std::atomic<int> m_restarts{0};
    std::string m_settings; ///< of the configuration, besides
    std::string m_complaint;

    PropertyId m_property;
    std::vector<OfferingId> m_offerings;
    Date m_today{};
    std::mt19937_64 m_random{20261121};
    std::vector<Uuid> m_accepted; ///< idempotency keys
};

} // namespace deskbell::bench
