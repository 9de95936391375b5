#include "ui/outbox/linkbadge.h"

#include "ui/format.h"
#include "ui/icons.h"
#include "ui/outbox/linkwords.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"

namespace deskbell::ui {

LinkBadge::LinkBadge(models::FrontDesk &desk, QWidget *parent)
    : QPushButton(parent), m_desk(desk), m_zone(QTimeZone::utc())
{
    setObjectName(QStringLiteral("linkBadge"));
    setProperty("kind", QStringLiteral("badge"));
    setAutoDefault(false);
    setCheckable(true);
    connect(&m_desk, &models::FrontDesk::linkChanged, this, &LinkBadge::follow);
    connect(&m_desk, &models::FrontDesk::outboxChanged, this, &LinkBadge::follow);
    (new TextKeeper(this))->keep([this] {
        setToolTip(tr("Entries waiting to be sent or needing attention (F8)"));
        follow();
    });
}

void LinkBadge::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    follow();
}

QString LinkBadge::stateText() const
{
    const models::LinkState &link = m_desk.link();
    switch (link.phase) {
    case models::LinkPhase::SignedOut:
        return tr("Signed out");
    case models::LinkPhase::Offline:
        return link.offlineSince ? tr("Offline since %1").arg(clockText(*link.offlineSince, m_zone))
                                 : tr("Offline");
    case models::LinkPhase::Connecting:
        return tr("Connecting…");
    case models::LinkPhase::FirstSync:
        return tr("Fetching the property…");
    case models::LinkPhase::CatchingUp:
        return tr("Catching up…");
    case models::LinkPhase::Online:
        return isSlow(link) ? tr("Slow to answer") : tr("Online");
    }
    return {};
}

void LinkBadge::follow()
{
    const models::LinkState &link = m_desk.link();
    const auto cards = static_cast<int>(m_desk.outbox().cards.size());
    QStringList parts{stateText()};
    if (link.waiting > 0)
        parts << tr("%n waiting", nullptr, link.waiting);
    if (cards > 0)
        parts << tr("%n need(s) attention", nullptr, cards);
    setText(parts.join(QStringLiteral(" · ")));
    const bool isOnline = link.phase == models::LinkPhase::Online && !isSlow(link);
    const bool isOffline =
        link.phase == models::LinkPhase::Offline || link.phase == models::LinkPhase::SignedOut;
    const char *tone = cards > 0 ? "bad" : isOffline || isSlow(link) ? "warn" : isOnline ? "good" : "info";
    if (cards > 0)
        setIcon(deskbell::ui::icon("alert", Tone::Bad));
    else if (isOffline)
        setIcon(deskbell::ui::icon("offline", Tone::Warn));
    else if (isOnline)
        setIcon(deskbell::ui::icon("online", Tone::Good));
    else
        setIcon(deskbell::ui::icon("sync", isSlow(link) ? Tone::Warn : Tone::Accent));
    if (property("tone").toByteArray() != tone) {
        setProperty("tone", tone);
        repolish(this);
    }
}

} // namespace deskbell::ui
