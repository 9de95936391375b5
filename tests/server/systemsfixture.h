#pragma once

// One property as its people run it: deskbelld and the payment provider as real processes, a property
// that was made by the program and set up by its admin's commands over HTTP, and people at their desks.

#include <memory>
#include <string>
#include <vector>

#include <boost/json.hpp>

#include "server/gatewayfixture.h"
#include "support/childprocess.h"

namespace deskbell::server::testing {

using deskbell::test::ChildProcess;

/// What a guest was told, message by message.
using Kinds = std::vector<std::string>;

/// Nothing is charged as long as it stays.
inline constexpr const char *overloaded = R"({"fault":"refuse","code":"PROVIDER_ERROR","method":"POST"})";

/// Two nights a week from today.
inline Stay nights(Date today)
{
    return {today + Days{7}, today + Days{9}};
}

/// One deskbelld.
struct Backend
{
    ChildProcess process;
    std::uint16_t port = 0; ///< none without the gateway's role
    std::string control;
};

class LiveSystem : public ::testing::TestWithParam<DiskFactory>
{
protected:
    static constexpr const char *everyRole = "gateway,payment,hotel,notice,mypage";
    static constexpr const char *password = "a long enough password";

    void SetUp() override;
    /// The property with its people, and the provider; no deskbelld yet.
    void found();
    /// Port 0: any free one.
    std::unique_ptr<Backend> start(const std::string &name, const std::string &roles = everyRole,
                                   std::uint16_t port = 0);
    void signIn(const Way &way);
    /// deskbelld in these roles, everybody signed in.
    void launch(const std::string &roles = everyRole);
    void relaunch(const std::string &roles = everyRole);
    /// No chance to tidy up.
    void kill();
    /// The reservation's time to pay is up; while nothing runs.
    void endTimeToPay(const ReservationId &id);

    // Setting up and asking, over HTTP; expects it applied
    OfferingId offer(const std::string &name, const Workflow &workflow, int capacity, std::int64_t price,
                     std::optional<LocalMinute> startsAt = {});
    UnitId addUnit(const OfferingId &offering, const std::string &name);
    void apply(WireDesk &desk, CommandArgs args);
    /// The code of the refusal, or empty when it was applied.
    std::string ask(WireDesk &desk, CommandArgs args);

    MakeReservation wish(const OfferingId &offering, const Stay &stay, std::int64_t price, int quantity = 1);
    ReservationId reserve(const OfferingId &offering, const Stay &stay, std::int64_t price, int quantity = 1);
    PaymentId payByCard(const ReservationId &id);
    /// A guest's order by the API, with `more` members ("payment", "card"): status, answer.
    std::pair<int, boost::json::object> order(const OfferingId &offering, const Stay &stay,
                                              const boost::json::object &more = {});
    /// The code with which it is not.
    std::string orderRefused(const OfferingId &offering, const Stay &stay,
                             const boost::json::object &more = {});
    /// One that is made.
    ReservationId guestOrder(const OfferingId &offering, const Stay &stay,
                             const boost::json::object &more = {});
    /// A card of the provider's window for that amount.
    boost::json::object card(std::int64_t amount);
    boost::json::object offeredCard(const std::string &authKey);
    /// All that guests and desks are ever sent of the reservation, and what the log says.
    std::string everythingTold(const ReservationId &id) const;
    std::string page(const ReservationId &id) const;
    /// All messages so far, as they went out.
    std::string noticesSent() const;

    // What is true at the backend
    /// Never empty: throws when the backend does not come to tell of it.
    std::optional<Reservation> find(const ReservationId &id) const;
    bool comesTo(const ReservationId &id, const std::function<bool(const Reservation &)> &holds) const;
    bool comesTo(const ReservationId &id, ReservationState state) const;
    bool paymentComesTo(const ReservationId &id, PaymentState state) const;
    bool isRefunded(const ReservationId &id) const;
    /// The kinds of the notices that the guest has got, each of them once.
    std::vector<std::string> told(const ReservationId &id) const;
    boost::json::value status() const { return status(*m_backend); }
    boost::json::value status(const Backend &backend) const;

    // The provider
    void fault(const std::string &json);
    void forgetFaults();
    std::int64_t ledger(const char *total) const;
    /// How often it was called so: "billing-issue".
    std::int64_t calls(const char *name) const;

    int m_breakerOpenMs = 300;
    std::string m_settings;                                                     ///< before the first table
    std::string m_signInSettings = "user-burst = 1000\naddress-burst = 1000\n"; ///< of that table
    /// A crowd of guests on one machine, with one telephone.
    std::string m_guestSettings = "phone-burst = 100000\naddress-burst = 100000\nproperty-burst = 100000\n";
    TemporaryFolder m_folder;
    std::unique_ptr<Disk> m_disk;
    PropertyId m_property;
    ChildProcess m_sandbox;
    std::uint16_t m_provider = 0;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<WireDesk> m_admin;
    std::unique_ptr<WireDesk> m_manager;
    std::unique_ptr<WireDesk> m_clerk;
    Date m_today = date("2026-05-10");

private:
    std::pair<int, std::string> run(const std::vector<std::string> &arguments,
                                    const std::string &input = {}) const;
    std::atomic<std::uint64_t> m_made = 0;
    std::uint64_t m_signIns = 0;
    std::map<ReservationId, std::string> m_tokens; ///< of guests' own pages
};

} // namespace deskbell::server::testing
