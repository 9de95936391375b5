// Takes a chunked body apart as strictly as heads are read: sizes in plain hexadecimal, extensions
// passed over, trailer fields checked and dropped. Owned by the reader of one request.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace deskbell::http::detail {

class ChunkDecoder
{
public:
    enum class Step { needsMore, complete, malformed, tooLarge };

    explicit ChunkDecoder(std::size_t maxBodyBytes) : m_maxBodyBytes(maxBodyBytes) {}

    /// Takes what it can off the front of `input` and adds data to `body`.
    Step advance(std::string &input, std::string &body);

private:
    enum class Part { size, data, dataEnd, trailer, complete };

    Step readSize(std::string_view line);
    Step readTrailer(std::string_view line);

    const std::size_t m_maxBodyBytes;
    Part m_part = Part::size;
    std::size_t m_left = 0; ///< of the chunk
    std::size_t m_bodyBytes = 0;
    std::size_t m_trailerBytes = 0;
};

} // namespace deskbell::http::detail
