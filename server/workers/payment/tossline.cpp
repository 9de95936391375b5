#include "server/workers/payment/tossline.h"

#include <sodium.h>

#include "server/workers/payment/tossterms.h"

namespace deskbell::server {
namespace {

std::string basicAuthorization(const std::string &secretKey)
{
    const std::string plain = secretKey + ":";
    std::string encoded(sodium_base64_encoded_len(plain.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(encoded.data(), encoded.size(), reinterpret_cast<const unsigned char *>(plain.data()),
                      plain.size(), sodium_base64_VARIANT_ORIGINAL);
    encoded.resize(encoded.find('\0'));
    return "Authorization: Basic " + encoded;
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
