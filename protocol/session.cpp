#include "protocol/session.h"

#include "protocol/read.h"
#include "protocol/write.h"

namespace deskbell::protocol {

struct ProtocolRange
{
    int min = 0;
    int max = 0;
    friend bool operator==(const ProtocolRange &, const ProtocolRange &) = default;
};

void describe(auto &visit, Of<ProtocolRange> auto &range)
{
    visit("min", range.min);
    visit("max", range.max);
}

void describe(auto &visit, Of<SignIn> auto &signIn)
{
    visit("user", signIn.user);
    visit("password", signIn.password);
    visit("device", signIn.device);
}

void describe(auto &visit, Of<PropertyRef> auto &property)
{
    visit("id", property.id);
    visit("name", property.name);
}

void describe(auto &visit, Of<KeptChanges> auto &kept)
{
    visit("id", kept.id);
    visit("lowest", kept.lowest);
    visit("highest", kept.highest);
}

void describe(auto &visit, Of<Actor> auto &account)
{
    visit("id", account.account);
    visit("name", account.name);
    visit("role", account.role);
}

void describe(auto &visit, Of<SessionGrant> auto &grant)
{
    visit("accessToken", grant.accessToken);
    visit("accessExpiresInS", grant.accessExpiresInS);
    visit("refreshToken", grant.refreshToken);
    visit("account", grant.account);
    visit("properties", grant.properties);
}

void describe(auto &visit, Of<OpenSession> auto &session)
{
    visit("id", session.id);
    visit("user", session.user);
    visit("account", session.account);
    visit("device", session.device);
    visit("openedAt", session.openedAt);
    visit("seenAt", session.seenAt);
    visit.maybe("address", session.address);
    visit.maybe("isCurrent", session.isCurrent);
}

void describe(auto &visit, Of<PasswordChange> auto &change)
{
    visit("current", change.current);
    visit("next", change.next);
}

namespace {

constexpr std::string_view badSession = "bad-session-message";

struct Refresh
{
    std::string refreshToken;
};

void describe(auto &visit, Of<Refresh> auto &refresh)
{
    visit("refreshToken", refresh.refreshToken);
}

struct SessionsText
{
    std::vector<OpenSession> sessions;
};

void describe(auto &visit, Of<SessionsText> auto &text)
{
    visit("sessions", text.sessions);
}

struct HelloText
{
    Uuid epoch;
    ProtocolRange protocol;
    Instant serverTime{};
    std::vector<KeptChanges> properties;
    std::optional<bool> knowsCursor;
};

void describe(auto &visit, Of<HelloText> auto &hello)
{
    visit("epoch", hello.epoch);
    visit("protocol", hello.protocol);
    visit("serverTime", hello.serverTime);
    visit.maybe("properties", hello.properties);
    visit.maybe("knowsCursor", hello.knowsCursor);
}

} // namespace

std::string encodeSignIn(const SignIn &signIn)
{
    return encoded(signIn);
}

Expected<SignIn> decodeSignIn(std::string_view text)
{
    return decoded<SignIn>(text, badSession, Strictness::RefuseUnknown);
}

std::string encodeRefresh(std::string_view refreshToken)
{
    return encoded(Refresh{std::string(refreshToken)});
}

Expected<std::string> decodeRefresh(std::string_view text)
{
    return decoded<Refresh>(text, badSession, Strictness::RefuseUnknown).map([](Refresh refresh) {
        return std::move(refresh.refreshToken);
    });
}

std::string encodeGrant(const SessionGrant &grant)
{
    return encoded(grant);
}

Expected<SessionGrant> decodeGrant(std::string_view text)
{
    return decoded<SessionGrant>(text, badSession, Strictness::SkipUnknown);
}

std::string encodeSessions(const std::vector<OpenSession> &sessions)
{
    return encoded(SessionsText{sessions});
}

Expected<std::vector<OpenSession>> decodeSessions(std::string_view text)
{
    return decoded<SessionsText>(text, badSession, Strictness::SkipUnknown).map([](SessionsText read) {
        return std::move(read.sessions);
    });
}

std::string encodePasswordChange(const PasswordChange &change)
{
    return encoded(change);
}

Expected<PasswordChange> decodePasswordChange(std::string_view text)
{
    return decoded<PasswordChange>(text, badSession, Strictness::RefuseUnknown);
}

std::string encodeHello(const Hello &hello)
{
    return encoded(HelloText{hello.epoch,
                             {hello.protocolMin, hello.protocolMax},
                             hello.serverTime,
                             hello.properties,
                             hello.knowsCursor});
}

Expected<Hello> decodeHello(std::string_view text)
{
    return decoded<HelloText>(text, badSession, Strictness::SkipUnknown).map([](HelloText hello) {
        return Hello{hello.epoch,      hello.protocol.min,          hello.protocol.max,
                     hello.serverTime, std::move(hello.properties), hello.knowsCursor};
    });
}

} // namespace deskbell::protocol
