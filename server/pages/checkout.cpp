#include "server/pages/checkout.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "domain/command.h"
#include "http/percent.h"
#include "server/pages/forms.h"
#include "server/workers/payment/tossanswer.h"

namespace deskbell::server {
namespace {

constexpr std::string_view version = "1";
constexpr std::size_t lineCount = 6;
constexpr std::size_t nameDigits = 12; ///< of the order's id that tell its cookie
constexpr std::size_t maxOrderName = 100;
constexpr std::size_t maxCardKey = 300;

std::optional<Money> moneyIn(std::string_view text)
{
    Money money;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), money.minor);
    const auto currency = parseCurrency(
        text.substr(std::min<std::size_t>(static_cast<std::size_t>(end - text.data()) + 1, text.size())));
    if (error != std::errc{} || !currency)
        return std::nullopt;
    money.currency = *currency;
    return money;
}

/// No more than the currency has: amounts of sources are rounded elsewhere, what was paid is not.
bool isWhole(std::string_view amount, Currency currency)
{
    const std::size_t point = amount.find('.');
    if (point == std::string_view::npos)
        return true;
    const auto digits = static_cast<std::size_t>(minorUnitDigits(currency));
    return amount.find_first_not_of('0', point + 1 + digits) == std::string_view::npos;
}

std::string commonQuery(const CheckoutUrls &urls, std::string name, std::string_view language)
{
    if (name.size() > maxOrderName) {
        std::size_t end = maxOrderName; // not in the middle of a character
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80)
            --end;
        name.resize(end);
    }
    return "&orderName=" + http::percentEncoded(name) + "&successUrl=" + http::percentEncoded(urls.success) +
           "&failUrl=" + http::percentEncoded(urls.failure) + "&lang=" + std::string(language);
}

/// Printable ASCII, as keys are.
bool isKey(std::string_view text)
{
    return !text.empty() && text.size() <= maxCardKey &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

} // namespace

std::string encodeDraft(const CheckoutDraft &draft)
{
    std::string text(version);
    for (const std::string &line :
         {toString(draft.property), toString(draft.reservation), toString(draft.payment),
          toString(draft.amount), draft.booking ? encodeReservationRequest(*draft.booking) : std::string()})
        text += '\n' + line;
    return text;
}

std::optional<CheckoutDraft> decodeDraft(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (lines.size() + 1 < lineCount && text.find('\n') != std::string_view::npos) {
        lines.push_back(text.substr(0, text.find('\n')));
        text.remove_prefix(text.find('\n') + 1);
    }
    lines.push_back(text);
    if (lines.size() != lineCount || lines[0] != version)
        return std::nullopt;
    const auto property = parseUuid(lines[1]);
    const auto reservation = parseUuid(lines[2]);
    const auto payment = parseUuid(lines[3]);
    const auto amount = moneyIn(lines[4]);
    if (!property || !reservation || !payment || !amount)
        return std::nullopt;
    CheckoutDraft draft{{*property}, {*reservation}, {*payment}, *amount, {}};
    if (lines[5].empty())
        return draft;
    auto booking = protocol::decodeReservationRequest(lines[5]);
    if (!booking)
        return std::nullopt;
    draft.booking = std::move(*booking);
    return draft;
}

std::string draftCookieName(std::string_view orderId)
{
    std::string name = "deskbell_pay_";
    const std::size_t from = orderId.size() - std::min(orderId.size(), nameDigits);
    for (const char c : orderId.substr(from)) {
        if ((c >= 'a' && c <= 'f') || (c >= '0' && c <= '9'))
            name += c;
    }
    return name;
}

std::string checkoutUrl(const CheckoutDraft &draft, const CheckoutUrls &urls, const std::string &orderName,
                        std::string_view language)
{
    return urls.window + "?amount=" + http::percentEncoded(toss::amountText(draft.amount)) +
           "&currency=" + std::string(draft.amount.currency.text()) +
           "&orderId=" + http::percentEncoded(toString(draft.payment)) +
           commonQuery(urls, orderName, language);
}

std::string cardWindowUrl(const CheckoutDraft &draft, const CheckoutUrls &urls, const std::string &orderName,
                          std::string_view language)
{
    return urls.window + "?customerKey=" + http::percentEncoded(toString(draft.payment)) +
           commonQuery(urls, orderName, language);
}

std::optional<std::string> approvedCard(const CheckoutDraft &draft, const http::Parameters &returned)
{
    const auto amount = parseDecimal(returned.get("amount"), draft.amount.currency);
    const std::string_view key = returned.get("paymentKey");
    if (!amount || *amount != draft.amount || !isWhole(returned.get("amount"), amount->currency) ||
        returned.get("orderId") != toString(draft.payment) || key.empty() || key.size() > maxName)
        return std::nullopt;
    return std::string(key);
}

std::optional<protocol::CardOffer> offeredCard(const CheckoutDraft &draft, const http::Parameters &returned)
{
    protocol::CardOffer card{std::string(returned.get("customerKey")), std::string(returned.get("authKey"))};
    if (card.customerKey != toString(draft.payment) || !isCardOffer(card))
        return std::nullopt;
    return card;
}

bool isCardOffer(const protocol::CardOffer &card)
{
    return isKey(card.customerKey) && isKey(card.authKey);
}

} // namespace deskbell::server
