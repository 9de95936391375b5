// How a call ends, whichever provider was called: with its answer, or, when a fault has hit it, with an
// answer that is wrong in the fault's way, with the connection closed, or never. What a provider says in its
// own words is handed in.
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
