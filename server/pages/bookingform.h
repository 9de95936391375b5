#pragma once

// Checks a guest's input field by field: the search (dates, party, rooms) and the details. An
// invalid field is named with the key of the text that explains it. Pure, any thread.

#include <string>
#include <vector>

#include "http/message.h"
#include "server/pages/guestdesk.h"
#include "server/pages/texts.h"

namespace deskbell::server {

struct FieldError
{
    std::string field;
    std::string text; ///< a key of the texts
    friend bool operator==(const FieldError &, const FieldError &) = default;
};
using FieldErrors = std::vector<FieldError>;

/// Where nothing was said: one night from the business date for two. `errors` gets what is wrong; the
/// wish is then as near to what was meant as can be shown again.
Wish readWish(const http::Parameters &fields, Date businessDate, FieldErrors &errors);
/// Of what has no dates and no party, nothing can be wrong with them.
void dropStayErrors(FieldErrors &errors);
/// The same as a query: "arrival=…&departure=…".
std::string wishQuery(const Wish &wish);

struct Details
{
    std::string name;
    std::string phone;
    std::string email;
    std::string note;
    bool wantsNotices = true;
    bool leavesCard = false; ///< to be charged after the hotel's yes

    Guest guest(Language language) const;
};
/// As they stand on what was ordered.
Details detailsOf(const Guest &guest, const std::string &note);
Details readDetails(const http::Parameters &fields, FieldErrors &errors);

} // namespace deskbell::server
