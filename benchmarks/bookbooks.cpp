// The book house's money: paid requests, the played provider's faults, and both books compared.

#include "benchmarks/bookhouse.h"

#include <cstdio>
#include <map>
#include <thread>

#include <boost/json.hpp>

#include "server/daemon/daemon.h"
#include "support/rawclient.h"

namespace deskbell::bench {

namespace {

namespace json = boost::json;
using test::RawClient;

constexpr std::string_view keyField = "Idempotency-Key: ";

Uuid keyIn(const std::string &request)
{
    const std::size_t at = request.find(keyField) + keyField.size();
    return parseUuid(std::string_view(request).substr(at, 36)).value_or(Uuid{});
}

ReservationId reservationOf(const Uuid &key)
{
    return {makeNamedUuid(key, "reservation")};
}

std::string post(const std::string &path, const std::string &body)
{
    return "POST " + path +
           " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n" +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string plain(const std::string &method, const std::string &path)
{
    return method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
}

} // namespace

std::string BookHouse::paidRequest()
{
    std::string request = this->request();
    const std::size_t body = request.find("\r\n\r\n") + 4;
    const std::string paid = request.substr(body, request.size() - body - 1) +
                             R"(,"payment":{"token":"tgen_)" + toString(keyIn(request)) +
                             R"(","amount":{"minor":90000,"currency":"KRW"}}})";
    const std::string length = "Content-Length: ";
    const std::size_t at = request.find(length) + length.size();
    request.replace(at, request.find("\r\n", at) - at, std::to_string(paid.size()));
    return request.substr(0, request.find("\r\n\r\n") + 4) + paid;
}

void BookHouse::accept(const std::string &request)
{
    m_accepted.push_back(keyIn(request));
}

void BookHouse::fault(const std::string &json) const
{
    if (RawClient::ask(m_provider, post("/_sandbox/faults", json)).status != 201)
        std::fprintf(stderr, "the played provider does not know %s\n", json.c_str());
}

void BookHouse::clearFaults() const
{
    RawClient::ask(m_provider, plain("DELETE", "/_sandbox/faults"));
}

std::string BookHouse::status() const
{
    test::ChildProcess asking;
    if (!asking.start(DESKBELLD_PROGRAM, {"status", "--db", m_database}))
        return {};
    asking.exitStatus();
    return asking.output();
}

bool BookHouse::isDrained(std::chrono::seconds within) const
{
    const auto end = std::chrono::steady_clock::now() + within;
    while (std::chrono::steady_clock::now() < end) {
        json::error_code error;
        const json::value told = json::parse(status(), error);
        const json::value *queues =
            !error && told.is_object() ? told.as_object().if_contains("queues") : nullptr;
        bool isEmpty = queues && queues->is_array();
        for (const json::value &queue : isEmpty ? queues->as_array() : json::array()) {
            const std::string work(queue.at("work").as_string());
            isEmpty = isEmpty &&
                      ((work != "charge" && work != "refund") || queue.at("waiting").to_number<int>() == 0);
        }
        if (isEmpty)
            return true;
        std::this_thread::sleep_for(std::chrono::seconds(1));
    }
    return false;
}

BookHouse::Audit BookHouse::compareBooks()
{
    const json::value books = json::parse(RawClient::ask(m_provider, plain("GET", "/_sandbox/ledger")).body);
    std::map<std::string, std::int64_t> charges; ///< by order; what is taken of it
    Audit audit;
    for (const json::value &each : books.at("payments").as_array()) {
        if (each.at("status") == "ABORTED")
            continue;
        const std::string order(each.at("orderId").as_string());
        if (!charges.emplace(order, each.at("totalAmount").to_number<std::int64_t>()).second)
            ++audit.twice;
    }
    m_backends[0]->askToEnd();
    m_backends[0]->exitStatus(std::chrono::seconds(60));
    const auto storage = server::DatabasePlace(m_database)
                             .open(server::DatabasePlace::Make::Never, server::storageSurroundings());
    audit.accepted = m_accepted.size();
    std::size_t known = 0;
    for (const Uuid &key : m_accepted) {
        const auto found =
            storage ? (*storage)->reservation(m_property, reservationOf(key)) : tl::unexpected(Error{});
        if (!found || !*found)
            continue;
        ++audit.found;
        const auto charge = charges.find(toString(PaymentId{makeNamedUuid(key, "payment")}));
        if (charge == charges.end())
            continue;
        ++known;
        const Money paid = paidNet(**found);
        audit.taken += paid.minor == charge->second && paid == totalPrice(**found) ? 1 : 0;
    }
    audit.strange = charges.size() - known;
    return audit;
}

} // namespace deskbell::bench
