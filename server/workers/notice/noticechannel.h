#pragma once

// The port to the provider that delivers notices to guests. One implementation speaks a provider's
// wire format (solapichannel.h), one appends to a file (filechannel.h), tests bring their own. Calls
// wait for the answer: they are made on the notice worker's own threads only, from several at once.

#include <string>
#include <vector>

#include "domain/notice.h"
#include "server/workers/notice/noticetemplates.h"
#include "server/workers/notice/noticevariables.h"

namespace deskbell::server {

/// Our own name for one message, which the provider keeps with it: a notice that falls back to SMS is
/// two messages.
struct NoticeReference
{
    NoticeId notice{};
    NoticeWay way = NoticeWay::Alimtalk;
    std::string to;      ///< the receiver's number, digits only
    std::string message; ///< the provider's name for it, once known
};

/// One message, ready to go: every text filled.
struct NoticeMessage
{
    NoticeReference reference;
    std::string text;
    std::string subject; ///< of a long text message; empty for a short one
    std::string channel; ///< Alimtalk only, as the three below
    std::string templateId;
    NoticeValues variables;
    std::vector<NoticeButton> buttons;
};

/// What is said of a message.
enum class NoticeVerdict {
    Accepted, ///< taken on; the result is yet to come
    Delivered,
    Failed,    ///< not delivered and never will be, this way
    Busy,      ///< not taken on: may be sent later
    NotThere,  ///< a look-up only: the provider has none of that name
    Uncertain, ///< may have been received, may not: look up, never send again unasked
    NoNews,    ///< a look-up only: it was not answered
};

struct NoticeAnswer
{
    NoticeVerdict verdict = NoticeVerdict::Uncertain;
    std::string code;    ///< the provider's own, or ours in lower case ("no-answer"); for people
    std::string message; ///< the provider's name for it, if it gave one
};

class NoticeChannel
{
public:
    virtual ~NoticeChannel() = default;
    /// The way that it sends by what is to go `wanted`.
    virtual NoticeWay way(NoticeWay wanted) const = 0;
    /// Accepted, Delivered, Failed, Busy or Uncertain.
    virtual NoticeAnswer send(const NoticeMessage &message) = 0;
    /// Anything but Busy.
    virtual NoticeAnswer lookUp(const NoticeReference &reference) = 0;
    /// The process ends: calls under way come back soon. From any thread.
    virtual void abandon() = 0;
};

} // namespace deskbell::server
