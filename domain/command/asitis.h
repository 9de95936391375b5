#pragma once

// The command that sets a thing to its current values, as a start for a change.

#include "domain/command/setupcommands.h"

namespace deskbell {

PutOffering asItIs(const Offering &offering);
PutUnit asItIs(const Unit &unit);

} // namespace deskbell
