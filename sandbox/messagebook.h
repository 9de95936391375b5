// The messenger's books: the messages taken on, and what becomes of each as time goes by. Knows no
// wire format; time and random numbers are handed in. The real provider has no idempotency: what is
// sent twice is two messages, here too. Owned by the Messenger and used under its mutex.
#pragma once

#include "sandbox/faultbook.h"
#include "sandbox/ledger.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deskbell::sandbox {

struct KakaoOptions
{
    std::string pfId;
    std::string templateId;
    std::map<std::string, std::string> variables; ///< "#{name}" → value
    bool disableSms = false;
    std::size_t buttons = 0;
};

/// As it is asked for; checked by messagewire.h.
struct MessageWish
{
    std::string to;
    std::string from;
    std::string type; ///< "ATA", "SMS", "LMS"
    std::string text;
    std::string subject;
    std::map<std::string, std::string> customFields;
    std::optional<KakaoOptions> kakao;
};

struct Message
{
    std::string id;
    std::string groupId;
    MessageWish wish;
    TimePoint createdAt;
    std::string result = "4000"; ///< what is known from `resultAt` on
    TimePoint resultAt;
    std::string thenResult; ///< what it turns into at `thenAt`; empty: nothing
    TimePoint thenAt;

    /// 2000 at first, 3000 half way, then the result.
    std::string_view statusCode(TimePoint now) const;
    TimePoint updatedAt(TimePoint now) const;
};

class MessageBook
{
public:
    MessageBook(Clock clock, Random random, std::chrono::milliseconds deliveryTime);

    std::string newGroupId() { return newId("G4V"); }
    /// An id for what is not taken on has the same shape, as the provider gives one.
    std::string newMessageId() { return newId("M4V"); }
    /// `fault` is of kind result, or none.
    const Message &add(MessageWish wish, const std::string &groupId, const std::optional<Fault> &fault);
    /// In the order they came.
    const std::vector<Message> &all() const { return m_messages; }

    /// A template approved beforehand. As long as there is none, every id is one and fits every text.
    void approve(const std::string &templateId, const std::string &content, std::size_t buttons);
    struct Template
    {
        std::string content;
        std::size_t buttons = 0;
    };
    std::optional<Template> approved(std::string_view templateId) const;
    /// Why the provider does not take it on (1042, 1043, 1046, 1047); empty when it does.
    std::string_view refusalByTemplate(const MessageWish &wish) const;

private:
    std::string newId(std::string_view prefix);

    const Clock m_clock;
    const Random m_random;
    const std::chrono::milliseconds m_deliveryTime;
    std::vector<Message> m_messages;
    std::map<std::string, Template, std::less<>> m_templates;
};

/// The template's text with its variables put in; those it does not have are left as they are.
std::string filledIn(std::string_view text, const std::map<std::string, std::string> &variables);

} // namespace deskbell::sandbox
