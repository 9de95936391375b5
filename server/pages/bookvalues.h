#pragma once

// Fills in the booking pages. Pure, any thread.

#include "server/pages/bookingform.h"
#include "server/pages/pagewords.h"
#include "server/pages/templates.h"

namespace deskbell::server {

/// What the house's first page is about: the one kind that it offers, or rooms among others.
OfferingKind aboutOf(const House &house);
void setSearch(PageValues &values, const PageWords &words, const Wish &wish, const House &house,
               const FieldErrors &errors);
/// Each choice with its price and the way to its details; those that must be paid at once cannot be
/// taken where no card can be charged.
void setChoices(PageValues &values, const PageWords &words, const std::vector<Choice> &choices,
                const Wish &wish, const std::string &detailsPath, bool canCharge);
/// What is about to be ordered, with its price.
void setOrder(PageValues &values, const PageWords &words, const Choice &choice, const Wish &wish);
/// `takesCard`: one may be left, to be charged after the hotel's yes.
void setDetails(PageValues &values, const PageWords &words, const Details &details, const FieldErrors &errors,
                bool takesCard);
/// Seats and copies are chosen with the details, rooms with the search. `most` 0: it is not to be chosen.
void setQuantity(PageValues &values, const Choice &choice, const Wish &wish, int most);

/// After setOrder() and setQuantity(), of what has been ordered already: that its details can be corrected,
/// and how many of it were ordered.
void setMade(PageValues &values, const PageWords &words, const Choice &choice, const Wish &wish);

/// Which texts say how an offering's reservations go on, and what the button does.
std::string conditionKey(const Workflow &workflow);
std::string submitKey(const Workflow &workflow);
/// "Thu 4 Jun 2026 – Sat 6 Jun 2026, 2 nights"; nothing for what has no dates.
std::string stayText(const PageWords &words, const Workflow &workflow, const Stay &stay);
/// "1 room", "2 seats", "1 copy"
std::string quantityText(const PageWords &words, const Workflow &workflow, int quantity);
std::string partyText(const PageWords &words, int adults, int children);

} // namespace deskbell::server
