#include "server/pages/pages.h"

#include "http/problem.h"

namespace deskbell::server {
Expected<std::unique_ptr<Pages>> Pages::make(PagesSettings settings, Storage &storage,
                                             const std::function<std::string()> &listening, bool isTls,
                                             GatewaySurroundings surroundings, const Log &log)
{
    const GuestLinks::BaseUrl base = settings.publicUrl.empty() ? GuestLinks::BaseUrl(listening)
                                                                : [url = settings.publicUrl] { return url; };
    auto links = GuestLinks::make(settings.links, storage, base);
    if (!links)
        return tl::unexpected(links.error());
    const auto cards = CardVault::make(storage);
    if (!cards)
        return tl::unexpected(cards.error());
    PageKit::Settings kitSettings;
    kitSettings.checkoutOrigin = originOf(settings.window.url);
    kitSettings.isSecure = isTls || settings.publicUrl.starts_with("https://");
    kitSettings.admission = settings.admission;
    kitSettings.threads = settings.threads;
    auto kit = PageKit::make(std::move(kitSettings), storage, surroundings, log);
    if (!kit)
        return tl::unexpected(kit.error());
    return std::unique_ptr<Pages>(
        new Pages(settings, std::move(*kit), storage, std::move(*links), *cards, surroundings, log));
}

Pages::Pages(const PagesSettings &settings, std::unique_ptr<PageKit> kit, Storage &storage, GuestLinks links,
             const CardVault &cards, const GatewaySurroundings &surroundings, const Log &log)
    : m_kit(std::move(kit)), m_desk(storage, std::move(links), cards, settings.limits, surroundings, log),
      m_watch(settings.watch), m_booking(*m_kit, m_desk, m_watch, settings.window),
      m_own(*m_kit, m_desk, m_watch, m_booking), m_api(*m_kit, m_desk)
{
}

Pages::~Pages()
{
    stop();
}

void Pages::addRoutes(http::Router &router)
{
    m_kit->addAssets(router);
    m_booking.addRoutes(router);
    m_own.addRoutes(router);
    m_api.addRoutes(router);
    // Who typed an address gets a page; programs get what they can read.
    router.elsewhere([shown = m_kit->page([this](const VisitPtr &visit) {
        m_kit->tell(*visit, 404, {}, "unknown_page");
    })](http::Request request, http::Responder responder) {
        const bool isCall = request.path.starts_with("/v1/");
        if (isCall || request.headers.get("Accept").find("text/html") == std::string_view::npos)
            return void(responder.send(http::problemResponse(404, "not-found")));
        shown(std::move(request), std::move(responder));
    });
}

void Pages::stop()
{
    m_watch.stop();
    m_kit->stop();
    m_desk.close();
}

} // namespace deskbell::server
