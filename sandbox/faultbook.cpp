#include "sandbox/faultbook.h"

#include "sandbox/messagewire.h"
#include "sandbox/wire.h"

#include <algorithm>
#include <array>

namespace deskbell::sandbox {

namespace json = boost::json;

namespace {
constexpr std::string_view paymentPath = "/v1/payments"; // what faults are about where nothing is said

struct KindRow
{
    FaultKind kind;
    std::string_view word;
    bool isTaken; ///< where nothing is said
    bool isTakenChoosable;
    std::string_view method; ///< where nothing is said
    std::string_view path = paymentPath;
};

constexpr std::array kinds{
    KindRow{FaultKind::slow, "slow", true, false, ""},
    KindRow{FaultKind::refuse, "refuse", false, false, ""},
    KindRow{FaultKind::decline, "decline", true, false, "POST"},
    KindRow{FaultKind::timeoutAfterTaken, "timeout-after-taken", true, false, "POST"},
    KindRow{FaultKind::closeWithoutAnswer, "close-without-answer", false, true, ""},
    KindRow{FaultKind::error500, "error-500", false, true, ""},
    KindRow{FaultKind::html, "html", false, true, ""},
    KindRow{FaultKind::garbage, "garbage", true, true, ""},
    KindRow{FaultKind::empty, "empty", true, true, ""},
    KindRow{FaultKind::wrongPayment, "wrong-payment", true, true, ""},
    KindRow{FaultKind::wrongOrder, "wrong-order", true, true, ""},
    KindRow{FaultKind::wrongAmount, "wrong-amount", true, true, ""},
    KindRow{FaultKind::wrongCurrency, "wrong-currency", true, true, ""},
    KindRow{FaultKind::result, "result", true, false, "POST", messagePath},
};

constexpr std::int64_t defaultDelayMs = 3'000;
constexpr std::int64_t maxDelayMs = 600'000;
constexpr std::size_t maxFaults = 100;

bool hasOnlyKnownNames(const json::object &wish)
{
    static constexpr std::array<std::string_view, 9> names{"fault", "path", "method", "count", "ms",
                                                           "taken", "code", "then",   "thenMs"};
    return std::all_of(wish.begin(), wish.end(), [](const auto &pair) {
        return std::find(names.begin(), names.end(), std::string_view(pair.key())) != names.end();
    });
}

// True when the member is not there, or is there and of the right kind.
bool readNumber(const json::object &wish, std::string_view name, std::int64_t max,
                std::optional<std::int64_t> &into)
{
    const json::value *value = wish.if_contains(name);
    if (!value || value->is_null())
        return true;
    if (!value->is_int64() || value->get_int64() < 1 || value->get_int64() > max)
        return false;
    into = value->get_int64();
    return true;
}

bool readText(const json::object &wish, std::string_view name, std::string &into)
{
    const json::value *value = wish.if_contains(name);
    if (!value)
        return true;
    if (!value->is_string())
        return false;
    into = std::string(value->get_string());
    return true;
}

bool readTaken(const json::object &wish, const KindRow &row, Fault &fault)
{
    const json::value *value = wish.if_contains("taken");
    if (!value)
        return true;
    if (!value->is_bool() || (!row.isTakenChoosable && value->get_bool() != row.isTaken))
        return false;
    fault.isTaken = value->get_bool();
    return true;
}

// Only refusals and results have a code, and it is one that the provider of that path has.
bool isCodeGood(const Fault &fault)
{
    if (fault.kind == FaultKind::result)
        return fault.path.starts_with(messagePath) && isResultCode(fault.code) &&
               (fault.thenCode.empty() || isResultCode(fault.thenCode));
    if (!fault.thenCode.empty())
        return false;
    if (fault.kind != FaultKind::refuse)
        return fault.code.empty();
    return fault.path.starts_with(messagePath) ? isKnownMessageError(fault.code) : isKnownError(fault.code);
}
} // namespace

std::string_view faultWord(FaultKind kind)
{
    return std::find_if(kinds.begin(), kinds.end(), [&](const KindRow &row) { return row.kind == kind; })
        ->word;
}

std::optional<Fault> FaultBook::add(const json::object &wish)
{
    std::string word;
    if (!hasOnlyKnownNames(wish) || !readText(wish, "fault", word))
        return std::nullopt;
    const auto row =
        std::find_if(kinds.begin(), kinds.end(), [&](const KindRow &known) { return known.word == word; });
    if (row == kinds.end())
        return std::nullopt;
    Fault fault;
    fault.kind = row->kind;
    fault.path = row->path;
    fault.method = row->method;
    fault.isTaken = row->isTaken;
    std::optional<std::int64_t> delay;
    std::optional<std::int64_t> thenDelay;
    const bool isGood =
        readText(wish, "path", fault.path) && readText(wish, "method", fault.method) &&
        readText(wish, "code", fault.code) && readText(wish, "then", fault.thenCode) &&
        readTaken(wish, *row, fault) && readNumber(wish, "count", 1'000'000'000, fault.count) &&
        readNumber(wish, "ms", maxDelayMs, delay) && readNumber(wish, "thenMs", maxDelayMs, thenDelay);
    if (isGood && fault.kind == FaultKind::refuse && fault.code.empty())
        fault.code = fault.path.starts_with(messagePath) ? messageServerError : "PROVIDER_ERROR";
    if (!isGood || !isCodeGood(fault))
        return std::nullopt;
    fault.delay =
        std::chrono::milliseconds(delay.value_or(fault.kind == FaultKind::slow ? defaultDelayMs : 0));
    fault.thenDelay = std::chrono::milliseconds(thenDelay.value_or(0));
    const std::lock_guard lock(m_mutex);
    if (m_faults.size() >= maxFaults)
        return std::nullopt;
    fault.id = ++m_lastId;
    m_faults.push_back(fault);
    return fault;
}

bool FaultBook::remove(std::uint64_t id)
{
    const std::lock_guard lock(m_mutex);
    return std::erase_if(m_faults, [&](const Fault &fault) { return fault.id == id; }) > 0;
}

void FaultBook::clear()
{
    const std::lock_guard lock(m_mutex);
    m_faults.clear();
}

std::vector<Fault> FaultBook::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_faults;
}

std::optional<Fault> FaultBook::take(std::string_view method, std::string_view path)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_faults.begin(), m_faults.end(), [&](const Fault &fault) {
        return path.starts_with(fault.path) && (fault.method.empty() || fault.method == method);
    });
    if (found == m_faults.end())
        return std::nullopt;
    Fault fault = *found;
    if (found->count && --*found->count == 0)
        m_faults.erase(found);
    return fault;
}

json::object faultJson(const Fault &fault)
{
    json::object result{{"id", fault.id},
                        {"fault", faultWord(fault.kind)},
                        {"path", fault.path},
                        {"ms", fault.delay.count()},
                        {"taken", fault.isTaken}};
    if (!fault.method.empty())
        result["method"] = fault.method;
    if (fault.count)
        result["count"] = *fault.count;
    if (!fault.code.empty())
        result["code"] = fault.code;
    if (!fault.thenCode.empty()) {
        result["then"] = fault.thenCode;
        result["thenMs"] = fault.thenDelay.count();
    }
    return result;
}

} // namespace deskbell::sandbox
