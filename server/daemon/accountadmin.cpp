#include "server/daemon/accountadmin.h"

#include <algorithm>

#include "domain/text.h"
#include "protocol/json.h"
#include "server/gateway/passwordrules.h"

namespace deskbell::server {
namespace {

namespace json = boost::json;

std::string textAt(const json::object &object, std::string_view name)
{
    const json::value *value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

json::object shown(const Account &account, const std::vector<protocol::PropertyRef> &known)
{
    json::array properties;
    for (const PropertyId &id : account.properties) {
        const auto found =
            std::find_if(known.begin(), known.end(), [&](const auto &each) { return each.id == id; });
        properties.emplace_back(found == known.end() ? toString(id) : found->name);
    }
    return {{"id", toString(account.id)},     {"user", account.user},
            {"name", account.name},           {"role", std::string(toString(account.role))},
            {"disabled", account.isDisabled}, {"properties", std::move(properties)}};
}

Expected<std::vector<PropertyId>> placesOf(const AccountRequest &request,
                                           const std::vector<protocol::PropertyRef> &known)
{
    std::vector<PropertyId> places;
    for (const std::string &wanted : request.properties) {
        const auto isIt = [&](const protocol::PropertyRef &each) {
            return each.name == wanted || toString(each.id) == wanted;
        };
        const auto count = std::count_if(known.begin(), known.end(), isIt);
        if (count == 0)
            return failure("unknown-property", {{"property", wanted}});
        if (count > 1)
            return failure("property-ambiguous", {{"property", wanted}});
        places.push_back(std::find_if(known.begin(), known.end(), isIt)->id);
    }
    if (places.empty()) {
        for (const protocol::PropertyRef &each : known)
            places.push_back(each.id);
    }
    return places;
}

/// For an account that it is allowed for.
Expected<std::string> hashed(const std::string &password, const Account &account,
                             const std::vector<protocol::PropertyRef> &known, const Passwords &passwords)
{
    std::vector<std::string> names{account.user, account.name};
    for (const protocol::PropertyRef &property : known) {
        if (std::find(account.properties.begin(), account.properties.end(), property.id) !=
            account.properties.end())
            names.push_back(property.name);
    }
    if (auto allowed = checkPassword(password, names); !allowed)
        return tl::unexpected(allowed.error());
    return passwords.hash(password);
}

Expected<Account> added(const AccountRequest &request, const std::vector<protocol::PropertyRef> &known,
                        const Passwords &passwords, const GatewaySurroundings &surroundings)
{
    if (characterCount(request.user) > maxName || characterCount(request.name) > maxName)
        return failure("text-too-long", {{"limit", std::to_string(maxName)}});
    if (isBlank(request.user) || (!request.name.empty() && isBlank(request.name)))
        return failure("name-missing");
    const auto role = roleNamed(request.role);
    if (!role || *role == Role::System || *role == Role::Guest)
        return failure("unknown-role", {{"role", request.role}, {"known", "clerk, manager, admin"}});
    auto places = placesOf(request, known);
    if (!places)
        return tl::unexpected(places.error());
    Account account{AccountId{makeUuidV7(surroundings.now(), surroundings.random)},
                    request.user,
                    request.name.empty() ? request.user : request.name,
                    *role,
                    {},
                    std::move(*places),
                    false};
    auto hash = hashed(request.password, account, known, passwords);
    if (!hash)
        return tl::unexpected(hash.error());
    account.passwordHash = std::move(*hash);
    return account;
}

/// The account as it shall be.
Expected<Account> changed(const AccountRequest &request, Account account,
                          const std::vector<protocol::PropertyRef> &known, const Passwords &passwords)
{
    if (request.action == "passwd") {
        auto hash = hashed(request.password, account, known, passwords);
        if (!hash)
            return tl::unexpected(hash.error());
        account.passwordHash = std::move(*hash);
        return account;
    }
    account.isDisabled = request.action == "disable";
    return account;
}

Expected<std::string> listed(Storage &storage, const std::vector<protocol::PropertyRef> &known)
{
    const auto all = storage.accounts();
    if (!all)
        return tl::unexpected(all.error());
    json::array accounts;
    for (const Account &account : *all)
        accounts.push_back(shown(account, known));
    return json::serialize(json::object{{"accounts", std::move(accounts)}});
}

} // namespace

std::string encodeAccountRequest(const AccountRequest &request)
{
    return json::serialize(
        json::object{{"action", request.action},
                     {"user", request.user},
                     {"name", request.name},
                     {"role", request.role},
                     {"properties", json::array(request.properties.begin(), request.properties.end())},
                     {"password", request.password}});
}

Expected<AccountRequest> decodeAccountRequest(std::string_view text)
{
    const auto parsed = protocol::parseJson(text, {64 * 1024, 4});
    if (!parsed)
        return tl::unexpected(parsed.error());
    if (!parsed->is_object())
        return failure("bad-account-request");
    const json::object &object = parsed->get_object();
    AccountRequest request{
        textAt(object, "action"),  textAt(object, "user"), textAt(object, "name"), textAt(object, "role"), {},
        textAt(object, "password")};
    const json::value *properties = object.if_contains("properties");
    if (!properties)
        return request;
    if (!properties->is_array())
        return failure("bad-account-request");
    for (const json::value &each : properties->get_array()) {
        if (!each.is_string())
            return failure("bad-account-request");
        request.properties.emplace_back(each.get_string());
    }
    return request;
}

Expected<std::string> administer(const AccountRequest &request, Storage &storage, const Passwords &passwords,
                                 const GatewaySurroundings &surroundings)
{
    const auto known = storage.properties();
    if (!known)
        return tl::unexpected(known.error());
    if (request.action == "list")
        return listed(storage, *known);
    const bool isAdd = request.action == "add";
    if (!isAdd && request.action != "passwd" && request.action != "disable" && request.action != "enable")
        return failure("unknown-account-action", {{"action", request.action}});
    if (request.user.empty())
        return failure("user-missing");
    const auto found = storage.accountOf(request.user);
    if (!found)
        return tl::unexpected(found.error());
    if (isAdd && *found)
        return failure("user-taken", {{"user", request.user}});
    if (!isAdd && !*found)
        return failure("unknown-user", {{"user", request.user}});
    const auto account = isAdd ? added(request, *known, passwords, surroundings)
                               : changed(request, **found, *known, passwords);
    if (!account)
        return tl::unexpected(account.error());
    if (auto put = storage.putAccount(*account); !put)
        return tl::unexpected(put.error());
    // Whoever holds a session by the old password, or by an account that is closed, holds none now.
    if (request.action == "passwd" || request.action == "disable") {
        if (auto closed = storage.closeSessionsOf(account->id); !closed)
            return tl::unexpected(closed.error());
    }
    return json::serialize(json::object{{"accounts", json::array{shown(*account, *known)}}});
}

} // namespace deskbell::server
