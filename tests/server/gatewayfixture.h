#pragma once

// A gateway over a real storage and a real HTTP server on loopback, with two small hotels, a few
// accounts, and desks that speak to it byte by byte. The clock is the test's; passwords are hashed
// cheaply. What the gateway logs is kept, to see that nothing personal is in it.

#include <sstream>

#include "http/server.h"
#include "protocol/session.h"
#include "server/gateway/gateway.h"
#include "server/pages/pages.h"
#include "server/storagefixture.h"
#include "support/rawclient.h"

namespace deskbell::server::testing {

using deskbell::test::RawAnswer;
using deskbell::test::RawClient;
using deskbell::test::Way;

/// A desk on the wire: its session, its device, its commands.
class WireDesk
{
public:
    WireDesk(std::uint16_t port, std::uint64_t number) : WireDesk(Way{port, false, {}}, number) {}
    WireDesk(Way way, std::uint64_t number) : commands(number), m_way(std::move(way)) {}

    RawAnswer signIn(const std::string &user, const std::string &password, const std::string &more = {});
    RawAnswer get(const std::string &path, const std::string &more = {}) const;
    RawAnswer post(const std::string &path, const std::string &body,
                   const std::string &type = "application/json", const std::string &more = {}) const;
    RawAnswer remove(const std::string &path) const;
    /// Sends a batch to the property; `body` as it stands.
    RawAnswer sendBody(const PropertyId &property, const std::string &body) const;
    RawAnswer send(const PropertyId &property, std::vector<Command> batch,
                   std::uint64_t settledBelow = 0) const;
    /// The only result of sending one command.
    protocol::CommandResult sendOne(const PropertyId &property, const Command &command) const;

    /// Of the property's snapshot, those that fit.
    std::vector<Reservation> reservations(const PropertyId &property,
                                          const std::function<bool(const Reservation &)> &isWanted) const;
    std::optional<Reservation> reservation(const PropertyId &property, const ReservationId &id) const;

    std::string authorization() const;

    Desk commands;
    protocol::SessionGrant grant;

private:
    Way m_way;
};

/// The code of a problem document, or empty when the answer is none.
std::string codeOf(const RawAnswer &answer);
/// No refusal, or one that a desk takes for the backend's own (protocol/problem.h), or a lone command's
/// outcome. What is neither would leave the desk asking for ever.
bool isOwnWord(const RawAnswer &answer);

class GatewayTest : public ::testing::TestWithParam<DiskFactory>, private StorageListener
{
protected:
    static constexpr const char *password = "a long enough password";

    GatewayTest();
    /// Ends the backend while the whole test still stands: the storage's thread calls it as a listener.
    void TearDown() override { end(); }

    void launch();
    /// Like a process that ends and starts again on the same file.
    void restart();
    WireDesk desk(std::uint64_t number = 1) const { return {m_server->port(), number}; }
    /// Signed in, or the test has failed.
    WireDesk deskOf(const std::string &user, std::uint64_t number = 1);
    AccountId addAccount(const std::string &user, Role role, std::vector<PropertyId> properties);

    MakeReservation wish(WireDesk &desk, const char *arrival = "2026-06-01",
                         const char *departure = "2026-06-03");
    std::uint64_t seq() { return m_storage->seq(m_hotel.property).value(); }
    std::string path(const std::string &rest, const PropertyId &property) const;
    std::string path(const std::string &rest) const { return path(rest, m_hotel.property); }
    std::string logged();
    const Log &log() const { return *m_log; }

    TestClock m_clock;
    std::atomic<std::chrono::milliseconds> m_later{
        std::chrono::milliseconds(0)}; ///< the steady clock ahead of the real
    SmallHotel m_hotel;
    PropertyId m_elsewhere = idNumbered<PropertyId>(2);
    std::unique_ptr<Disk> m_disk; ///< the parameter's, or SQLite's
    GatewaySettings m_settings;
    PagesSettings m_guests;
    bool m_hasCardService = false; ///< a process with the role `payment` says how it is
    std::int64_t m_maxPages = 0;   ///< of the disk; 0: no end
    std::unique_ptr<LiveHub> m_hub;
    std::unique_ptr<Pages> m_pages;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<http::Server> m_server;
    std::uint64_t m_accounts = 0;
    std::uint64_t m_launches = 0;

private:
    void committed(std::shared_ptr<const ChangeSet> change) override { m_hub->committed(std::move(change)); }
    void workAdded(Work) override {}
    std::unique_ptr<Storage> open();
    void end();

    std::ostringstream m_logText;
    std::unique_ptr<Log> m_log;
};

} // namespace deskbell::server::testing
