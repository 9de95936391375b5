#pragma once

// Checks whether a request declares a JSON body. Pure, any thread.

#include "http/message.h"

namespace deskbell::server {

/// One Content-Type, application/json, with or without parameters.
bool isJson(const http::Request &request);

} // namespace deskbell::server
