#pragma once

// The configuration of notices: how they are sent, and with which texts. Plain values, read once at the
// start.

#include <filesystem>
#include <memory>
#include <string>

#include "server/workers/circuitbreaker.h"
#include "server/workers/httpclient.h"
#include "server/workers/notice/noticeflow.h"

namespace deskbell::server {

struct NoticeConfig
{
    std::string url; ///< of SOLAPI; empty: by `file`, or not at all
    std::string key;
    std::string secret;
    std::filesystem::path secretFile;
    std::string sender;              ///< the registered number that text messages come from
    std::filesystem::path file;      ///< of development: notices are appended to it
    std::filesystem::path templates; ///< a folder of the operator's own; empty: ours
    std::string language = "ko";     ///< of guests who speak none of the templates'
    std::size_t threads = 2;
    std::chrono::milliseconds lookEvery{1'000};
    HttpClient::Settings http;
    CircuitBreaker::Settings breaker;
    NoticeFlow::Settings flow;
    /// Read and checked before anything starts; null until then, and where no notices are sent.
    std::shared_ptr<const NoticeTemplates> texts;

    bool hasChannel() const { return !url.empty() || !file.empty(); }
    /// The calls of one try, three at most, and time to record the answer.
    std::chrono::milliseconds lease() const { return 3 * http.timeout + std::chrono::seconds(5); }
};

/// Those of the operator's folder, or ours. Errors: see NoticeTemplates.
Expected<NoticeTemplates> readNoticeTexts(const std::filesystem::path &folder);

/// What is missing or cannot go together. Errors: "notice-channel-missing", "notice-channels-two",
/// "notice-url-unsafe", "notice-key-missing", "notice-secret-missing", "notice-sender-missing",
/// "notice-templates-missing" (a real provider knows other templates than ours).
Expected<void> checkNotices(const NoticeConfig &config);

} // namespace deskbell::server
