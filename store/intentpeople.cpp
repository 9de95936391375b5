#include "store/intentstore.h"

#include "protocol/json.h"
#include "store/cacheschema.h"

namespace deskbell::store {

namespace json = protocol::json;

// Who has signed in here, and what the desk proposes at the next sign-in.

namespace {

std::string encodeProfile(const Profile &profile)
{
    return json::serialize(json::object{{"account", toString(profile.actor.account)},
                                        {"name", profile.actor.name},
                                        {"role", toString(profile.actor.role)},
                                        {"property", toString(profile.property)},
                                        {"propertyName", profile.propertyName}});
}

Expected<Profile> decodeProfile(std::string_view text)
{
    const Error damaged{std::string(failurecode::damaged), {}};
    const auto value = protocol::parseJson(text);
    if (!value || !value->is_object())
        return tl::unexpected(damaged);
    const auto field = [&](std::string_view name) -> std::string_view {
        const auto *member = value->get_object().if_contains(name);
        return member && member->is_string() ? std::string_view(member->get_string()) : std::string_view();
    };
    const auto account = parseUuid(field("account"));
    const auto property = parseUuid(field("property"));
    const auto role = named<Role>(field("role"));
    if (!account || !property || !role)
        return tl::unexpected(damaged);
    return Profile{{AccountId{*account}, std::string(field("name")), *role},
                   PropertyId{*property},
                   std::string(field("propertyName"))};
}

} // namespace

std::optional<std::string> IntentStore::metaText(std::string_view name) const
{
    auto read = m_database->prepare("SELECT value FROM meta WHERE name = ?1");
    if (!read)
        return std::nullopt;
    const auto row = read->bind(name).step();
    if (!row || !*row)
        return std::nullopt;
    return std::string(read->text(0));
}

LastSignIn IntentStore::lastSignIn() const
{
    return {metaText("last-server").value_or(std::string()), metaText("last-user").value_or(std::string())};
}

Expected<void> IntentStore::remember(const LastSignIn &who, std::string_view password, const DataKey &key,
                                     const Profile &profile, WrapCost cost)
{
    const WrappedKey wrapped = wrapKey(key, password, cost);
    const Blob sealed = Sealer(key).seal(encodeProfile(profile), profile.actor.account.value);
    return m_database->transact([&]() -> Expected<void> {
        auto meta = m_database->prepare("INSERT OR REPLACE INTO meta (name, value) VALUES (?1, ?2)");
        auto person = m_database->prepare(
            "INSERT OR REPLACE INTO people (server, user, key_id, salt, operations, memory, "
            "wrapped_key, profile, backend) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        if (!meta)
            return tl::unexpected(meta.error());
        if (!person)
            return tl::unexpected(person.error());
        if (auto done = meta->bind("last-server", who.server).run(); !done)
            return done;
        if (auto done = meta->bind("last-user", who.user).run(); !done)
            return done;
        if (auto done = meta->bind("last-backend", profile.backend).run(); !done)
            return done;
        // The account's id stands before the seal, which is bound to it.
        Blob stored(profile.actor.account.value.bytes.begin(), profile.actor.account.value.bytes.end());
        stored.insert(stored.end(), sealed.begin(), sealed.end());
        return person
            ->bind(who.server, who.user, wrapped.keyId, Bytes(wrapped.salt), wrapped.cost.operations,
                   wrapped.cost.memoryBytes, Bytes(wrapped.sealed), Bytes(stored), profile.backend)
            .run();
    });
}

namespace {

Expected<Profile> openProfile(Bytes stored, const DataKey &key)
{
    constexpr std::size_t idSize = 16;
    if (stored.size() < idSize)
        return failure(std::string(failurecode::damaged));
    const auto text = Sealer(key).openText(stored.subspan(idSize), uuidOf(stored.first(idSize)));
    return text ? decodeProfile(*text) : tl::unexpected(text.error());
}

} // namespace

Expected<IntentStore::Known> IntentStore::recall(const LastSignIn &who, std::string_view password,
                                                 std::optional<BackendNumber> at) const
{
    auto rows = m_database->prepare(
        "SELECT key_id, salt, operations, memory, wrapped_key, profile, backend FROM people "
        "WHERE user = ?2 AND CASE WHEN ?3 IS NULL THEN server = ?1 ELSE backend = ?3 END "
        "ORDER BY backend = (SELECT value FROM meta WHERE name = 'last-backend') DESC, backend");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(who.server, who.user, at);
    std::optional<Known> known;
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        WrappedKey wrapped;
        wrapped.keyId = rows->integer(0);
        wrapped.salt.assign(rows->blob(1).begin(), rows->blob(1).end());
        wrapped.cost = {static_cast<std::uint64_t>(rows->integer(2)),
                        static_cast<std::uint64_t>(rows->integer(3))};
        wrapped.sealed.assign(rows->blob(4).begin(), rows->blob(4).end());
        const BackendNumber backend = rows->integer(6);
        if (known && known->profile.backend != backend) // no key is used at two
            continue;
        const auto key = unwrapKey(wrapped, password);
        if (!key)
            continue;
        if (!known)
            known.emplace();
        if (auto profile = openProfile(rows->blob(5), *key))
            known->profile = std::move(*profile);
        known->profile.backend = backend;
        known->keys.push_back(*key);
    }
    if (!known || known->profile.property.isNull())
        return failure("bad-credentials");
    return std::move(*known);
}

Expected<Profile> IntentStore::profile(const LastSignIn &who, const DataKey &key) const
{
    auto rows = m_database->prepare("SELECT profile, backend FROM people "
                                    "WHERE server = ?1 AND user = ?2 AND key_id = ?3");
    if (!rows)
        return tl::unexpected(rows.error());
    const auto row = rows->bind(who.server, who.user, key.id()).step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return failure("bad-credentials");
    auto profile = openProfile(rows->blob(0), key);
    if (profile)
        profile->backend = rows->integer(1);
    return profile;
}

Expected<bool> IntentStore::isOfAnother(const DataKey &key, BackendNumber backend) const
{
    auto rows = m_database->prepare("SELECT 1 FROM people WHERE key_id = ?1 AND backend <> ?2 "
                                    "UNION SELECT 1 FROM outbox WHERE key_id = ?1 AND backend <> ?2");
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->bind(key.id(), backend).step();
}

} // namespace deskbell::store
