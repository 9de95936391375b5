#pragma once

// What all pages share: the visitor's language, the admission of guests under load, the frame of the
// page, and the security headers. Owned by Pages; its handlers run on the guests' own threads.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "http/router.h"
#include "server/gateway/authenticator.h"
#include "server/gateway/taskpool.h"
#include "server/pages/admission.h"
#include "server/pages/pagewords.h"
#include "server/pages/seals.h"
#include "server/pages/templates.h"

namespace deskbell::server {

/// One request of a guest and the answer owed to it.
struct Visit
{
    http::Request request;
    http::Responder responder;
    Language language = Language::English;
    bool hasChosenLanguage = false;           ///< with this request
    OfferingKind about = OfferingKind::Rooms; ///< by which the page's words follow
    std::string session;                      ///< of the browser: what its forms are bound to
    bool isNewSession = false;
    Admission::Pass pass;
    http::Parameters form; ///< of a POST
    std::vector<std::string> cookies;
    std::optional<std::chrono::seconds> retryAfter; ///< of the answer

    std::string_view field(std::string_view name) const { return form.get(name); }
};
using VisitPtr = std::shared_ptr<Visit>;

class PageKit
{
public:
    struct Settings
    {
        std::string checkoutOrigin; ///< where forms may lead besides here; empty: nowhere
        bool isSecure = false;      ///< served over TLS, by us or by a proxy
        Admission::Settings admission;
        std::size_t threads = 2;
    };

    /// Errors: "storage-…", "bad-secret", "bad-texts", "bad-template".
    static Expected<std::unique_ptr<PageKit>> make(Settings settings, Storage &storage,
                                                   GatewaySurroundings surroundings, const Log &log);
    ~PageKit();

    /// Lets a visit in or asks it to come again, reads what was sent, and carries on on a thread of the
    /// guests'.
    http::Handler page(std::function<void(const VisitPtr &)> visited);
    /// The same for programs: problems instead of pages, no cookies.
    http::Handler call(std::function<void(const VisitPtr &)> called);
    /// Goes on with a visit elsewhere than on the storage's thread. Inside here only what was let in waits,
    /// so there is room; while the process ends there is none, and `instead` answers at once.
    void resume(std::function<void()> rest, const std::function<void()> &instead);
    void addAssets(http::Router &router);
    /// What is queued is carried out first.
    void stop() { m_pool.stop(); }

    /// The frame of a page, in the visitor's language.
    PageValues begin(const Visit &visit, const std::string &house, std::string_view title) const;
    /// `tag` is the ETag by which the page is known again, if it is.
    void show(const Visit &visit, int status, std::string_view page, const PageValues &values,
              const std::string &tag = {}) const;
    /// The one page with a script of somebody else's, from that origin: the payment provider's window.
    void showWithScript(const Visit &visit, std::string_view page, PageValues &values,
                        const std::string &scriptOrigin) const;
    /// 303: what was asked for has been done, look there.
    void sendTo(const Visit &visit, const std::string &url) const;
    /// A page that says in a heading and a sentence what is the matter. `code` names the texts.
    void tell(const Visit &visit, int status, const std::string &house, const std::string &code,
              const std::string &next = {}, const std::string &nextText = {}, const Facts &facts = {}) const;
    /// 503: what was asked for cannot be just now; the page asks again by itself, with the form if it was
    /// one. `code` names the texts.
    void askToComeAgain(const Visit &visit, const std::string &house, const std::string &code,
                        std::chrono::seconds after) const;
    /// 429: there were too many requests from there. What was filled in is still in the browser.
    void holdOff(Visit &visit, const std::string &house, std::chrono::milliseconds wait) const;
    /// For errors of the storage and the like: logged, and told as what they mean to a guest.
    void tellError(const Visit &visit, const std::string &house, const Error &error) const;

    std::string say(const Visit &visit, std::string_view key, const Facts &facts = {}) const
    {
        return words(visit).say(key, facts);
    }
    PageWords words(const Visit &visit) const { return {m_texts, visit.language, visit.about}; }
    const GatewaySurroundings &surroundings() const { return m_surroundings; }
    const Log &log() const { return m_log; }

    /// What a form of this visitor's carries, about `subject`, and whether it came back unchanged.
    std::string formFor(const Visit &visit, std::string_view subject) const;
    std::optional<std::string> formSubject(const Visit &visit, std::string_view form) const;
    /// Seals what a browser is to keep until it comes back from the checkout.
    std::string sealDraft(const Visit &visit, std::string_view text) const;
    std::optional<std::string> openDraft(const Visit &visit, std::string_view sealed) const;
    /// Set-Cookie, for a part of the site. Over TLS it is for all of it and has the prefix __Host-, so that
    /// no neighbour under the same domain can put one of theirs in its place.
    std::string cookie(const std::string &name, const std::string &value, const std::string &path,
                       std::chrono::seconds age) const;
    /// What the browser has kept under this name.
    std::string kept(const http::Request &request, const std::string &name) const;

private:
    PageKit(Settings settings, GatewaySurroundings surroundings, const Log &log, Texts texts,
            std::unique_ptr<Templates> templates, const SealedNotes &forms, const SealedNotes &drafts);

    VisitPtr meet(http::Request request, http::Responder responder) const;
    bool readForm(Visit &visit) const;
    void askToWait(const Visit &visit) const;
    /// `scriptOrigin`: where a page's script besides ours comes from, and what that script may reach.
    void guard(http::Response &response, const std::string &scriptOrigin = {}) const;
    std::string cookieName(const std::string &name) const;

    const Settings m_settings;
    const GatewaySurroundings m_surroundings;
    const Log &m_log;
    const Texts m_texts;
    const std::unique_ptr<Templates> m_templates;
    const SealedNotes m_forms;
    const SealedNotes m_drafts;
    std::string m_cssUrl;
    std::string m_jsUrl;
    std::string m_windowJsUrl;
    std::string m_iconUrl;
    Admission m_admission;
    TaskPool m_pool;
};

} // namespace deskbell::server
