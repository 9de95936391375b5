#include "sandbox/answerbook.h"

namespace deskbell::sandbox {

namespace {
constexpr std::chrono::days keptFor{15};
} // namespace

std::string AnswerBook::keyOf(std::string_view method, std::string_view path, std::string_view idempotencyKey)
{
    std::string key(method);
    return key.append(" ").append(path).append(" ").append(idempotencyKey);
}

AnswerBook::Entry AnswerBook::begin(const std::string &key, const std::string &body, TimePoint now)
{
    const auto found = m_kept.find(key);
    if (found == m_kept.end() || now - found->second.at >= keptFor) {
        m_kept[key] = Kept{body, now, std::nullopt};
        return {};
    }
    const Kept &kept = found->second;
    const bool isSameBody = kept.body == body;
    if (!kept.answer)
        return {State::isProcessing, {}, isSameBody};
    return {State::isAnswered, *kept.answer, isSameBody};
}

void AnswerBook::finish(const std::string &key, const WireAnswer &answer)
{
    m_kept[key].answer = answer;
}

void AnswerBook::restore(const std::string &key, const std::string &body, TimePoint at,
                         const WireAnswer &answer)
{
    m_kept[key] = Kept{body, at, answer};
}

} // namespace deskbell::sandbox
