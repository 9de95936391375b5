#pragma once

// Money, days and moments as guests read them, in their language and in the property's time zone.
// Pure, any thread.

#include <string>

#include "domain/money.h"
#include "domain/time.h"
#include "server/pages/texts.h"

namespace deskbell::server {

/// "128,000원", "€128.50", "CHF 128.50"
std::string moneyText(Money amount, Language language);
/// "2026년 5월 15일 (금)", "Fri 15 May 2026"
std::string dateText(Date date, Language language);
/// The same with a time by the property's own clocks, "Fri 15 May 2026, 19:30".
std::string minuteText(LocalMinute minute, Language language);
/// "2026년 5월 15일 (금) 14:05", "Fri 15 May 2026, 14:05", on the clocks of the IANA zone; of UTC, named
/// so, when there is no such zone on this machine.
std::string momentText(Instant moment, const std::string &zone, Language language);

} // namespace deskbell::server
