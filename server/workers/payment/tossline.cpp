#include "server/workers/payment/tossline.h"

#include "protocol/base64.h"
#include "server/workers/payment/tossterms.h"

namespace deskbell::server {
namespace {

std::string basicAuthorization(const std::string &secretKey)
{
    const std::string plain = secretKey + ":";
    return "Authorization: Basic " +
           protocol::inBase64({reinterpret_cast<const unsigned char *>(plain.data()), plain.size()});
}

} // namespace

TossLine::TossLine(Settings settings)
    : m_url(std::move(settings.url)), m_authorization(basicAuthorization(settings.secretKey)),
      m_http(std::move(settings.http))
{
}

HttpReply TossLine::get(const std::string &path)
{
    return m_http.call({"GET", m_url + path, {m_authorization, "Accept: application/json"}, {}});
}

HttpReply TossLine::remove(const std::string &path)
{
    return m_http.call({"DELETE", m_url + path, {m_authorization, "Accept: application/json"}, {}});
}

HttpReply TossLine::post(const std::string &path, const std::string &idempotencyKey, std::string body)
{
    return m_http.call({"POST",
                        m_url + path,
                        {m_authorization, "Accept: application/json", "Content-Type: application/json",
                         std::string(toss::idempotencyHeader) + ": " + idempotencyKey},
                        std::move(body)});
}

} // namespace deskbell::server
