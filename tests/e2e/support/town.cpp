#include "e2e/support/town.h"

namespace deskbell::e2e {

bool Town::build()
{
    return m_house.furnish();
}

Town::DeskSite &Town::addDesk()
{
    auto site = std::make_unique<DeskSite>();
    site->line = std::make_unique<Proxy>(m_house.backendPort());
    site->front =
        std::make_unique<Front>(path(QStringLiteral("desk%1").arg(m_desks.size() + 1)),
                                QUrl(QStringLiteral("http://127.0.0.1:%1").arg(site->line->port())));
    site->front->open();
    m_desks.push_back(std::move(site));
    return *m_desks.back();
}

void Town::followBackend()
{
    for (const auto &site : m_desks) {
        site->line->cut();
        site->line->setUpstream(m_house.backendPort());
    }
}

} // namespace deskbell::e2e
