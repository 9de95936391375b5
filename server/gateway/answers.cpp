#include "server/gateway/answers.h"

#include <algorithm>
#include <array>

#include "http/problem.h"

namespace deskbell::server {
namespace {

struct Known
{
    std::string_view code;
    int status;
};

constexpr std::array known{
    Known{"refresh-refused", 401},
    Known{"refresh-reused", 401},
    Known{"sign-in-refused", 401},
    Known{"token-refused", 401},
    Known{"metrics-not-allowed", 403},
    Known{"other-device", 403},
    Known{"password-wrong", 403},
    Known{"property-not-allowed", 403},
    Known{"role-not-allowed", 403},
    Known{"unknown-reservation", 404},
    Known{"not-reconciled", 404},
    Known{"unknown-property", 404},
    Known{"unknown-session", 404},
    Known{"device-taken", 409},
    Known{"cursor-gone", 410},
    Known{"json-too-large", 413},
    Known{"not-json", 415},
    Known{"password-like-name", 422},
    Known{"password-too-common", 422},
    Known{"password-too-long", 422},
    Known{"password-too-short", 422},
    Known{"storage-corrupt", 500},
    Known{"storage-failed", 500},
    Known{"password-not-hashed", 503},
    Known{"server-busy", 503},
    Known{"server-stopping", 503},
    Known{"storage-away", 503},
    Known{"storage-busy", 503},
    Known{"storage-read-only", 503},
    Known{"storage-stopped", 503},
    Known{"storage-unknown", 503},
    Known{"storage-full", 507},
};

} // namespace

http::Response problemOf(const Error &error)
{
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const Known &each) { return each.code == error.code; });
    // What else the storage says is its own trouble; the rest says that the request could not be read.
    const int otherwise = error.code.starts_with("storage-") ? 500 : 400;
    http::Problem problem{found == known.end() ? otherwise : found->status, error.code, {}, {}};
    if (problem.status < 500)
        problem.facts.assign(error.facts.begin(), error.facts.end());
    http::Response response = http::problemResponse(problem);
    if (problem.status == 401)
        response.headers.set("WWW-Authenticate", "Bearer");
    if (problem.status == 503)
        response.headers.set("Retry-After", "1");
    return response;
}

http::Response tryLater(int status, std::string_view code, std::chrono::milliseconds wait)
{
    const auto seconds =
        std::max<std::chrono::seconds::rep>(1, std::chrono::ceil<std::chrono::seconds>(wait).count());
    return http::problemResponse(status, std::string(code)).with("Retry-After", std::to_string(seconds));
}

} // namespace deskbell::server
