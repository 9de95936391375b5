#include <iterator>

#include <boost/algorithm/hex.hpp>

#include "protocol/rows.h"

namespace deskbell::protocol {
namespace {

std::uint64_t hashOf(const Uuid &id, std::uint32_t version)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto add = [&](std::uint8_t byte) { hash = (hash ^ byte) * 0x100000001b3; };
    for (const std::uint8_t byte : id.bytes)
        add(byte);
    for (int shift = 24; shift >= 0; shift -= 8)
        add(static_cast<std::uint8_t>(version >> shift));
    return hash;
}

} // namespace

void Digest::add(const Uuid &id, std::uint32_t version)
{
    m_sum += hashOf(id, version);
}

void Digest::remove(const Uuid &id, std::uint32_t version)
{
    m_sum -= hashOf(id, version);
}

std::string Digest::text() const
{
    std::string digits;
    boost::algorithm::hex_lower(&m_sum, &m_sum + 1, std::back_inserter(digits));
    return digits;
}

DigestTexts RowDigests::texts() const
{
    DigestTexts texts;
    for (std::size_t i = 0; i < entityCount; ++i)
        texts[i] = m_digests[i].text();
    return texts;
}

bool RowDigests::agreesWith(const DigestTexts &theirs) const
{
    for (std::size_t i = 0; i < entityCount; ++i) {
        if (theirs[i].empty() ? m_digests[i] != Digest() : m_digests[i].text() != theirs[i])
            return false;
    }
    return true;
}

} // namespace deskbell::protocol
