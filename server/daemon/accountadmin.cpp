#include "server/daemon/accountadmin.h"

#include <algorithm>
#include <array>

#include "domain/text.h"
#include "protocol/json.h"
#include "server/daemon/propertyadmin.h"
#include "server/gateway/passwordrules.h"

namespace deskbell::server {
namespace {

namespace json = boost::json;

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
        const auto place = propertyNamed(wanted, known);
        if (!place)
            return tl::unexpected(place.error());
        places.push_back(*place);
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

Expected<Role> roleOf(const std::string &name)
{
    const auto role = named<Role>(name);
    if (!role || *role == Role::System || *role == Role::Guest)
        return failure("unknown-role", {{"role", name}, {"known", "clerk, manager, admin"}});
    return *role;
}

Expected<void> checkNames(const std::string &user, const std::string &name)
{
    if (characterCount(user) > maxName || characterCount(name) > maxName)
        return failure("text-too-long", {{"limit", std::to_string(maxName)}});
    if (isBlank(user) || (!name.empty() && isBlank(name)))
        return failure("name-missing");
    return checkText("user", user, maxName).and_then([&] { return checkText("name", name, maxName); });
}

Expected<Account> added(const AccountRequest &request, const std::vector<protocol::PropertyRef> &known,
                        const Passwords &passwords, const GatewaySurroundings &surroundings)
{
    if (auto names = checkNames(request.user, request.name); !names)
        return tl::unexpected(names.error());
    const auto role = roleOf(request.role);
    if (!role)
        return tl::unexpected(role.error());
    auto places = placesOf(request, known);
    if (!places)
        return tl::unexpected(places.error());
    Account account{AccountId{makeUuidV7(surroundings.now(), surroundings.random)},
                    composed(request.user),
                    request.name.empty() ? composed(request.user) : request.name,
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

/// What is named is changed, the rest stays.
Expected<Account> edited(const AccountRequest &request, Account account,
                         const std::vector<protocol::PropertyRef> &known)
{
    if (request.newUser.empty() && request.name.empty() && request.role.empty() && request.properties.empty())
        return failure("nothing-to-change");
    if (!request.newUser.empty())
        account.user = composed(request.newUser);
    if (!request.name.empty())
        account.name = request.name;
    if (auto names = checkNames(account.user, account.name); !names)
        return tl::unexpected(names.error());
    if (!request.role.empty()) {
        const auto role = roleOf(request.role);
        if (!role)
            return tl::unexpected(role.error());
        account.role = *role;
    }
    if (!request.properties.empty()) {
        auto places = placesOf(request, known);
        if (!places)
            return tl::unexpected(places.error());
        account.properties = std::move(*places);
    }
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
    if (request.action == "edit")
        return edited(request, std::move(account), known);
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
                     {"newUser", request.newUser},
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
    AccountRequest request{protocol::textAt(object, "action"),
                           protocol::textAt(object, "user"),
                           protocol::textAt(object, "name"),
                           protocol::textAt(object, "role"),
                           {},
                           protocol::textAt(object, "password"),
                           protocol::textAt(object, "newUser")};
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
    constexpr std::array changes{"passwd", "disable", "enable", "edit", "delete"};
    if (!isAdd && std::find(changes.begin(), changes.end(), request.action) == changes.end())
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
    if (request.action == "delete") {
        if (auto gone = storage.removeAccount((*found)->id); !gone)
            return tl::unexpected(gone.error());
        return json::serialize(json::object{{"accounts", json::array{}}});
    }
    const auto account = isAdd ? added(request, *known, passwords, surroundings)
                               : changed(request, **found, *known, passwords);
    if (!account)
        return tl::unexpected(account.error());
    if (auto put = storage.putAccount(*account); !put)
        return put.error().code == "user-taken" ? failure("user-taken", {{"user", account->user}})
                                                : tl::unexpected(put.error());
    // Whoever holds a session by the old password, as what they were, or by an account that is closed, holds
    // none now.
    if (!isAdd && request.action != "enable") {
        if (auto closed = storage.closeSessionsOf(account->id); !closed)
            return tl::unexpected(closed.error());
    }
    return json::serialize(json::object{{"accounts", json::array{shown(*account, *known)}}});
}

} // namespace deskbell::server
