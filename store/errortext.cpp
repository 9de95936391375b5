#include "store/errortext.h"

#include "protocol/json.h"
#include "store/database.h"

namespace deskbell::store {

namespace json = protocol::json;

std::string encodeError(const Error &error)
{
    json::object facts;
    for (const auto &[name, value] : error.facts)
        facts[name] = value;
    return json::serialize(json::object{{"code", error.code}, {"facts", std::move(facts)}});
}

Error decodeError(std::string_view text)
{
    Error error{std::string(failurecode::damaged), {}};
    const auto value = protocol::parseJson(text);
    if (!value || !value->is_object())
        return error;
    const json::object &object = value->get_object();
    if (const auto *code = object.if_contains("code"); code && code->is_string())
        error.code = std::string(code->get_string());
    if (const auto *facts = object.if_contains("facts"); facts && facts->is_object()) {
        for (const auto &[name, fact] : facts->get_object()) {
            if (fact.is_string())
                error.facts.emplace(std::string(name), std::string(fact.get_string()));
        }
    }
    return error;
}

} // namespace deskbell::store
