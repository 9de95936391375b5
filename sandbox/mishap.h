// How a call to either provider ends: with its answer or, when a fault is switched on, with a wrong answer,
// a closed connection, or no answer. The provider's own error texts are passed in.
#pragma once

#include "http/responder.h"
#include "sandbox/faultbook.h"
#include "sandbox/wire.h"

#include <optional>
#include <string_view>

namespace deskbell::sandbox {

struct ProviderWords
{
    WireAnswer (*error)(std::string_view code);
    std::string_view serverError; ///< the code of a failure of its own
    /// An answer about something else than what was asked for; null where no fault asks for that.
    WireAnswer (*spoilt)(FaultKind kind, const WireAnswer &answer);
};

struct Ending
{
    std::optional<http::Response> response; ///< none: the call is not answered
    bool closes = false;                    ///< unanswered, at once; else when the caller gives up

    /// 0: not answered.
    int status() const { return response ? response->status : 0; }
    void carryOut(const http::Responder &responder) const;
};

/// `answer` is what the call came to; empty when it did nothing.
Ending endingOf(const std::optional<Fault> &fault, const WireAnswer &answer, const ProviderWords &words);

} // namespace deskbell::sandbox
