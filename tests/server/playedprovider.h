#pragma once

// A payment provider that the test plays: answers as it was told, and remembers what it was asked.

#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "server/workers/payment/paymentgateway.h"

namespace deskbell::server::testing {

class PlayedProvider : public PaymentGateway
{
public:
    ProviderAnswer charge(const ChargeOrder &order) override
    {
        {
            const std::lock_guard lock(m_mutex);
            charged.push_back(order);
        }
        return next("charge " + toString(order.payment));
    }
    ProviderAnswer lookUp(const ChargeOrder &order) override
    {
        return next("look up " + toString(order.payment));
    }
    ProviderAnswer refund(const RefundOrder &order) override
    {
        return next("refund " + toString(order.refund));
    }
    ProviderAnswer lookUp(const RefundOrder &order) override
    {
        return next("look up " + toString(order.refund));
    }
    CardAnswer keep(const OfferedCard &card, const std::string &orderKey) override
    {
        const ProviderAnswer answer = next("keep " + card.authKey + "/" + orderKey);
        return {answer.verdict, answer.code, answer.verdict == Verdict::Done ? "bill_" + card.authKey : ""};
    }
    ProviderAnswer forget(const KeptCard &card) override { return next("forget " + card.billingKey); }
    void abandon() override {}

    void will(Verdict verdict, std::string code = {}, std::string token = {})
    {
        m_answers.push_back({verdict, std::move(code), std::move(token)});
    }
    /// The kinds of calls since the last time, "charge,look up".
    std::string asked()
    {
        std::string kinds;
        for (const std::string &call : std::exchange(calls, {}))
            kinds += (kinds.empty() ? "" : ",") + call.substr(0, call.rfind(' '));
        return kinds;
    }

    std::vector<std::string> calls;
    std::vector<ChargeOrder> charged; ///< read it when no worker's thread runs
    std::function<void()> meanwhile;

private:
    ProviderAnswer next(std::string call)
    {
        std::function<void()> first;
        {
            const std::lock_guard lock(m_mutex);
            calls.push_back(call);
            first = std::exchange(meanwhile, nullptr);
        }
        if (first)
            first();
        const std::lock_guard lock(m_mutex);
        if (m_answers.empty()) {
            ADD_FAILURE() << "not expected: " << call;
            return {};
        }
        const ProviderAnswer answer = m_answers.front();
        m_answers.pop_front();
        return answer;
    }
    std::mutex m_mutex; ///< the worker asks from several threads
    std::deque<ProviderAnswer> m_answers;
};

} // namespace deskbell::server::testing
