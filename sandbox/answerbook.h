// Answers kept under idempotency keys. As the provider documents it, a call is the same call when
// key, address and method are the same, whatever its body says, for 15 days. Owned by the Provider
// and used under its mutex.
#pragma once

#include "sandbox/wire.h"

#include <map>
#include <optional>
#include <string>

namespace deskbell::sandbox {

class AnswerBook
{
public:
    enum class State { isNew, isProcessing, isAnswered };
    struct Entry
    {
        State state = State::isNew;
        WireAnswer answer; ///< once answered
        bool isSameBody = true;
    };

    /// A new key counts as being processed from here on.
    Entry begin(const std::string &key, const std::string &body, TimePoint now);
    void finish(const std::string &key, const WireAnswer &answer);
    void restore(const std::string &key, const std::string &body, TimePoint at, const WireAnswer &answer);

    static std::string keyOf(std::string_view method, std::string_view path, std::string_view idempotencyKey);

private:
    struct Kept
    {
        std::string body;
        TimePoint at;
        std::optional<WireAnswer> answer;
    };
    std::map<std::string, Kept> m_kept;
};

} // namespace deskbell::sandbox
