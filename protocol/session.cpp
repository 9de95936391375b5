#include "protocol/session.h"

#include <sodium.h>

#include "protocol/base64.h"
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

void describe(auto &visit, Of<DeviceKey> auto &key)
{
    visit.maybe("former", key.former);
    visit("next", key.next);
}

void describe(auto &visit, Of<SignIn> auto &signIn)
{
    visit("user", signIn.user);
    visit("password", signIn.password);
    visit("device", signIn.device);
    visit.maybe("deviceKey", signIn.deviceKey);
}

void describe(auto &visit, Of<Refresh> auto &refresh)
{
    visit("refreshToken", refresh.refreshToken);
    visit.maybe("device", refresh.device);
    visit.maybe("deviceKey", refresh.deviceKey);
}

void describe(auto &visit, Of<BackendProof> auto &proof)
{
    visit("key", proof.key);
    visit("signature", proof.signature);
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

constexpr std::size_t maxDeviceKey = 64; // 256 bits in base64url are 43

/// A device that is none belongs to nobody, and a key that anybody can guess proves nothing.
Expected<void> sound(const std::optional<DeviceId> &device, const std::optional<DeviceKey> &key)
{
    const auto refused = [](const char *path, const char *reason) {
        return failure(std::string(badSession), {{"path", path}, {"reason", reason}});
    };
    if (device && *device == DeviceId{})
        return refused("/device", "null-id");
    if (key && (key->next.size() < 32 || key->next.size() > maxDeviceKey))
        return refused("/deviceKey/next", "bad-length");
    if (key && key->former.size() > maxDeviceKey)
        return refused("/deviceKey/former", "bad-length");
    return {};
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
    std::optional<BackendProof> identity;
    std::optional<bool> knowsCursor;
};

void describe(auto &visit, Of<HelloText> auto &hello)
{
    visit("epoch", hello.epoch);
    visit("protocol", hello.protocol);
    visit("serverTime", hello.serverTime);
    visit.maybe("properties", hello.properties);
    visit.maybe("identity", hello.identity);
    visit.maybe("knowsCursor", hello.knowsCursor);
}

} // namespace

std::string encodeSignIn(const SignIn &signIn)
{
    return encoded(signIn);
}

Expected<SignIn> decodeSignIn(std::string_view text)
{
    return decoded<SignIn>(text, badSession, Strictness::RefuseUnknown)
        .and_then([](SignIn signIn) -> Expected<SignIn> {
            return sound(signIn.device, signIn.deviceKey).map([&] { return std::move(signIn); });
        });
}

std::string encodeRefresh(const Refresh &refresh)
{
    return encoded(refresh);
}

Expected<Refresh> decodeRefresh(std::string_view text)
{
    return decoded<Refresh>(text, badSession, Strictness::RefuseUnknown)
        .and_then([](Refresh refresh) -> Expected<Refresh> {
            return sound(refresh.device, refresh.deviceKey).map([&] { return std::move(refresh); });
        });
}

std::string helloStatement(std::string_view challenge)
{
    return "deskbell hello\n" + std::string(challenge);
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
                             hello.identity,
                             hello.knowsCursor});
}

Expected<Hello> decodeHello(std::string_view text)
{
    return decoded<HelloText>(text, badSession, Strictness::SkipUnknown).map([](HelloText hello) {
        return Hello{hello.epoch,      hello.protocol.min,          hello.protocol.max,
                     hello.serverTime, std::move(hello.properties), std::move(hello.identity),
                     hello.knowsCursor};
    });
}

bool isGood(const BackendProof &proof, std::string_view challenge)
{
    const auto key = fromBase64url<crypto_sign_PUBLICKEYBYTES>(proof.key);
    const auto signature = fromBase64url<crypto_sign_BYTES>(proof.signature);
    const std::string statement = helloStatement(challenge);
    return key && signature &&
           crypto_sign_verify_detached(signature->data(),
                                       reinterpret_cast<const unsigned char *>(statement.data()),
                                       statement.size(), key->data()) == 0;
}

} // namespace deskbell::protocol
