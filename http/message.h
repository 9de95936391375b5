// Requests and responses as plain values, with no library's types in them. A Request is complete
// (header and decoded body) when a handler gets it, and is the handler's own; a Response is given
// to a Responder, which owns it from then on. Values: use them on any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace deskbell::http {

/// Name-value pairs in their order, names compared without regard to case.
class Headers
{
public:
    using Field = std::pair<std::string, std::string>;

    Headers() = default;
    Headers(std::initializer_list<Field> fields) : m_fields(fields) {}

    std::optional<std::string_view> find(std::string_view name) const;
    /// The value, or nothing at all ("").
    std::string_view get(std::string_view name) const;
    std::size_t count(std::string_view name) const;
    void set(std::string name, std::string value);
    void add(std::string name, std::string value);
    void remove(std::string_view name);

    auto begin() const { return m_fields.begin(); }
    auto end() const { return m_fields.end(); }
    std::size_t size() const { return m_fields.size(); }

private:
    std::vector<Field> m_fields;
};

/// Decoded query or path parameters; names are compared exactly.
class Parameters
{
public:
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view get(std::string_view name) const;
    void add(std::string name, std::string value);

    auto begin() const { return m_fields.begin(); }
    auto end() const { return m_fields.end(); }
    std::size_t size() const { return m_fields.size(); }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

struct Request
{
    std::string id;        ///< made here, unique in this process; answered as X-Request-Id
    std::string method;    ///< as sent: "GET", "POST", …
    std::string target;    ///< as sent: "/v1/a%20b?x=1"
    std::string path;      ///< the target without its query, still percent-encoded
    std::string route;     ///< the pattern that matched: "/v1/properties/{p}/snapshot"
    Parameters parameters; ///< of the path, decoded: {p}
    Parameters query;      ///< decoded
    Headers headers;
    std::string body;          ///< transfer and content coding removed
    std::string remoteAddress; ///< of who asks, before the proxies that are trusted
    bool isTls = false;

    /// A path parameter that the route is known to have.
    std::string_view parameter(std::string_view name) const { return parameters.get(name); }
};

/// Gives the body piece by piece, asked on an io thread whenever the client has taken the last
/// piece, one call at a time; nullopt ends it. Pieces of some 64 KiB are good. If it throws, the
/// connection is cut without the final chunk, so the client sees that the body is not whole.
using BodySource = std::function<std::optional<std::string>()>;

struct Response
{
    int status = 200;
    Headers headers;
    std::string body;
    std::string problem;        ///< the code of a problem, for the record of the request; not sent
    BodySource stream;          ///< when set, sent chunked in place of `body`
    bool isCompressible = true; ///< gzip it when the client accepts that and it is worth it

    static Response json(int status, std::string body);
    static Response text(int status, std::string body);
    static Response html(int status, std::string body);
    /// 204, or another status that needs no body.
    static Response empty(int status = 204);
    static Response streamed(std::string contentType, BodySource source);

    Response &&with(std::string name, std::string value) &&;
};

/// "Not Found" for 404; "Unknown" for what is not registered.
std::string_view statusPhrase(int status);

bool equalsIgnoringCase(std::string_view a, std::string_view b);

} // namespace deskbell::http
