#pragma once

// The connection to Toss Payments: its address, our key, and the headers of each call. Used by the
// gateway and by the reader of its records, each with an instance of its own. Safe from several
// threads.

#include <string>

#include "server/workers/httpclient.h"

namespace deskbell::server {

class TossLine
{
public:
    struct Settings
    {
        std::string url; ///< "https://api.tosspayments.com", without a slash at the end
        std::string secretKey;
        HttpClient::Settings http;
    };

    explicit TossLine(Settings settings);

    HttpReply get(const std::string &path);
    HttpReply post(const std::string &path, const std::string &idempotencyKey, std::string body);
    HttpReply remove(const std::string &path);
    void abandon() { m_http.abandon(); }

private:
    const std::string m_url;
    const std::string m_authorization;
    HttpClient m_http;
};

} // namespace deskbell::server
