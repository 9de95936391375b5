#include "http/detail/gzip.h"

#include <algorithm>
#include <limits>
#include <new>
#include <zlib.h>

namespace deskbell::http::detail {

namespace {
constexpr int gzipWindowBits = 15 + 16; // 16 asks zlib for gzip's own header and trailer
constexpr std::size_t pieceBytes = 64 * 1024;

Bytef *writable(std::string_view text)
{
    // zlib's input pointer is not const for historical reasons; it does not write to it.
    return reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
}
} // namespace

struct GzipDeflater::State
{
    z_stream stream{};
};

GzipDeflater::GzipDeflater(int level) : m_state(std::make_unique<State>())
{
    if (deflateInit2(&m_state->stream, level, Z_DEFLATED, gzipWindowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
}

GzipDeflater::~GzipDeflater()
{
    deflateEnd(&m_state->stream);
}

std::string GzipDeflater::add(std::string_view input, bool isLast)
{
    z_stream &stream = m_state->stream;
    std::string out;
    std::size_t produced = 0;
    do {
        const std::size_t part = std::min<std::size_t>(input.size(), std::numeric_limits<uInt>::max() / 2);
        stream.next_in = writable(input);
        stream.avail_in = static_cast<uInt>(part);
        input.remove_prefix(part);
        const int flush = isLast && input.empty() ? Z_FINISH : Z_NO_FLUSH;
        do {
            out.resize(produced + pieceBytes);
            stream.next_out = reinterpret_cast<Bytef *>(out.data() + produced);
            stream.avail_out = static_cast<uInt>(pieceBytes);
            deflate(&stream, flush);
            produced += pieceBytes - stream.avail_out;
        } while (stream.avail_out == 0);
    } while (!input.empty());
    out.resize(produced);
    return out;
}

tl::expected<std::string, GunzipError> gunzipped(std::string_view input, std::size_t maxBytes)
{
    z_stream stream{};
    if (inflateInit2(&stream, gzipWindowBits) != Z_OK)
        throw std::bad_alloc();
    const std::unique_ptr<z_stream, int (*)(z_stream *)> guard(&stream, inflateEnd);
    stream.next_in = writable(input);
    stream.avail_in =
        static_cast<uInt>(std::min<std::size_t>(input.size(), std::numeric_limits<uInt>::max()));
    std::string out;
    int result = Z_OK;
    while (result == Z_OK) {
        const std::size_t produced = out.size();
        // One byte more than allowed tells "exactly full" from "too large".
        const std::size_t room = std::min(pieceBytes, maxBytes + 1 - produced);
        out.resize(produced + room);
        stream.next_out = reinterpret_cast<Bytef *>(out.data() + produced);
        stream.avail_out = static_cast<uInt>(room);
        result = inflate(&stream, Z_NO_FLUSH);
        out.resize(produced + room - stream.avail_out);
        if (out.size() > maxBytes)
            return tl::unexpected(GunzipError::tooLarge);
    }
    // What follows the first member is neither read nor trusted.
    if (result != Z_STREAM_END || stream.avail_in != 0)
        return tl::unexpected(GunzipError::malformed);
    return out;
}

} // namespace deskbell::http::detail
