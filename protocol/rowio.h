#pragma once

// Rows inside other messages. Internal to protocol/.

#include "protocol/read.h"
#include "protocol/rows.h"
#include "protocol/write.h"

namespace deskbell::protocol {

void write(Writer &out, const Row &row);
void read(const Node &node, Row &row, Strictness strictness);

} // namespace deskbell::protocol
