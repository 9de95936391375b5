#pragma once

// The codes with which the domain refuses a command, each with the facts it brings. A clerk reads
// the sentence that ui/ makes of them; programs compare the code.

#include <string_view>

namespace deskbell::refusal {

inline constexpr std::string_view unknownReservation = "unknown-reservation"; // reservation
inline constexpr std::string_view alreadyExists = "already-exists"; // reservation | payment | refund
inline constexpr std::string_view wrongState =
    "wrong-state"; // state, command (and payment | refund, when its state is meant)
inline constexpr std::string_view roleNotAllowed = "role-not-allowed";            // role, command
inline constexpr std::string_view unknownOffering = "unknown-offering";           // offering
inline constexpr std::string_view unknownUnit = "unknown-unit";                   // unit
inline constexpr std::string_view unitOfOtherOffering = "unit-of-other-offering"; // unit
inline constexpr std::string_view unitNotUsed = "unit-not-used";                  // workflow: gives no unit
inline constexpr std::string_view noUnit = "no-unit";             // offering: none is set up, or none is free
inline constexpr std::string_view unitTaken = "unit-taken";       // unit, arrival, departure
inline constexpr std::string_view unitOccupied = "unit-occupied"; // unit, reservation: whose guest is in it
inline constexpr std::string_view noCommonNights = "no-common-nights"; // reservation, other: to exchange
inline constexpr std::string_view noStock = "no-stock";                // offering, night, free, wanted
inline constexpr std::string_view badStay = "bad-stay";                // arrival, departure
inline constexpr std::string_view badQuantity = "bad-quantity";        // quantity
inline constexpr std::string_view badParty = "bad-party";              // adults, children
inline constexpr std::string_view priceChanged = "price-changed";      // expected, got: totals, minor units
inline constexpr std::string_view badPrices = "bad-prices";            // expected, got
inline constexpr std::string_view guestNameMissing = "guest-name-missing";
inline constexpr std::string_view nameNotPlain =
    "name-not-plain"; // a link or a telephone number in a guest's own name
inline constexpr std::string_view textTooLong = "text-too-long"; // field, limit
inline constexpr std::string_view badText = "bad-text"; // field: not UTF-8, or control characters in it
inline constexpr std::string_view badCurrency = "bad-currency"; // currency: not of ISO 4217
inline constexpr std::string_view otherSlots =
    "other-slots"; // offering: its stock is counted by another kind of slot
inline constexpr std::string_view changedMeanwhile =
    "changed-meanwhile"; // field: changed by others, too; changed: all that the maker changed, with commas
inline constexpr std::string_view changedSince = "changed-since"; // reservation: it cannot be undone any more
inline constexpr std::string_view partyTooLarge = "party-too-large"; // guests, most
inline constexpr std::string_view nameTaken = "name-taken";          // name: another room has it
inline constexpr std::string_view reasonMissing = "reason-missing";
inline constexpr std::string_view badAmount = "bad-amount";                    // amount
inline constexpr std::string_view otherCurrency = "other-currency";            // expected, got
inline constexpr std::string_view moreThanOwed = "more-than-owed";             // amount, chargeable
inline constexpr std::string_view moreThanRefundable = "more-than-refundable"; // amount, refundable
inline constexpr std::string_view nothingToPay = "nothing-to-pay";
inline constexpr std::string_view tokenMissing = "token-missing";
inline constexpr std::string_view paymentMissing = "payment-missing"; // amount: what must be paid with it
inline constexpr std::string_view cardNotUsed = "card-not-used";      // workflow: charges no card later
inline constexpr std::string_view phoneMissing = "phone-missing";
inline constexpr std::string_view tooManyUnpaid = "too-many-unpaid";     // most, unpaid
inline constexpr std::string_view unknownPayment = "unknown-payment";    // payment
inline constexpr std::string_view unknownRefund = "unknown-refund";      // refund
inline constexpr std::string_view unknownNotice = "unknown-notice";      // notice
inline constexpr std::string_view paymentUnderWay = "payment-under-way"; // payment
inline constexpr std::string_view folioNotSettled = "folio-not-settled"; // owed
inline constexpr std::string_view arrivalNotDue = "arrival-not-due";     // arrival, businessDate
inline constexpr std::string_view unitMissing = "unit-missing";
inline constexpr std::string_view badBusinessDate = "bad-business-date"; // businessDate, to
inline constexpr std::string_view unknownWorkflow = "unknown-workflow";  // workflow
inline constexpr std::string_view unknownTimeZone = "unknown-time-zone"; // zone
inline constexpr std::string_view nameMissing = "name-missing";          // field
inline constexpr std::string_view badNumber = "bad-number";              // field, value
inline constexpr std::string_view lessThanSold = "less-than-sold";       // offering, capacity, sold
inline constexpr std::string_view guestErased = "guest-erased";          // reservation
inline constexpr std::string_view notOnSale = "not-on-sale";             // offering; or property: true
inline constexpr std::string_view unitClosed = "unit-closed";            // unit
inline constexpr std::string_view offeringInUse = "offering-in-use";     // offering: reserved, or has units
inline constexpr std::string_view unitInUse = "unit-in-use"; // unit: guests have it where it is now
inline constexpr std::string_view notThen = "not-then"; // offering, startsAt: a performance of another date

/// Why the engine ended a reservation; `noStock` is such a reason, too.
inline constexpr std::string_view notPaidInTime = "not-paid-in-time";
inline constexpr std::string_view cardDeclined = "card-declined"; // what had to be paid first was not

} // namespace deskbell::refusal
