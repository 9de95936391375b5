#pragma once

// The bytes of a booking file as one UTF-8 text with line feeds, whatever program wrote them: UTF-8,
// UTF-16 with or without its mark, CP949 (what Korean table programs write), and lines that end in a
// carriage return alone. Pure.

#include <string>
#include <string_view>

#include "domain/expected.h"

namespace deskbell::server {

struct BookingText
{
    std::string text;     ///< a record that is no UTF-8 is told when it is read
    std::string encoding; ///< "UTF-8", "UTF-16LE", "CP949", …: as it was found, for people
};

/// `encoding` names the file's encoding as iconv does; empty: found out. Errors: "encoding-unknown"
/// (facts: encoding), "encoding-broken" (facts: encoding, line).
Expected<BookingText> readBookingText(std::string bytes, const std::string &encoding = {});

} // namespace deskbell::server
