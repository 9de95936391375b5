#pragma once

// The choices that a person has about a refused command, derived from the refusal and from what is
// free now. A choice that submits again supersedes the refused command and keeps its reservation's
// id, so that one request never becomes two reservations. Pure; UI thread.

#include <QString>

#include <optional>
#include <vector>

#include "domain/command.h"
#include "models/frontdesk.h"
#include "ui/house.h"

namespace deskbell::ui {

struct Choice
{
    enum class Then {
        Submit,      ///< `args`, superseding
        OpenNew,     ///< the new reservation's dialog, filled from `args`
        OpenMove,    ///< the move's dialog, filled from `args`
        OpenPayment, ///< the payment dialog of the reservation
        OpenSetUp,   ///< the dialog that sets it up, filled from `args`
        Show,        ///< the reservation
        Drop,        ///< nothing more
    };
    Then then = Then::Drop;
    QString words;
    std::optional<CommandArgs> args;
    bool isKeeping = false; ///< a Drop that leaves the reservation as it is on purpose
    friend bool operator==(const Choice &, const Choice &) = default;
};

/// The best first; the last is always to drop it.
std::vector<Choice> choicesFor(const models::AttentionCard &card, const House &house);

/// The nearest dates, same length, on which the room type has so many rooms free throughout: later
/// first, then earlier but not before the business date.
std::vector<Stay> nearestFree(const House &house, const OfferingId &offering, const Stay &stay, int quantity);

} // namespace deskbell::ui
