// An Error as text, for the sealed columns of intent.db. Data thread.
#pragma once

#include <string>
#include <string_view>

#include "domain/expected.h"

namespace deskbell::store {

std::string encodeError(const Error &error);
/// What cannot be read is the error "store-damaged".
Error decodeError(std::string_view text);

} // namespace deskbell::store
