#pragma once

// The main story while it is played: two desks with their lines to the backend, and what has been reserved
// so far. Its parts are told in mainstory.cpp, the money in mainstorymoney.cpp, the outage in
// mainstoryoutage.cpp. Lives for one playMainStory(); UI thread.

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "e2e/support/clerk.h"
#include "e2e/support/mainstory.h"
#include "e2e/support/proxy.h"

namespace deskbell::e2e {

using Seen = Story::Seen;

QString words(std::string_view text);

class MainStory
{
public:
    MainStory(Story &story, const StorySite &site);
    void play();

private:
    void signIn();
    void lookAround();
    void reserve();
    void confirm();
    void pay();
    void loseTheLine();
    void restartOffline();
    void healTheLine();
    void settleTheCard();
    void speakKorean();
    void agree();

    /// Plays a step; says "not reached" where `isGoing` went missing before.
    void step(const QString &name, const QString &expected, const std::function<Seen()> &play);
    Seen describe(const ReservationId &id, bool isOk) const;
    std::optional<ReservationId> newestOf(const std::string &guest);
    bool chooseSpan(int index);
    qint64 inLedger() const;
    /// Both desks' screens and the backend, and ledger and folios.
    QStringList disagreements();

    Story &m_story;
    const StorySite &m_site;
    Proxy m_clerkLine;
    Proxy m_managerLine;
    Front m_clerkDesk;
    Front m_managerDesk;
    Clerk m_clerk;
    Clerk m_manager;
    BackendView m_backend;
    ReservationId m_dragged{};
    ReservationId m_keyed{};
    ReservationId m_contested{};
    UnitId m_room{};
    Stay m_stay{};
};

} // namespace deskbell::e2e
