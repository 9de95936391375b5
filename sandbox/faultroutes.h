// The faults over HTTP: POST, GET and DELETE of /_sandbox/faults. The book outlives the router.
#pragma once

#include "http/router.h"
#include "sandbox/faultbook.h"

namespace deskbell::sandbox {

void addFaultRoutes(http::Router &router, FaultBook &faults);

} // namespace deskbell::sandbox
