#include "protocol/writer.h"

#include <iterator>

#include <boost/algorithm/hex.hpp>

namespace deskbell::protocol {

void Writer::text(std::string_view value)
{
    separate();
    m_out += '"';
    std::size_t clean = 0; // start of what needs no escape and is not written yet
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto byte = static_cast<unsigned char>(value[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        m_out.append(value.substr(clean, i - clean));
        clean = i + 1;
        m_out += '\\';
        if (byte >= 0x20) {
            m_out += value[i];
        } else if (byte == '\n') {
            m_out += 'n';
        } else {
            m_out += "u00";
            boost::algorithm::hex_lower(&byte, &byte + 1, std::back_inserter(m_out));
        }
    }
    m_out.append(value.substr(clean));
    m_out += '"';
}

} // namespace deskbell::protocol
