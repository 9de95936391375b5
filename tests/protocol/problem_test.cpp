// Whose word an HTTP refusal is: the backend's own, or somebody's in between.

#include "protocol/problem.h"

#include <gtest/gtest.h>

namespace deskbell::protocol {
namespace {

constexpr const char *ours = "application/problem+json";

std::string problem(const std::string &code, const std::string &status, const std::string &more = {})
{
    return R"({"type":"about:blank","title":"X","status":)" + status + R"(,"code":")" + code + "\"" + more +
           "}";
}

TEST(Problem, theBackendsOwnIsReadWithItsFacts)
{
    EXPECT_EQ(readProblem(401, ours, problem("token-refused", "401")), (Problem{401, "token-refused", {}}));
    EXPECT_EQ(readProblem(413, "application/Problem+JSON; charset=utf-8",
                          problem("json-too-large", "413", R"(,"facts":{"limit":"5","n":7})")),
              (Problem{413, "json-too-large", {{"limit", "5"}}}));
    EXPECT_EQ(readProblem(507, ours, problem("storage-full", "507"))->code, "storage-full");
}

TEST(Problem, whatSomebodyElseSaysIsNone)
{
    const std::string good = problem("token-refused", "401");
    for (const char *type : {"", "text/html", "application/json", "application/problem+xml", "problem+json",
                             "application/problem+jsonx"})
        EXPECT_FALSE(readProblem(401, type, good)) << type;
    EXPECT_FALSE(readProblem(403, ours, good)) << "another status than the answer's";
    for (const std::string &body :
         {std::string(), std::string("<html>"), std::string("[1]"), std::string("7"), good + "x",
          problem("forbidden-by-proxy", "401"), problem("token-refused", "\"401\""), problem("", "401"),
          std::string(R"({"title":"X","status":401,"code":"token-refused"})"),
          std::string(R"({"type":"about:blank","status":401,"code":"token-refused"})"),
          std::string(R"({"type":"about:blank","title":"X","status":401})"),
          std::string(R"({"type":"about:blank","title":"X","status":401,"code":7})"),
          std::string(R"({"type":"about:blank","title":"X","code":"token-refused"})")})
        EXPECT_FALSE(readProblem(401, ours, body)) << body;
}

} // namespace
} // namespace deskbell::protocol
