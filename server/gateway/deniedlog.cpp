#include "server/gateway/deniedlog.h"

#include "http/network.h"

namespace deskbell::server {

DeniedLog::DeniedLog(Settings settings, Steady steady, const Log &log)
    : m_steady(std::move(steady)), m_log(log), m_perAddress(settings.perAddress), m_inAll(settings.inAll)
{
}

void DeniedLog::note(const Denial &denial)
{
    const auto now = m_steady();
    if (!m_perAddress.take(http::householdOf(denial.address), now).isAllowed ||
        !m_inAll.take({}, now).isAllowed) {
        ++m_untold;
        return;
    }
    m_log.warning("request-denied", {{"request", denial.request},
                                     {"address", denial.address},
                                     {"route", denial.route},
                                     {"status", std::to_string(denial.status)},
                                     {"code", denial.code}});
    if (const auto untold = m_untold.exchange(0); untold > 0)
        m_log.warning("requests-denied-untold", {{"count", std::to_string(untold)}});
}

bool DeniedLog::isDenial(int status, const std::string &route)
{
    const bool isLink = route.starts_with("/my/") || route.starts_with("/v1/mypage/");
    return status == 401 || status == 403 || status == 429 || (status == 404 && isLink);
}

} // namespace deskbell::server
