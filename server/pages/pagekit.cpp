#include "server/pages/pagekit.h"

#include <algorithm>
#include <iterator>

#include <boost/algorithm/hex.hpp>

#include "http/percent.h"
#include "http/problem.h"
#include "server/gateway/answers.h"
#include "server/gateway/tokens.h"
#include "server/pages/embeddedpages.h"
#include "server/pages/forms.h"

namespace deskbell::server {
namespace {

constexpr const char *sessionCookie = "deskbell_guest";
constexpr const char *languageCookie = "deskbell_language";
constexpr const char *hostPrefix = "__Host-";
constexpr std::size_t sessionSize = 43; // 256 bits in base64url
constexpr std::chrono::hours formGoodFor{12};
constexpr std::chrono::hours draftGoodFor{1};
constexpr std::chrono::hours sessionGoodFor{24 * 30};
constexpr std::chrono::hours languageGoodFor{24 * 365};
constexpr std::string_view tossDomain = ".tosspayments.com";
constexpr const char *tossHosts = " https://*.tosspayments.com";
/// When there is too much to do: not all at the same moment again.
constexpr int soonest = 3;
constexpr int latest = 8;

bool isToken(std::string_view text)
{
    return text.size() == sessionSize && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_';
           });
}

std::string typeOf(std::string_view name)
{
    if (name.ends_with(".css"))
        return "text/css; charset=utf-8";
    if (name.ends_with(".js"))
        return "text/javascript; charset=utf-8";
    return "image/svg+xml";
}

/// "/pages/guest.<hash>.css": a new content is a new name, so it may be kept for ever.
std::string assetUrl(const EmbeddedFile &file)
{
    const TokenHash hash = hashOf(file.content);
    std::string hex;
    boost::algorithm::hex_lower(hash.begin(), hash.begin() + 8, std::back_inserter(hex));
    const std::size_t dot = file.name.rfind('.');
    return "/pages/" + std::string(file.name.substr(0, dot)) + "." + hex + std::string(file.name.substr(dot));
}

bool isAsset(const EmbeddedFile &file)
{
    return file.name.ends_with(".css") || file.name.ends_with(".js") || file.name.ends_with(".svg");
}

} // namespace

Expected<std::unique_ptr<PageKit>> PageKit::make(Settings settings, Storage &storage,
                                                 GatewaySurroundings surroundings, const Log &log)
{
    auto texts = Texts::make();
    if (!texts)
        return tl::unexpected(texts.error());
    auto templates = Templates::make();
    if (!templates)
        return tl::unexpected(templates.error());
    const auto secret = storage.secret("guest-forms", makeToken());
    if (!secret)
        return tl::unexpected(secret.error());
    const auto forms = SealedNotes::make(*secret, "form");
    const auto drafts = SealedNotes::make(*secret, "draft");
    if (!forms || !drafts)
        return tl::unexpected(forms ? drafts.error() : forms.error());
    return std::unique_ptr<PageKit>(new PageKit(std::move(settings), std::move(surroundings), log,
                                                std::move(*texts), std::move(*templates), *forms, *drafts));
}

PageKit::PageKit(Settings settings, GatewaySurroundings surroundings, const Log &log, Texts texts,
                 std::unique_ptr<Templates> templates, const SealedNotes &forms, const SealedNotes &drafts)
    : m_settings(std::move(settings)), m_surroundings(std::move(surroundings)), m_log(log),
      m_texts(std::move(texts)), m_templates(std::move(templates)), m_forms(forms), m_drafts(drafts),
      m_admission(m_settings.admission), m_pool(m_settings.threads, 2 * m_settings.admission.atOnce)
{
    for (const EmbeddedFile &file : embeddedPages()) {
        if (file.name.ends_with(".css"))
            m_cssUrl = assetUrl(file);
        else if (file.name == "window.js")
            m_windowJsUrl = assetUrl(file);
        else if (file.name.ends_with(".js"))
            m_jsUrl = assetUrl(file);
        else if (file.name.ends_with(".svg"))
            m_iconUrl = assetUrl(file);
    }
}

PageKit::~PageKit()
{
    stop();
}

VisitPtr PageKit::meet(http::Request request, http::Responder responder) const
{
    auto visit = std::make_shared<Visit>(Visit{std::move(request), std::move(responder)});
    const std::string_view wished = visit->request.query.get("lang");
    visit->hasChosenLanguage = wished == tagOf(Language::Korean) || wished == tagOf(Language::English);
    visit->language =
        languageFor(visit->hasChosenLanguage ? std::string(wished) : kept(visit->request, languageCookie),
                    visit->request.headers.get("Accept-Language"));
    visit->session = kept(visit->request, sessionCookie);
    visit->isNewSession = !isToken(visit->session);
    if (visit->isNewSession)
        visit->session = makeToken();
    return visit;
}

http::Handler PageKit::page(std::function<void(const VisitPtr &)> visited)
{
    return [this, visited = std::move(visited)](http::Request request, http::Responder responder) {
        const VisitPtr visit = meet(std::move(request), std::move(responder));
        // What a browser sends on another site's behalf changes nothing here, whatever its form holds.
        const std::string_view site = visit->request.headers.get("Sec-Fetch-Site");
        const bool isForeign =
            visit->request.method == "POST" && !site.empty() && site != "same-origin" && site != "none";
        if (isForeign || !readForm(*visit))
            return tell(*visit, 400, {}, "form_unreadable");
        visit->pass = m_admission.enter(m_surroundings.steady());
        if (!visit->pass || !m_pool.post([visited, visit] { visited(visit); }))
            askToWait(*visit);
    };
}

http::Handler PageKit::call(std::function<void(const VisitPtr &)> called)
{
    return [this, called = std::move(called)](http::Request request, http::Responder responder) {
        const auto visit = std::make_shared<Visit>(Visit{std::move(request), std::move(responder)});
        visit->pass = m_admission.enter(m_surroundings.steady());
        if (!visit->pass || !m_pool.post([called, visit] { called(visit); }))
            visit->responder.send(tryLater(503, "server-busy", std::chrono::seconds(soonest)));
    };
}

void PageKit::resume(std::function<void()> rest, const std::function<void()> &instead)
{
    if (!m_pool.post(std::move(rest)))
        instead();
}

bool PageKit::readForm(Visit &visit) const
{
    if (visit.request.method != "POST")
        return true;
    auto form = isForm(visit.request) ? parseForm(visit.request.body) : std::nullopt;
    if (form)
        visit.form = std::move(*form);
    return form.has_value();
}

void PageKit::askToWait(const Visit &visit) const
{
    const int seconds = soonest + static_cast<int>(m_surroundings.random() % (latest - soonest + 1));
    askToComeAgain(visit, {}, "busy", std::chrono::seconds(seconds));
}

void PageKit::askToComeAgain(const Visit &visit, const std::string &house, const std::string &code,
                             std::chrono::seconds after) const
{
    const std::string seconds = std::to_string(after.count());
    PageValues values = begin(visit, house, code + "_title");
    values.set("HEADING", say(visit, code + "_heading"));
    if (visit.request.method == "POST") {
        // What they filled in is not lost: it comes again with the form.
        PageValues &again = values.add("AGAIN");
        again.set("ACTION", visit.request.path);
        for (const auto &[name, value] : visit.form) {
            PageValues &field = again.add("FIELD");
            field.set("NAME", name);
            field.set("VALUE", value);
        }
        again.set("SECONDS", seconds);
    } else {
        values.add("RETRY").set("SECONDS", seconds);
        values.add("LINK").set("URL", visit.request.target);
    }
    values.set("SENTENCE", say(visit, code + "_sentence", {{"seconds", seconds}}));
    http::Response response = http::Response::html(503, m_templates->render("busy", values));
    guard(response);
    response.headers.set("Retry-After", seconds);
    visit.responder.send(std::move(response));
}

void PageKit::addAssets(http::Router &router)
{
    for (const EmbeddedFile &file : embeddedPages()) {
        if (!isAsset(file))
            continue;
        router.get(assetUrl(file), [&file](const http::Request &, const http::Responder &responder) {
            responder.send(
                http::Response{200, {{"Content-Type", typeOf(file.name)}}, std::string(file.content)}
                    .with("Cache-Control", "public, max-age=31536000, immutable")
                    .with("Cross-Origin-Resource-Policy", "same-origin"));
        });
    }
}

PageValues PageKit::begin(const Visit &visit, const std::string &house, std::string_view title) const
{
    PageValues values;
    const Texts::Table &texts = m_texts.all(visit.language);
    for (const auto &[key, text] : texts)
        values.set("T_" + key, texts.at(m_texts.keyFor(key, visit.about)));
    values.set("LANG", std::string(tagOf(visit.language)));
    values.set("HOUSE", house);
    values.set("TITLE", say(visit, title) + (house.empty() ? "" : " · " + house));
    values.set("CSS_URL", m_cssUrl);
    values.set("JS_URL", m_jsUrl);
    values.set("ICON_URL", m_iconUrl);
    if (visit.request.method == "GET") {
        const Language wanted = other(visit.language);
        std::string url = visit.request.path + "?";
        for (const auto &[name, value] : visit.request.query) {
            if (name != "lang")
                url += http::percentEncoded(name) + "=" + http::percentEncoded(value) + "&";
        }
        PageValues &change = values.add("SWITCH");
        change.set("SWITCH_URL", url + "lang=" + std::string(tagOf(wanted)));
        change.set("SWITCH_LANG", std::string(tagOf(wanted)));
        change.set("SWITCH_NAME", m_texts.say(wanted, "language_name"));
    }
    return values;
}

void PageKit::guard(http::Response &response, const std::string &scriptOrigin) const
{
    const std::string elsewhere = m_settings.checkoutOrigin.empty() ? "" : " " + m_settings.checkoutOrigin;
    const bool hasScript = !scriptOrigin.empty();
    // The window's frames and calls go to other hosts of the provider's than its script comes from.
    const std::string script = hasScript ? " " + scriptOrigin : "";
    const std::string provider = script + (scriptOrigin.ends_with(tossDomain) ? tossHosts : "");
    http::Headers &headers = response.headers;
    headers.set("Content-Security-Policy",
                "default-src 'none'; style-src 'self'" + std::string(hasScript ? " 'unsafe-inline'" : "") +
                    "; script-src 'self'" + script + "; img-src 'self'" + provider +
                    (hasScript ? " data:" : "") + "; connect-src 'self'" + provider +
                    (hasScript ? "; frame-src" + provider : "") +
                    "; base-uri 'none'; frame-ancestors 'none'; form-action 'self'" + elsewhere + provider);
    headers.set("Referrer-Policy", hasScript ? "strict-origin" : "no-referrer");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Cross-Origin-Opener-Policy", hasScript ? "same-origin-allow-popups" : "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy",
                std::string("camera=(), microphone=(), geolocation=()") + (hasScript ? "" : ", payment=()"));
    headers.set("Cache-Control", "no-store");
    headers.set("Vary", "Accept-Encoding, Accept-Language, Cookie");
}

void PageKit::show(const Visit &visit, int status, std::string_view page, const PageValues &values,
                   const std::string &tag) const
{
    http::Response response = http::Response::html(status, m_templates->render(page, values));
    guard(response);
    if (status == 503)
        response.headers.set("Retry-After", std::to_string(soonest));
    if (!tag.empty())
        response.headers.set("ETag", tag);
    if (visit.retryAfter)
        response.headers.set("Retry-After", std::to_string(visit.retryAfter->count()));
    for (const std::string &each : visit.cookies)
        response.headers.add("Set-Cookie", each);
    if (visit.isNewSession)
        response.headers.add("Set-Cookie", cookie(sessionCookie, visit.session, "/", sessionGoodFor));
    if (visit.hasChosenLanguage)
        response.headers.add(
            "Set-Cookie", cookie(languageCookie, std::string(tagOf(visit.language)), "/", languageGoodFor));
    visit.responder.send(std::move(response));
}

void PageKit::showWithScript(const Visit &visit, std::string_view page, PageValues &values,
                             const std::string &scriptOrigin) const
{
    values.set("WINDOW_JS_URL", m_windowJsUrl);
    http::Response response = http::Response::html(200, m_templates->render(page, values));
    guard(response, scriptOrigin);
    visit.responder.send(std::move(response));
}

void PageKit::sendTo(const Visit &visit, const std::string &url) const
{
    http::Response response = http::Response::empty(303);
    guard(response);
    response.headers.set("Location", url);
    for (const std::string &each : visit.cookies)
        response.headers.add("Set-Cookie", each);
    if (visit.isNewSession)
        response.headers.add("Set-Cookie", cookie(sessionCookie, visit.session, "/", sessionGoodFor));
    visit.responder.send(std::move(response));
}

void PageKit::tell(const Visit &visit, int status, const std::string &house, const std::string &code,
                   const std::string &next, const std::string &nextText, const Facts &facts) const
{
    PageValues values = begin(visit, house, code + "_title");
    values.set("HEADING", say(visit, code + "_title"));
    values.set("SENTENCE", say(visit, code + "_sentence", facts));
    if (!next.empty()) {
        PageValues &link = values.add("NEXT");
        link.set("URL", next);
        link.set("TEXT", nextText);
    }
    show(visit, status, "message", values);
}

void PageKit::holdOff(Visit &visit, const std::string &house, std::chrono::milliseconds wait) const
{
    visit.retryAfter = std::max(std::chrono::ceil<std::chrono::seconds>(wait), std::chrono::seconds(1));
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(*visit.retryAfter).count();
    tell(visit, 429, house, "too_many", {}, {}, {{"minutes", std::to_string(minutes)}});
}

void PageKit::tellError(const Visit &visit, const std::string &house, const Error &error) const
{
    if (error.code == "unknown-property")
        return tell(visit, 404, house, "unknown_house");
    if (error.code == "link-unknown")
        return tell(visit, 404, house, "link_unknown");
    if (error.code == "link-over")
        return tell(visit, 410, house, "link_over");
    if (error.code == "storage-busy")
        return askToWait(visit);
    m_log.warning("guest-page-failed",
                  {{"request", visit.request.id}, {"route", visit.request.route}, {"code", error.code}});
    tell(visit, 503, house, "trouble");
}

std::string PageKit::formFor(const Visit &visit, std::string_view subject) const
{
    return m_forms.seal(subject, visit.session, m_surroundings.now() + formGoodFor);
}

std::optional<std::string> PageKit::formSubject(const Visit &visit, std::string_view form) const
{
    return m_forms.open(form, visit.session, m_surroundings.now());
}

std::string PageKit::sealDraft(const Visit &visit, std::string_view text) const
{
    return m_drafts.seal(text, visit.session, m_surroundings.now() + draftGoodFor);
}

std::optional<std::string> PageKit::openDraft(const Visit &visit, std::string_view sealed) const
{
    return m_drafts.open(sealed, visit.session, m_surroundings.now());
}

std::string PageKit::cookie(const std::string &name, const std::string &value, const std::string &path,
                            std::chrono::seconds age) const
{
    return cookieName(name) + "=" + value + "; Path=" + (m_settings.isSecure ? "/" : path) +
           "; Max-Age=" + std::to_string(age.count()) + "; HttpOnly; SameSite=Lax" +
           (m_settings.isSecure ? "; Secure" : "");
}

std::string PageKit::cookieName(const std::string &name) const
{
    return m_settings.isSecure ? hostPrefix + name : name;
}

std::string PageKit::kept(const http::Request &request, const std::string &name) const
{
    return cookieOf(request, cookieName(name));
}

} // namespace deskbell::server
