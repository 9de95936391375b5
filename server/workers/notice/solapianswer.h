#pragma once

// Interprets SOLAPI's answers. Pure: an answer that is not understood is uncertain, never a
// failure.

#include "server/workers/httpclient.h"
#include "server/workers/notice/approval.h"
#include "server/workers/notice/noticechannel.h"

namespace deskbell::server::solapi {

/// "0190…:sms"
std::string referenceText(const NoticeReference &reference);

NoticeAnswer readSent(const HttpReply &reply, const NoticeReference &reference);

/// One page of a look-up: what it says of the message, or where it goes on.
struct Page
{
    NoticeAnswer answer; ///< NotThere: not on this page
    std::string next;    ///< empty: there are no more
};
Page readPage(const HttpReply &reply, const NoticeReference &reference);

/// What was approved under an id.
Expected<ApprovedTemplate> readTemplate(const HttpReply &reply);

/// Of a message that was taken on.
NoticeVerdict verdictOf(std::string_view statusCode);

} // namespace deskbell::server::solapi
