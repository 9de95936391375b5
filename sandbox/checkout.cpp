#include "sandbox/checkout.h"

#include "http/percent.h"
#include "http/problem.h"
#include "sandbox/cardbook.h"
#include "sandbox/wire.h"

#include <array>
#include <cstdio>
#include <optional>

namespace deskbell::sandbox {

namespace {
constexpr http::RouteOptions small{.maxBodyBytes = 16 * 1024};

// What the shop hands over and the form keeps.
constexpr std::array fields{"amount", "orderId", "orderName", "successUrl", "failUrl", "lang", "customerKey"};

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

bool isWebAddress(std::string_view url)
{
    return url.starts_with("http://") || url.starts_with("https://");
}

/// Nothing when it is no order.
std::optional<CheckoutSession> orderIn(const http::Parameters &asked, const std::string &currency)
{
    const auto read =
        confirmRequest(R"({"paymentKey":"tgen_","orderId":)" + http::quotedJson(asked.get("orderId")) +
                           R"(,"amount":)" + std::string(asked.get("amount")) + "}",
                       currency);
    if (!read || !isWebAddress(asked.get("successUrl")) || !isWebAddress(asked.get("failUrl")))
        return std::nullopt;
    return CheckoutSession{{}, read->orderId, read->amount};
}

/// A card is to be left for later: there is nothing to pay.
bool isCardAsked(const http::Parameters &asked)
{
    return !asked.get("customerKey").empty() && asked.get("amount").empty() &&
           isWebAddress(asked.get("successUrl")) && isWebAddress(asked.get("failUrl"));
}

constexpr std::string_view style =
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:26rem;margin:2rem auto;padding:0 min(1rem,4vw);"
    "color:#1b2733;background:#eef3fb;overflow-wrap:break-word}form{background:#fff;padding:1.5rem "
    "min(1.5rem,5vw);"
    "border-radius:12px}.sum{font-size:min(1.6rem,9vw);font-weight:700;margin:.2rem 0 "
    "1rem}label{display:block;"
    "padding:.6rem 0}input:not([type=radio]){font:inherit;width:100%;box-sizing:border-box;padding:.5rem}"
    "fieldset{border:0;margin:0;padding:0;min-width:0}.no-card{color:#b3261e;font-weight:700}button{font:"
    "inherit;"
    "width:100%;padding:.8rem;margin-top:.8rem;border:1px solid #1f5fd6;border-radius:8px;"
    "background:#1f5fd6;color:#fff}button.no{background:#fff;color:#1f5fd6}";

using Say = std::function<std::string(const char *korean, const char *english)>;

/// As it stands on a card.
std::string inFours(std::string_view number)
{
    std::string text;
    for (; !number.empty(); number.remove_prefix(std::min<std::size_t>(4, number.size())))
        text += (text.empty() ? "" : " ") + std::string(number.substr(0, 4));
    return text;
}

/// Two cards to try, or any other by its number.
std::string cardFields(const http::Parameters &asked, const Say &say)
{
    const auto choice = [&asked](const std::string &value, bool isFirst, const std::string &text) {
        const bool isChosen = asked.get("card").empty() ? isFirst : asked.get("card") == value;
        return "<label><input type=\"radio\" name=\"card\" value=\"" + value + "\"" +
               (isChosen ? " checked" : "") + "> " + text + "</label>";
    };
    const auto field = [&asked](const std::string &name, const std::string &label, const std::string &hint) {
        return "<label>" + label + "<input name=\"" + name + "\" value=\"" + escaped(asked.get(name)) +
               "\" placeholder=\"" + hint + "\" inputmode=\"numeric\" autocomplete=\"off\"></label>";
    };
    return "<fieldset>" +
           choice("good", true,
                  say("승인되는 카드", "A card that is approved") + ": " + inFours(approvedNumber)) +
           choice("declined", false,
                  say("카드사가 거절하는 카드", "A card that its issuer declines") + ": " +
                      inFours(declinedNumber)) +
           choice("typed", false, say("다른 카드", "Another card")) +
           field("cardNumber", say("카드 번호", "Card number"), inFours(approvedNumber)) +
           field("cardExpirationMonth", say("유효기간 (월)", "Expires: month"), "MM") +
           field("cardExpirationYear", say("유효기간 (년)", "Expires: year"), "YY") + "</fieldset>";
}

/// `refusal`: the provider's code of why the card that was given is not taken; empty at first.
std::string page(const http::Parameters &asked, const std::string &currency, std::string_view refusal)
{
    const bool isKorean = asked.get("lang") == "ko";
    const Say say = [isKorean](const char *korean, const char *english) {
        return std::string(isKorean ? korean : english);
    };
    std::string html = "<!doctype html><html lang=\"" + say("ko", "en") +
                       "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                       "content=\"width=device-width, initial-scale=1\"><title>" +
                       say("결제 (연습)", "Payment (sandbox)") + "</title><style>" + std::string(style) +
                       "</style></head><body><form method=\"post\" action=\"/checkout\"><p>" +
                       say("연습용 결제창입니다. 실제 카드 번호를 넣지 마세요.",
                           "This window stands for the payment provider's. Enter no real card number.") +
                       "</p><p>" + escaped(asked.get("orderName")) + "</p><p class=\"sum\">" +
                       (isCardAsked(asked) ? say("카드 등록", "Card to be charged later")
                                           : escaped(asked.get("amount")) + " " + escaped(currency)) +
                       "</p>";
    if (!refusal.empty())
        html += "<p class=\"no-card\" role=\"alert\">" + std::string(errorMessage(refusal)) + " (" +
                std::string(refusal) + ")</p>";
    for (const char *field : fields)
        html += "<input type=\"hidden\" name=\"" + std::string(field) + "\" value=\"" +
                escaped(asked.get(field)) + "\">";
    html += cardFields(asked, say) + "<button name=\"do\" value=\"pay\" id=\"pay\">" +
            (isCardAsked(asked) ? say("등록하기", "Leave it") : say("결제하기", "Pay")) +
            "</button><button name=\"do\" value=\"leave\" id=\"leave\" class=\"no\">" +
            say("취소", "Cancel") + "</button></form></body></html>";
    return html;
}

/// The card that was chosen, or typed in.
TypedCard cardOf(const http::Parameters &form)
{
    const bool isTyped = form.get("card") == "typed" || !form.get("cardNumber").empty();
    if (isTyped)
        return {std::string(form.get("cardNumber")), std::string(form.get("cardExpirationYear")),
                std::string(form.get("cardExpirationMonth"))};
    return {std::string(form.get("card") == "declined" ? declinedNumber : approvedNumber), "99", "12"};
}

/// What a page uses of the provider's JavaScript SDK (version 2): it leads to the window above.
constexpr std::string_view standardSdk = R"js((() => {
  'use strict';
  const window_ = new URL('/checkout', document.currentScript.src);
  const go = (asked) => {
    window_.search = new URLSearchParams({...asked, lang: document.documentElement.lang}).toString();
    location.assign(window_);
    return new Promise(() => {});
  };
  window.TossPayments = (clientKey) => {
    if (!clientKey) throw new Error('INVALID_CLIENT_KEY');
    return {payment: ({customerKey}) => ({
      requestPayment: ({amount, orderId, orderName, successUrl, failUrl}) =>
        go({amount: amount.value, currency: amount.currency, orderId, orderName, successUrl, failUrl}),
      requestBillingAuth: ({successUrl, failUrl}) => go({customerKey, successUrl, failUrl}),
    })};
  };
  window.TossPayments.ANONYMOUS = 'ANONYMOUS';
})();
)js";

std::string with(std::string_view url, const std::string &query)
{
    return std::string(url) + (url.find('?') == std::string_view::npos ? "?" : "&") + query;
}
} // namespace

void CheckoutWindow::addRoutes(http::Router &router)
{
    router.get("/v2/standard", [](const http::Request &, const http::Responder &responder) {
        http::Response response = http::Response::text(200, std::string(standardSdk));
        response.headers.set("Content-Type", "text/javascript; charset=utf-8");
        responder.send(std::move(response));
    });
    router.get("/checkout", [this](const http::Request &q, const http::Responder &r) { show(q, r); })
        .post(
            "/checkout", [this](const http::Request &q, const http::Responder &r) { decide(q, r); }, small);
}

void CheckoutWindow::show(const http::Request &request, const http::Responder &responder) const
{
    if (!isCardAsked(request.query) && !orderIn(request.query, m_currency))
        return void(responder.send(http::problemResponse(400, "checkout_invalid")));
    responder.send(http::Response::html(200, page(request.query, m_currency, {})));
}

std::string CheckoutWindow::newKey(std::string_view beginning)
{
    const std::lock_guard lock(m_mutex);
    std::array<char, 33> random{};
    std::snprintf(random.data(), random.size(), "%016llx%016llx", static_cast<unsigned long long>(m_random()),
                  static_cast<unsigned long long>(m_random()));
    return std::string(beginning) + random.data();
}

std::string CheckoutWindow::withCard(const http::Parameters &form, bool isDeclined)
{
    return with(form.get("successUrl"),
                "customerKey=" + http::percentEncoded(form.get("customerKey")) +
                    "&authKey=" + newKey(isDeclined ? decliningAuthKey : authKeyBeginning));
}

std::string CheckoutWindow::withPayment(const http::Parameters &form, CheckoutSession session,
                                        bool isDeclined)
{
    session.paymentKey = newKey(isDeclined ? decliningKey : "tgen_");
    m_opened(session);
    return with(form.get("successUrl"), "paymentType=NORMAL&paymentKey=" + session.paymentKey +
                                            "&orderId=" + http::percentEncoded(session.orderId) +
                                            "&amount=" + http::percentEncoded(form.get("amount")));
}

void CheckoutWindow::decide(const http::Request &request, const http::Responder &responder)
{
    const auto read = http::parsedFields(request.body);
    if (!read)
        return void(responder.send(http::problemResponse(400, "checkout_invalid")));
    const http::Parameters &form = *read;
    const auto goTo = [&responder](const std::string &url) {
        responder.send(http::Response::empty(303).with("Location", url));
    };
    const bool isForLater = isCardAsked(form);
    const auto session = isForLater ? std::nullopt : orderIn(form, m_currency);
    if (!isForLater && !session)
        return void(responder.send(http::problemResponse(400, "checkout_invalid")));
    if (form.get("do") != "pay")
        return goTo(with(form.get("failUrl"), isForLater ? "code=USER_CANCEL&message=left"
                                                         : "code=PAY_PROCESS_CANCELED&message=left&orderId=" +
                                                               http::percentEncoded(session->orderId)));
    const TypedCard card = cardOf(form);
    if (const auto refusal = refusalOf(card, m_clock()))
        return void(responder.send(http::Response::html(400, page(form, m_currency, *refusal))));
    goTo(isForLater ? withCard(form, isDeclined(card)) : withPayment(form, *session, isDeclined(card)));
}

} // namespace deskbell::sandbox
