#pragma once

// The command that puts a thing as it is: what is to change is changed in there.

#include "domain/command/setupcommands.h"

namespace deskbell {

PutOffering asItIs(const Offering &offering);
PutUnit asItIs(const Unit &unit);

} // namespace deskbell
