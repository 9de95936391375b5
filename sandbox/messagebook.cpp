#include "sandbox/messagebook.h"

#include "sandbox/wire.h"

#include <algorithm>

namespace deskbell::sandbox {

using std::chrono::milliseconds;

std::string_view Message::statusCode(TimePoint now) const
{
    if (!thenResult.empty() && now >= thenAt)
        return thenResult;
    if (now >= resultAt)
        return result;
    return now >= createdAt + (resultAt - createdAt) / 2 ? "3000" : "2000";
}

TimePoint Message::updatedAt(TimePoint now) const
{
    if (!thenResult.empty() && now >= thenAt)
        return thenAt;
    return now >= resultAt ? resultAt : createdAt;
}

MessageBook::MessageBook(Clock clock, Random random, milliseconds deliveryTime)
    : m_clock(std::move(clock)), m_random(std::move(random)), m_deliveryTime(deliveryTime)
{
}

const Message &MessageBook::add(MessageWish wish, const std::string &groupId,
                                const std::optional<Fault> &fault)
{
    Message message;
    message.id = newMessageId();
    message.groupId = groupId;
    message.wish = std::move(wish);
    message.createdAt = m_clock();
    message.resultAt = message.createdAt + m_deliveryTime;
    if (fault) {
        message.result = fault->code;
        if (fault->delay.count() > 0)
            message.resultAt = message.createdAt + fault->delay;
        message.thenResult = fault->thenCode;
        message.thenAt = message.resultAt + fault->thenDelay;
    }
    m_messages.push_back(std::move(message));
    return m_messages.back();
}

void MessageBook::approve(const std::string &templateId, const std::string &content, std::size_t buttons)
{
    m_templates[templateId] = {content, buttons};
}

std::optional<MessageBook::Template> MessageBook::approved(std::string_view templateId) const
{
    const auto found = m_templates.find(templateId);
    return found == m_templates.end() ? std::nullopt : std::optional(found->second);
}

std::string_view MessageBook::refusalByTemplate(const MessageWish &wish) const
{
    if (!wish.kakao || m_templates.empty())
        return {};
    const auto found = m_templates.find(wish.kakao->templateId);
    if (found == m_templates.end())
        return "1042";
    const std::string expected = filledIn(found->second.content, wish.kakao->variables);
    const bool isFilled = expected.find("#{") == std::string::npos;
    if (!isFilled || (!wish.text.empty() && wish.text != expected))
        return "1043";
    if (wish.kakao->buttons < found->second.buttons)
        return "1046";
    return wish.kakao->buttons > found->second.buttons ? "1047" : std::string_view{};
}

// "M4V" + Korean time to the second + 15 letters, as the provider's are.
std::string MessageBook::newId(std::string_view prefix)
{
    static constexpr std::string_view letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::string id(prefix);
    for (const char c : wireTime(m_clock()).substr(0, 19)) {
        if (c >= '0' && c <= '9')
            id += c;
    }
    for (int i = 0; i < 15; ++i)
        id += letters[m_random() % letters.size()];
    return id;
}

std::string filledIn(std::string_view text, const std::map<std::string, std::string> &variables)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find("#{", at);
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos)
            return result.append(text.substr(at));
        const std::string name(text.substr(open, close + 1 - open));
        const auto found = variables.find(name);
        result += text.substr(at, open - at);
        result += found == variables.end() ? name : found->second;
        at = close + 1;
    }
    return result;
}

} // namespace deskbell::sandbox
