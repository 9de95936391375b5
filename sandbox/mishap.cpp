#include "sandbox/mishap.h"

namespace deskbell::sandbox {

using http::Response;

namespace {

Response toResponse(const WireAnswer &answer)
{
    return Response::json(answer.status, answer.body);
}

} // namespace

Ending endingOf(const std::optional<Fault> &fault, const WireAnswer &answer, const ProviderWords &words)
{
    // These are in what the call does, or in when.
    const bool isAnswered = !fault || fault->kind == FaultKind::slow || fault->kind == FaultKind::decline ||
                            fault->kind == FaultKind::result;
    if (isAnswered)
        return {toResponse(answer)};
    switch (fault->kind) {
    case FaultKind::refuse:
        return {toResponse(words.error(fault->code))};
    case FaultKind::error500:
        return {toResponse(words.error(words.serverError))};
    case FaultKind::html:
        return {Response::html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>")};
    case FaultKind::garbage:
        return {
            Response::json(200, answer.body.empty() ? "{" : answer.body.substr(0, answer.body.size() / 2))};
    case FaultKind::empty:
        return {Response::json(200, "")};
    case FaultKind::closeWithoutAnswer:
        return {std::nullopt, true};
    case FaultKind::wrongPayment:
    case FaultKind::wrongOrder:
    case FaultKind::wrongAmount:
    case FaultKind::wrongCurrency:
        if (words.spoilt)
            return {toResponse(words.spoilt(fault->kind, answer))};
        break;
    default:
        break;
    }
    return {};
}

void Ending::carryOut(const http::Responder &responder) const
{
    if (response)
        responder.send(*response);
    else if (closes)
        responder.abort();
    else // kept by its own callback until the client gives up
        responder.whenGone([responder] { responder.abort(); });
}

} // namespace deskbell::sandbox
