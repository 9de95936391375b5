#pragma once

// KakaoTalk Alimtalk and SMS through SOLAPI's messages API: each call as HTTP, signed anew. What the
// answers mean is in solapianswer.h. Safe from several threads.

#include <functional>

#include "server/workers/httpclient.h"
#include "server/workers/notice/approval.h"
#include "server/workers/notice/noticechannel.h"

namespace deskbell::server {

class SolapiChannel : public NoticeChannel
{
public:
    struct Settings
    {
        std::string url; ///< "https://api.solapi.com", without a slash at the end
        std::string apiKey;
        std::string secret;
        std::string sender; ///< the registered number that text messages come from, digits only
        HttpClient::Settings http;
    };

    SolapiChannel(Settings settings, std::function<Instant()> now);

    NoticeWay way(NoticeWay wanted) const override
    {
        return wanted == NoticeWay::Sms ? NoticeWay::Sms : NoticeWay::Alimtalk;
    }
    NoticeAnswer send(const NoticeMessage &message) override;
    NoticeAnswer lookUp(const NoticeReference &reference) override;
    /// Errors: those of ApprovalSource.
    Expected<ApprovedTemplate> approved(const std::string &templateId);
    void abandon() override { m_http.abandon(); }

private:
    std::string authorization() const;
    HttpReply get(const std::string &path);
    std::string bodyOf(const NoticeMessage &message) const;

    const Settings m_settings;
    const std::function<Instant()> m_now;
    HttpClient m_http;
};

/// "HMAC-SHA256 apiKey=…, date=…, salt=…, signature=…"
std::string hmacAuthorization(const std::string &apiKey, const std::string &secret, const std::string &date,
                              const std::string &salt);

} // namespace deskbell::server
