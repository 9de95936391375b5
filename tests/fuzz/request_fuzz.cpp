// Feeds arbitrary bytes, cut anywhere, to the reading of requests, and checks what must hold of
// whatever comes out. The first byte says how the rest is cut.
#include "http/detail/requestreader.h"

#include <cstdlib>

namespace {
using deskbell::http::Limits;
using deskbell::http::detail::RequestReader;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

Limits smallLimits()
{
    Limits limits;
    limits.maxHeaderBytes = 2'000;
    limits.maxTargetBytes = 500;
    limits.maxHeaderFields = 20;
    return limits;
}

void checkHead(const deskbell::http::detail::Head &head, const Limits &limits)
{
    require(head.headers.count("Host") == 1);
    require(!(head.isChunked && head.contentLength));
    require(head.target.size() <= limits.maxTargetBytes && head.target.front() == '/');
    for (const auto &[name, value] : head.headers)
        require(!name.empty() && (name + value).find_first_of(std::string("\r\n\0", 3)) == std::string::npos);
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    static const Limits limits = smallLimits();
    constexpr std::size_t maxBody = 1'000;
    const std::size_t cut = data[0] == 0 ? size : data[0];
    const std::string bytes(reinterpret_cast<const char *>(data + 1), size - 1);
    RequestReader reader(limits);
    std::string input;
    std::size_t at = 0;
    while (true) {
        switch (reader.advance(input)) {
        case RequestReader::Step::headRead:
            checkHead(reader.head(), limits);
            reader.acceptBody(maxBody);
            break;
        case RequestReader::Step::complete:
            require(reader.takeBody().size() <= maxBody);
            reader.reset();
            break;
        case RequestReader::Step::refused:
            require(reader.refusal().status >= 400 && !reader.refusal().code.empty());
            return 0;
        case RequestReader::Step::needsMore:
            if (at == bytes.size())
                return 0;
            input += bytes.substr(at, cut);
            at = std::min(at + cut, bytes.size());
        }
    }
}
