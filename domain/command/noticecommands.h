#pragma once

// Commands that record the outcome of notices. Each is a plain struct with its descriptor; see
// commandspec.h.

#include <string>

#include "domain/command/commandspec.h"

namespace deskbell {

/// From the notice worker: everything but Queued for the first time. Queued by SMS after Alimtalk is
/// the fallback; `providerCode` then says why.
struct RecordNoticeOutcome
{
    static constexpr CommandSpec spec{"record-notice-outcome", Givers::systemOnly(), States::any()};

    ReservationId reservation{};
    NoticeId notice{};
    NoticeState outcome = NoticeState::Uncertain;
    NoticeWay way = NoticeWay::Alimtalk;
    std::string message;
    std::string providerCode;
    friend bool operator==(const RecordNoticeOutcome &, const RecordNoticeOutcome &) = default;
};

void describe(auto &visit, Of<RecordNoticeOutcome> auto &args)
{
    visit("reservation", args.reservation);
    visit("notice", args.notice);
    visit("outcome", args.outcome);
    visit.maybe("way", args.way);
    visit.maybe("message", args.message);
    visit.maybe("providerCode", args.providerCode);
}

} // namespace deskbell
