#include "server/workers/httpclient.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <string_view>

#include <curl/curl.h>

namespace deskbell::server {
namespace {

/// libcurl wants its global set-up once a process, before threads use it.
void setUpCurl()
{
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(done);
}

struct Sink
{
    std::string body;
    std::size_t limit;
};

std::size_t receive(char *data, std::size_t, std::size_t size, void *user)
{
    auto &sink = *static_cast<Sink *>(user);
    if (sink.body.size() + size > sink.limit)
        return 0; // ends the call with CURLE_WRITE_ERROR
    sink.body.append(data, size);
    return size;
}

/// Asked by libcurl about once a second: not 0 ends the call.
int isAbandoned(void *user, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::atomic_bool *>(user)->load() ? 1 : 0;
}

std::string hostOf(const std::string &url)
{
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), &curl_url_cleanup);
    char *host = nullptr;
    if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK ||
        curl_url_get(parsed.get(), CURLUPART_HOST, &host, 0) != CURLUE_OK)
        return {};
    std::string found(host);
    curl_free(host);
    return found;
}

bool isLoopbackHost(const std::string &host)
{
    return host == "localhost" || host == "[::1]" || host == "127.0.0.1";
}

/// libcurl sends a request again by itself when a connection that was kept turns out to be dead, whether
/// or not it was taken up there. What its receiver cannot tell from a second one must not go so.
bool mayBeSentTwice(const HttpCall &call)
{
    return call.method != "POST" ||
           std::any_of(call.headers.begin(), call.headers.end(),
                       [](const std::string &header) { return header.starts_with("Idempotency-Key:"); });
}

HttpReply::Outcome outcomeOf(CURL *handle, CURLcode code)
{
    if (code == CURLE_OK)
        return HttpReply::Outcome::Answered;
    switch (code) {
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
        return HttpReply::Outcome::NotSent;
    default:
        break;
    }
    // Whatever went wrong, before the first byte of the request nobody can have acted on it.
    long sent = 0;
    if (curl_easy_getinfo(handle, CURLINFO_REQUEST_SIZE, &sent) == CURLE_OK && sent == 0)
        return HttpReply::Outcome::NotSent;
    return HttpReply::Outcome::Lost;
}

} // namespace

HttpClient::HttpClient(Settings settings) : m_settings(std::move(settings))
{
    setUpCurl();
}

HttpClient::~HttpClient()
{
    for (void *handle : m_idle)
        curl_easy_cleanup(handle);
}

void *HttpClient::take()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            void *handle = m_idle.back();
            m_idle.pop_back();
            return handle;
        }
    }
    return curl_easy_init();
}

void HttpClient::giveBack(void *handle)
{
    curl_easy_reset(handle); // keeps the connection, forgets the request and its secrets
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(handle);
}

HttpReply HttpClient::call(const HttpCall &call)
{
    CURL *handle = take();
    if (!handle)
        return {HttpReply::Outcome::NotSent, 0, {}};
    curl_slist *raw = curl_slist_append(nullptr, "Expect:");
    for (const std::string &header : call.headers)
        raw = curl_slist_append(raw, header.c_str());
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(raw, &curl_slist_free_all);

    Sink sink{{}, m_settings.maxAnswerBytes};
    curl_easy_setopt(handle, CURLOPT_URL, call.url.c_str());
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, &isAbandoned);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &m_isAbandoned);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_settings.connectTimeout.count()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(m_settings.timeout.count()));
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &receive);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &sink);
    if (!m_settings.certificateAuthorities.empty())
        curl_easy_setopt(handle, CURLOPT_CAINFO, m_settings.certificateAuthorities.c_str());
    if (isLoopbackHost(hostOf(call.url)))
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
    if (!mayBeSentTwice(call))
        curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, 1L);
    if (call.method == "DELETE")
        curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, "DELETE");
    if (call.method == "POST") {
        curl_easy_setopt(handle, CURLOPT_POST, 1L);
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, call.body.data());
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
    }

    const CURLcode code = curl_easy_perform(handle);
    HttpReply reply;
    reply.outcome = outcomeOf(handle, code);
    if (reply.outcome == HttpReply::Outcome::Answered) {
        long status = 0;
        curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
        reply.status = static_cast<int>(status);
        reply.body = std::move(sink.body);
    }
    giveBack(handle);
    return reply;
}

bool isSafeForSecrets(const std::string &url)
{
    if (url.starts_with("https://"))
        return !hostOf(url).empty();
    return url.starts_with("http://") && isLoopbackHost(hostOf(url));
}

} // namespace deskbell::server
