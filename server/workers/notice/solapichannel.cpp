#include "server/workers/notice/solapichannel.h"

#include <array>
#include <iterator>

#include <boost/algorithm/hex.hpp>
#include <boost/json.hpp>
#include <sodium.h>

#include "http/percent.h"
#include "server/workers/notice/solapianswer.h"
#include "server/workers/notice/solapiterms.h"

namespace deskbell::server {
namespace {

namespace json = boost::json;

json::object kakaoOptions(const NoticeMessage &message)
{
    json::object variables;
    for (const auto &[name, value] : message.variables)
        variables["#{" + name + "}"] = value;
    json::array buttons;
    for (const NoticeButton &button : message.buttons)
        buttons.push_back(json::object{{"buttonType", "WL"},
                                       {"buttonName", button.name},
                                       {"linkMo", button.link},
                                       {"linkPc", button.link}});
    json::object options{{"pfId", message.channel},
                         {"templateId", message.templateId},
                         {"variables", std::move(variables)},
                         {"disableSms", true}}; // whether it falls back is ours to say
    if (!buttons.empty())
        options["buttons"] = std::move(buttons);
    return options;
}

} // namespace

std::string hmacAuthorization(const std::string &apiKey, const std::string &secret, const std::string &date,
                              const std::string &salt)
{
    const std::string text = date + salt;
    crypto_auth_hmacsha256_state state;
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> signature{};
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char *>(secret.data()),
                                secret.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char *>(text.data()), text.size());
    crypto_auth_hmacsha256_final(&state, signature.data());
    std::string header =
        "HMAC-SHA256 apiKey=" + apiKey + ", date=" + date + ", salt=" + salt + ", signature=";
    boost::algorithm::hex_lower(signature, std::back_inserter(header));
    return header;
}

SolapiChannel::SolapiChannel(Settings settings, std::function<Instant()> now)
    : m_settings(std::move(settings)), m_now(std::move(now)), m_http(m_settings.http)
{
}

std::string SolapiChannel::authorization() const
{
    std::array<unsigned char, solapi::saltBytes> salt{};
    randombytes_buf(salt.data(), salt.size());
    std::string saltText;
    boost::algorithm::hex_lower(salt, std::back_inserter(saltText));
    return "Authorization: " +
           hmacAuthorization(m_settings.apiKey, m_settings.secret, toString(m_now()), saltText);
}

std::string SolapiChannel::bodyOf(const NoticeMessage &message) const
{
    json::object one{
        {"to", message.reference.to},
        {"from", m_settings.sender},
        {"text", message.text},
        {"customFields", json::object{{solapi::referenceField, solapi::referenceText(message.reference)}}}};
    if (message.reference.way == NoticeWay::Alimtalk) {
        one["type"] = solapi::typeAlimtalk;
        one["kakaoOptions"] = kakaoOptions(message);
    } else if (message.subject.empty()) {
        one["type"] = solapi::typeShort;
    } else {
        one["type"] = solapi::typeLong;
        one["subject"] = message.subject;
    }
    return json::serialize(
        json::object{{"messages", json::array{std::move(one)}}, {"showMessageList", true}});
}

HttpReply SolapiChannel::get(const std::string &path)
{
    return m_http.call({"GET", m_settings.url + path, {authorization(), "Accept: application/json"}, {}});
}

NoticeAnswer SolapiChannel::send(const NoticeMessage &message)
{
    const HttpReply reply =
        m_http.call({"POST",
                     m_settings.url + std::string(solapi::sendPath),
                     {authorization(), "Accept: application/json", "Content-Type: application/json"},
                     bodyOf(message)});
    return solapi::readSent(reply, message.reference);
}

Expected<ApprovedTemplate> SolapiChannel::approved(const std::string &templateId)
{
    return solapi::readTemplate(get(std::string(solapi::templatePath) + http::segmentEncoded(templateId)));
}

NoticeAnswer SolapiChannel::lookUp(const NoticeReference &reference)
{
    const std::string list(solapi::listPath);
    if (!reference.message.empty())
        return solapi::readPage(get(list + "?messageId=" + http::percentEncoded(reference.message)),
                                reference)
            .answer;
    // Sent, and no name heard for it: it is found among the receiver's by our own.
    const std::string query = list + "?to=" + http::percentEncoded(reference.to) +
                              "&limit=" + std::to_string(solapi::messagesAPage);
    std::string next;
    for (int pages = 0; pages < solapi::mostPages; ++pages) {
        solapi::Page page = solapi::readPage(
            get(query + (next.empty() ? "" : "&startKey=" + http::percentEncoded(next))), reference);
        if (page.answer.verdict != NoticeVerdict::NotThere || page.next.empty())
            return page.answer;
        next = std::move(page.next);
    }
    // More than was read: that it is not there has not been said.
    return {NoticeVerdict::NoNews, "too-many", {}};
}

} // namespace deskbell::server
