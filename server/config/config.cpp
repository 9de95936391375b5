#include "server/config/config.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

namespace deskbell::server {
namespace {

/// With "/my/" and a token of 48 it fills a button's link.
constexpr std::size_t mostPublicUrl = mostButtonLinkCharacters - 52;

std::string knownRoles()
{
    std::string all;
    for (const ProcessRole role : allRoles)
        all += (all.empty() ? "" : ", ") + std::string(toString(role));
    return all;
}

Expected<void> endpointOf(const std::string &text, std::string &address, std::uint16_t &port)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return failure("bad-listen", {{"listen", text}});
    std::string host = text.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    unsigned number = 0;
    const char *first = text.data() + colon + 1;
    const char *last = text.data() + text.size();
    const auto [end, error] = std::from_chars(first, last, number);
    if (error != std::errc{} || end != last || first == last || number > 65'535)
        return failure("bad-listen", {{"listen", text}});
    address = std::move(host);
    port = static_cast<std::uint16_t>(number);
    return {};
}

/// The first line of the file, unless there is a secret already or no file is named.
bool readSecret(std::string &secret, const std::filesystem::path &from)
{
    if (!secret.empty() || from.empty())
        return true;
    std::ifstream file(from);
    if (!std::getline(file, secret) || secret.empty())
        return false;
    if (secret.back() == '\r')
        secret.pop_back();
    return true;
}

/// Links in messages are absolute, and no longer than a button's may be.
Expected<void> checkPublicUrl(const Config &config)
{
    const std::string &url = config.guests.publicUrl;
    const bool hasTexts = config.has(ProcessRole::Notice) && config.notice.texts;
    const bool isLinked = hasTexts && config.notice.texts->hasLinks();
    const bool isReal = config.notice.url.starts_with("https://");
    if (url.empty() && isLinked && isReal)
        return failure("public-url-missing");
    const std::size_t host = url.find("://");
    const bool isPlain = host != std::string::npos && host + 3 < url.size() &&
                         url.find_first_of("/?# ", host + 3) == std::string::npos;
    if (!url.empty() && (!isPlain || !isSafeForSecrets(url)))
        return failure("public-url-bad", {{"url", url}});
    if (isLinked && url.size() > mostPublicUrl)
        return failure("public-url-long", {{"most", std::to_string(mostPublicUrl)}});
    return {};
}

/// Guests are sent there with what they are to pay; what is to be paid is added to it as a query, and its
/// origin stands in the pages' Content-Security-Policy.
Expected<void> checkCheckoutWindow(const Config &config)
{
    const CardWindow &window = config.guests.window;
    for (const std::string &url : {window.url, window.sdk}) {
        const bool isPlain = std::all_of(url.begin(), url.end(), [](char c) {
            return c > ' ' && c < 0x7f && std::string_view("?#@;,\"'<>\\").find(c) == std::string_view::npos;
        });
        if (!url.empty() && (!isPlain || !isSafeForSecrets(url)))
            return failure("checkout-window-bad", {{"url", url}});
    }
    const bool isKey = std::all_of(window.clientKey.begin(), window.clientKey.end(),
                                   [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-'; });
    if (!isKey)
        return failure("toss-client-key-bad", {{"key", window.clientKey}});
    if (window.isOwnPage() && (!window.url.empty() || window.sdk.empty()))
        return failure("checkout-window-twice");
    return {};
}

} // namespace

std::string_view toString(ProcessRole role)
{
    constexpr std::array<std::string_view, allRoles.size()> names{"gateway", "payment", "hotel", "notice",
                                                                  "mypage"};
    return names[static_cast<std::size_t>(role)];
}

Expected<void> setListen(Config &config, const std::string &text)
{
    return endpointOf(text, config.address, config.port);
}

Expected<void> setMetricsListen(Config &config, const std::string &text)
{
    return endpointOf(text, config.metricsAddress, config.metricsPort);
}

Expected<void> setRoles(Config &config, const std::string &text)
{
    std::set<ProcessRole> roles;
    std::istringstream names(text);
    for (std::string name; std::getline(names, name, ',');) {
        const auto role = std::find_if(allRoles.begin(), allRoles.end(),
                                       [&](ProcessRole each) { return toString(each) == name; });
        if (role == allRoles.end())
            return failure("unknown-role", {{"role", name}, {"known", knownRoles()}});
        roles.insert(*role);
    }
    if (roles.empty())
        return failure("no-role", {{"known", knownRoles()}});
    config.roles = std::move(roles);
    config.hasChosenRoles = true;
    return {};
}

Expected<void> readSecrets(Config &config)
{
    if (!readSecret(config.payment.secret, config.payment.secretFile))
        return failure("payment-secret-unreadable", {{"file", config.payment.secretFile.string()}});
    if (!readSecret(config.notice.secret, config.notice.secretFile))
        return failure("notice-secret-unreadable", {{"file", config.notice.secretFile.string()}});
    if (!readSecret(config.gateway.metricsToken, config.metricsTokenFile))
        return failure("metrics-token-unreadable", {{"file", config.metricsTokenFile.string()}});
    return {};
}

Expected<void> checkServing(const Config &config)
{
    if (config.certificate.empty() != config.privateKey.empty())
        return failure("tls-incomplete");
    const bool sendsNotices = config.notice.hasChannel() || config.hasChosenRoles;
    if (config.has(ProcessRole::Notice) && sendsNotices) {
        if (auto notices = checkNotices(config.notice); !notices)
            return notices;
    }
    if (auto url = checkPublicUrl(config); !url)
        return url;
    if (auto url = checkCheckoutWindow(config); !url)
        return url;
    if (!config.has(ProcessRole::Payment))
        return {};
    if (config.payment.url.empty())
        return failure("payment-url-missing");
    if (!isSafeForSecrets(config.payment.url))
        return failure("payment-url-unsafe", {{"url", config.payment.url}});
    if (config.payment.secret.empty())
        return failure("payment-secret-missing");
    return {};
}

std::filesystem::path Config::controlFile() const
{
    if (!control.empty() || !database.isFile())
        return control;
    std::filesystem::path file = database.file();
    return file += ".control";
}

} // namespace deskbell::server
