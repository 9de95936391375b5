#include "server/daemon/guestlinkadmin.h"

#include "domain/text.h"
#include "protocol/json.h"

namespace deskbell::server {
namespace {

namespace json = boost::json;

constexpr std::string_view ownPath = "/my/";

/// The token at the end of a link, or the text itself.
std::string_view tokenIn(std::string_view which)
{
    if (const auto at = which.rfind(ownPath); at != std::string_view::npos)
        which.remove_prefix(at + ownPath.size());
    return which.substr(0, which.find_first_of("/?#"));
}

} // namespace

std::string encodeGuestLinkRequest(const GuestLinkRequest &request)
{
    return json::serialize(json::object{{"action", request.action}, {"which", request.which}});
}

Expected<GuestLinkRequest> decodeGuestLinkRequest(std::string_view text)
{
    const auto parsed = protocol::parseJson(text, {4 * 1024, 2});
    if (!parsed)
        return tl::unexpected(parsed.error());
    if (!parsed->is_object())
        return failure("bad-guest-link-request");
    return GuestLinkRequest{protocol::textAt(parsed->get_object(), "action"),
                            protocol::textAt(parsed->get_object(), "which")};
}

Expected<std::string> administerGuestLink(const GuestLinkRequest &request, Storage &storage,
                                          GuestLinks::Settings settings, GuestLinks::BaseUrl baseUrl)
{
    if (request.action != "show" && request.action != "revoke")
        return failure("unknown-guest-link-action", {{"action", request.action}});
    const auto links = GuestLinks::make(settings, storage, std::move(baseUrl));
    if (!links)
        return tl::unexpected(links.error());
    const auto id = parseUuid(request.which);
    const auto reservation =
        id ? std::optional(ReservationId{*id}) : links->reservationOf(tokenIn(request.which));
    if (!reservation)
        return failure("link-unknown");
    const auto record = storage.guestRecord(*reservation);
    if (!record)
        return tl::unexpected(record.error());
    if (!*record)
        return failure("link-unknown");
    if (request.action == "revoke") {
        if (const auto revoked = storage.revokeGuestLinks(*reservation); !revoked)
            return tl::unexpected(revoked.error());
    }
    const auto link = links->linkTo(*reservation);
    if (!link)
        return tl::unexpected(link.error());
    const Date goodUntil = (*record)->reservation.stay.departure + settings.goodFor;
    return json::serialize(json::object{{"reservation", toString(*reservation)},
                                        {"code", shortCode(*reservation)},
                                        {"link", *link},
                                        {"goodUntil", deskbell::toString(goodUntil)}});
}

} // namespace deskbell::server
