#include "server/gateway/spool.h"

#include <stdexcept>

namespace deskbell::server {
namespace {

constexpr std::size_t pieceBytes = 64 * 1024;

} // namespace

Expected<void> Spool::add(std::string piece)
{
    if (!m_file && m_inMemory + piece.size() <= m_mostInMemory) {
        m_inMemory += piece.size();
        m_pieces.push_back(std::move(piece));
        return {};
    }
    if (!m_file)
        m_file.reset(std::tmpfile());
    if (!m_file || std::fwrite(piece.data(), 1, piece.size(), m_file.get()) != piece.size())
        return failure("storage-full", {{"reason", "temporary file"}});
    return {};
}

std::optional<std::string> Spool::next()
{
    if (!m_pieces.empty()) {
        std::string piece = std::move(m_pieces.front());
        m_pieces.pop_front();
        return piece;
    }
    if (!m_file)
        return std::nullopt;
    if (!std::exchange(m_isReading, true))
        std::rewind(m_file.get());
    std::string piece(pieceBytes, '\0');
    piece.resize(std::fread(piece.data(), 1, piece.size(), m_file.get()));
    if (std::ferror(m_file.get()))
        throw std::runtime_error("spool");
    if (piece.empty())
        return std::nullopt;
    return piece;
}

} // namespace deskbell::server
