#include "protocol/writer.h"

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
            constexpr std::string_view hex = "0123456789abcdef";
            m_out += "u00";
            m_out += hex[byte >> 4];
            m_out += hex[byte & 0xf];
        }
    }
    m_out.append(value.substr(clean));
    m_out += '"';
}

} // namespace deskbell::protocol
