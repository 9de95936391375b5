// Prints the shapes of all rows and commands, as JSON for scripts/openapi: schemas by name, as OpenAPI has
// them.

#include <iostream>

#include <boost/json.hpp>
#include <boost/type_index.hpp>

#include "domain/command.h"
#include "domain/entities.h"

namespace deskbell {
namespace {

namespace json = boost::json;

template <typename T>
std::string nameOf()
{
    const std::string whole = boost::typeindex::type_id<T>().pretty_name();
    return whole.substr(whole.rfind(':') + 1);
}

json::object reference(const std::string &name)
{
    return {{"$ref", "#/components/schemas/" + name}};
}

/// Gathers the schemas of structs and of what is in them.
class Schemas
{
public:
    template <typename T>
    json::object of()
    {
        if constexpr (std::same_as<T, std::string>)
            return {{"type", "string"}};
        else if constexpr (std::same_as<T, bool>)
            return {{"type", "boolean"}};
        else if constexpr (std::integral<T>)
            return {{"type", "integer"}};
        else if constexpr (std::same_as<T, Date>)
            return reference("Date");
        else if constexpr (std::same_as<T, Instant>)
            return reference("Instant");
        else if constexpr (std::same_as<T, LocalMinute>)
            return reference("LocalMinute");
        else if constexpr (std::same_as<T, Currency>)
            return reference("Currency");
        else if constexpr (std::same_as<T, WorkflowName>)
            return reference("Workflow");
        else if constexpr (std::same_as<T, std::chrono::minutes>)
            return {{"type", "integer"}};
        else if constexpr (Named<T>)
            return enumeration<T>();
        else if constexpr (Described<T>)
            return structure<T>();
        else
            return {{"$ref", "#/components/schemas/Id"}};
    }

    template <typename T>
    json::object ofMember(const std::optional<T> &)
    {
        return of<T>();
    }
    template <typename T>
    json::object ofMember(const std::vector<T> &)
    {
        return {{"type", "array"}, {"items", of<T>()}};
    }
    template <typename T>
    json::object ofMember(const T &)
    {
        return of<T>();
    }

    template <typename T>
    json::object structure()
    {
        // "Workflow" is a name.
        const std::string name = std::same_as<T, Workflow> ? "WorkflowParameters" : nameOf<T>();
        if (!all.contains(name)) {
            all[name] = nullptr; // its place, before those of its members
            all[name] = members(T{}, {});
        }
        return reference(name);
    }

    template <typename T>
    json::object members(const T &value, json::object properties);

    template <Named Enum>
    json::object enumeration()
    {
        json::array names;
        for (const std::string_view name : namesOf<Enum>)
            names.emplace_back(name);
        all[nameOf<Enum>()] = json::object{{"enum", names}};
        return reference(nameOf<Enum>());
    }

    json::object all;
};

struct MemberVisitor
{
    Schemas &schemas;
    json::array required;
    json::object properties;

    template <typename T>
    void operator()(std::string_view name, const T &member)
    {
        required.emplace_back(name);
        properties[name] = name == "version" ? reference("Version") : schemas.ofMember(member);
    }
    /// As it travels: its name, and all of it where that is not a preset.
    void operator()(std::string_view name, const Workflow &)
    {
        (*this)(name, WorkflowName());
        properties[std::string(name) + "Terms"] = schemas.structure<Workflow>();
    }
    template <typename T>
    void maybe(std::string_view name, const T &member)
    {
        json::object schema = schemas.ofMember(member);
        if constexpr (std::same_as<T, bool>)
            schema["default"] = false;
        properties[name] = std::move(schema);
    }
};

template <typename T>
json::object Schemas::members(const T &value, json::object properties)
{
    MemberVisitor visitor{*this, {}, std::move(properties)};
    for (const auto &given : visitor.properties)
        visitor.required.emplace_back(given.key());
    describe(visitor, value);
    return {{"type", "object"},
            {"required", std::move(visitor.required)},
            {"properties", std::move(visitor.properties)}};
}

json::object allSchemas()
{
    Schemas schemas;
    json::array rows;
    forEachEntity([&]<typename Kind>() {
        const std::string name = nameOf<Kind>() + "Row";
        schemas.all[name] = schemas.members(Kind{}, {{"entity", {{"const", Kind::entityName}}}});
        rows.push_back(reference(name));
    });
    schemas.all["Row"] = json::object{{"oneOf", rows}};
    schemas.enumeration<Entity>();
    json::array types;
    forEachType(Commands(), [&]<typename Args>() {
        schemas.structure<Args>();
        schemas.all[nameOf<Args>()].as_object()["additionalProperties"] = false;
        json::object properties{{"type", {{"const", Args::spec.name}}}, {"args", reference(nameOf<Args>())}};
        types.push_back(json::object{{"properties", std::move(properties)}});
    });
    schemas.all["CommandArgs"] = json::object{{"oneOf", types}};
    schemas.enumeration<CommandType>();
    return schemas.all;
}

} // namespace
} // namespace deskbell

int main()
{
    std::cout << boost::json::serialize(deskbell::allSchemas()) << '\n';
}
