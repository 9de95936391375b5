#pragma once

// Composes the message of a notice: the template and language, the values of its variables, and the
// text as the guest reads it. Immutable; any thread.

#include <functional>

#include "domain/property.h"
#include "domain/reservation.h"
#include "server/workers/notice/noticechannel.h"

namespace deskbell::server {

/// What is known of a reservation beside itself.
struct NoticeFacts
{
    Property property;
    std::string offering; ///< names
    std::string unit;
    std::optional<LocalMinute> startsAt; ///< of a performance
    std::string link;                    ///< to the guest's own page
};
/// Errors: "storage-…", "unknown-property".
using NoticeFactsSource = std::function<Expected<NoticeFacts>(const PropertyId &, const Reservation &)>;

class NoticeWriter
{
public:
    /// `templates` outlives it; `fallbackLanguage` is for guests who speak none of theirs.
    NoticeWriter(const NoticeTemplates &templates, std::string fallbackLanguage);

    /// Goes `way`. Error: "bad-number" when the guest's phone is none that a message can go to.
    Expected<NoticeMessage> write(const Reservation &reservation, const Notice &notice, NoticeWay way,
                                  const NoticeFacts &facts) const;

private:
    const NoticeTemplates &m_templates;
    const std::string m_fallbackLanguage;
};

/// As the provider wants it: digits, Korean numbers without their country's code. Empty when it is none.
std::string diallable(std::string_view phone);

/// Every variable's value, fitting.
NoticeValues noticeValues(const Reservation &reservation, const NoticeFacts &facts,
                          const NoticeLanguage &language);

} // namespace deskbell::server
