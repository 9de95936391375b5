// The faults switched on: which calls go wrong, how, and how often. The first that fits a call is
// used. One book for both providers, owned by main() or a test; safe from any thread.
#pragma once

#include <boost/json/object.hpp>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deskbell::sandbox {

enum class FaultKind {
    slow,               ///< works, after a while
    refuse,             ///< an error of the provider's, nothing taken
    decline,            ///< the card's issuer says no
    timeoutAfterTaken,  ///< works, but the answer never comes
    closeWithoutAnswer, ///< the connection ends
    error500,
    html,          ///< what a proxy in between answers
    garbage,       ///< 200 with half a document
    empty,         ///< 200 with nothing in it
    wrongPayment,  ///< 200 with somebody else's payment
    wrongOrder,    ///< 200 with the payment, under another order's id
    wrongAmount,   ///< 200 with the payment, of another amount
    wrongCurrency, ///< 200 with the payment, in another currency
    result         ///< of a message: not taken on (1xxx), or delivered so, later
};

struct Fault
{
    std::uint64_t id = 0;
    FaultKind kind = FaultKind::slow;
    std::string path = "/v1/payments"; ///< a prefix
    std::string method;                ///< empty: any
    std::optional<std::int64_t> count; ///< calls left; nothing: every call
    std::chrono::milliseconds delay{0};
    bool isTaken = true;                    ///< the call does its work before it goes wrong
    std::string code;                       ///< of a refusal, or a message's result
    std::string thenCode;                   ///< what a message's result turns into …
    std::chrono::milliseconds thenDelay{0}; ///< … so much later
};

class FaultBook
{
public:
    /// From {fault, path?, method?, count?, ms?, taken?, code?, then?, thenMs?}; nothing when that makes no
    /// sense.
    std::optional<Fault> add(const boost::json::object &wish);
    bool remove(std::uint64_t id);
    void clear();
    std::vector<Fault> all() const;

    /// The fault of this call, counted down.
    std::optional<Fault> take(std::string_view method, std::string_view path);

private:
    mutable std::mutex m_mutex;
    std::uint64_t m_lastId = 0;
    std::vector<Fault> m_faults;
};

std::string_view faultWord(FaultKind kind);
boost::json::object faultJson(const Fault &fault);

} // namespace deskbell::sandbox
