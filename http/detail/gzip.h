// gzip both ways over zlib: a deflater fed piece by piece for answers, and a whole inflation
// under a size limit for request bodies. An object belongs to one connection and its strand.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace deskbell::http::detail {

class GzipDeflater
{
public:
    explicit GzipDeflater(int level);
    ~GzipDeflater();
    GzipDeflater(const GzipDeflater &) = delete;
    GzipDeflater &operator=(const GzipDeflater &) = delete;

    /// What is ready after this input; may be empty until the last piece.
    std::string add(std::string_view input, bool isLast);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

enum class GunzipError { malformed, tooLarge };
tl::expected<std::string, GunzipError> gunzipped(std::string_view input, std::size_t maxBytes);

} // namespace deskbell::http::detail
