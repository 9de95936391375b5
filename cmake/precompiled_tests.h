// As precompiled_std.h, with what the tests without Qt are written in.
#include "precompiled_std.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
