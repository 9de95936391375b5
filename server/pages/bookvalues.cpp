#include "server/pages/bookvalues.h"

#include <algorithm>

#include "server/pages/forms.h"
#include "server/pages/wording.h"

namespace deskbell::server {
namespace {

/// Fewer than that are told, so that a guest does not put off what will be gone.
constexpr int fewLeft = 5;

void setErrors(PageValues &values, const PageWords &words, const FieldErrors &errors)
{
    if (errors.empty())
        return;
    PageValues &summary = values.add("ERRORS");
    for (const FieldError &error : errors) {
        PageValues &line = summary.add("ERROR");
        line.set("FIELD", error.field);
        line.set("TEXT", words.say(error.text));
        PageValues &atField = values.add("ERROR_" + error.field);
        atField.set("TEXT", words.say(error.text));
    }
}

void setOptions(PageValues &values, const std::string &section, int from, int to, int chosen)
{
    for (int i = from; i <= to; ++i) {
        PageValues &option = values.add(section);
        option.set("N", std::to_string(i));
        option.show("CHOSEN", i == chosen);
    }
}

std::string leftKey(OfferingKind kind)
{
    switch (kind) {
    case OfferingKind::Rooms:
        return "rooms_left";
    case OfferingKind::Performance:
        return "seats_left";
    case OfferingKind::Title:
        return "copies_left";
    }
    return {};
}

std::string sectionOf(OfferingKind kind)
{
    switch (kind) {
    case OfferingKind::Rooms:
        return "ROOMS";
    case OfferingKind::Performance:
        return "SHOWS";
    case OfferingKind::Title:
        return "TITLES";
    }
    return {};
}

void setChoice(PageValues &row, const PageWords &words, const Choice &choice, const Wish &wish, bool isOpen,
               const std::string &detailsPath)
{
    const Workflow &workflow = choice.offering.workflow;
    const OfferingKind kind = kindOf(workflow);
    row.set("NAME", choice.offering.name);
    row.set("CONDITION", words.say(conditionKey(workflow)));
    if (choice.offering.startsAt)
        row.add("STARTS").set("TEXT", minuteText(*choice.offering.startsAt, words.language));
    const bool isFew = choice.free <= fewLeft;
    if (kind != OfferingKind::Rooms || isFew) {
        PageValues &left = row.add("LEFT");
        left.set("TEXT", words.count(leftKey(kind), choice.free));
        left.show("FEW", isFew);
    }
    if (kind == OfferingKind::Rooms)
        row.add("UP_TO").set("TEXT", words.count("up_to_guests", choice.offering.maxGuests));
    if (kind != OfferingKind::Title) {
        PageValues &price = row.add("PRICE");
        const Money each{choice.offering.basePrice, choice.total.currency};
        price.set("TOTAL", moneyText(choice.total, words.language));
        const Facts facts{{"price", moneyText(each, words.language)}};
        PageValues &unit = price.add("EACH");
        unit.set("EACH_TEXT",
                 words.say(kind == OfferingKind::Rooms ? "price_a_night" : "price_a_seat", facts));
        if (kind == OfferingKind::Rooms)
            unit.add("FOR").set("TEXT", words.count("for_nights", choice.stay.nights()));
    }
    if (isOpen) {
        PageValues &link = row.add("CHOOSE");
        link.set("URL", detailsPath + "?offering=" + toString(choice.offering.id) + "&" + wishQuery(wish));
        link.set("NAME", choice.offering.name);
    }
    row.show("CLOSED", !isOpen);
}

bool offers(const House &house, OfferingKind kind)
{
    return std::any_of(house.offerings.begin(), house.offerings.end(), [kind](const Offering &each) {
        return kindOf(each.workflow) == kind && each.sale == SaleState::Open;
    });
}

} // namespace

OfferingKind aboutOf(const House &house)
{
    if (offers(house, OfferingKind::Rooms) ||
        offers(house, OfferingKind::Performance) == offers(house, OfferingKind::Title))
        return OfferingKind::Rooms;
    return offers(house, OfferingKind::Performance) ? OfferingKind::Performance : OfferingKind::Title;
}

std::string PageWords::count(const std::string &key, int number) const
{
    return say(number == 1 && has(key + "_one") ? key + "_one" : key, {{"n", std::to_string(number)}});
}

std::string conditionKey(const Workflow &workflow)
{
    const bool isAnswered = workflow.confirmation == ConfirmationRule::ByManager;
    switch (workflow.payment) {
    case PaymentTiming::AtRequest:
        return isAnswered ? "condition_pay_first" : "condition_instant";
    case PaymentTiming::AfterConfirmation:
        return isAnswered ? "condition_on_request" : "condition_paid_next";
    case PaymentTiming::AfterRequest:
        return isAnswered ? "condition_ticket_answered" : "condition_ticket";
    case PaymentTiming::None:
        return isAnswered ? "condition_loan_answered" : "condition_loan";
    case PaymentTiming::ByDeparture:
        return isAnswered ? "condition_at_hotel" : "condition_at_hotel_now";
    }
    return {};
}

std::string submitKey(const Workflow &workflow)
{
    switch (workflow.payment) {
    case PaymentTiming::AtRequest:
        return "submit_pay";
    case PaymentTiming::AfterRequest:
        return "submit_ticket";
    case PaymentTiming::None:
        return "submit_loan";
    case PaymentTiming::AfterConfirmation:
    case PaymentTiming::ByDeparture:
        return workflow.confirmation == ConfirmationRule::ByManager ? "submit_request" : "submit_reserve";
    }
    return {};
}

std::string stayText(const PageWords &words, const Workflow &workflow, const Stay &stay)
{
    if (kindOf(workflow) != OfferingKind::Rooms)
        return {};
    return dateText(stay.arrival, words.language) + " – " + dateText(stay.departure, words.language) + ", " +
           words.count("nights", stay.nights());
}

std::string quantityText(const PageWords &words, const Workflow &workflow, int quantity)
{
    switch (kindOf(workflow)) {
    case OfferingKind::Rooms:
        return words.count("rooms", quantity);
    case OfferingKind::Performance:
        return words.count("seats", quantity);
    case OfferingKind::Title:
        return words.count("copies", quantity);
    }
    return {};
}

std::string partyText(const PageWords &words, int adults, int children)
{
    std::string text = words.count("adults_count", adults);
    if (children > 0)
        text += ", " + words.count("children_count", children);
    return text;
}

void setSearch(PageValues &values, const PageWords &words, const Wish &wish, const House &house,
               const FieldErrors &errors)
{
    const Date today = house.property.businessDate;
    values.set("ARRIVAL", deskbell::toString(wish.stay.arrival));
    values.set("DEPARTURE", deskbell::toString(wish.stay.departure));
    values.set("FIRST", deskbell::toString(today));
    values.set("SECOND", deskbell::toString(today + Days{1}));
    values.set("LAST", deskbell::toString(today + WebLimits{}.furthest));
    setOptions(values, "ADULTS", 1, 9, wish.adults);
    setOptions(values, "CHILDREN", 0, 9, wish.children);
    setOptions(values, "QUANTITY", 1, WebLimits{}.quantity, wish.quantity);
    const bool hasRooms = offers(house, OfferingKind::Rooms);
    const std::string any = aboutOf(house) == OfferingKind::Rooms && !hasRooms ? "_any" : "";
    values.set("HEADING", words.say("book_heading" + any));
    values.set("NOTHING_HEADING", words.say("nothing_heading" + any));
    values.set("NOTHING_SENTENCE", words.say("nothing_sentence" + any));
    if (hasRooms) {
        PageValues &form = values.add("SEARCH");
        setErrors(form, words, errors);
    }
}

void setChoices(PageValues &values, const PageWords &words, const std::vector<Choice> &choices,
                const Wish &wish, const std::string &detailsPath, bool canCharge)
{
    PageValues &results = values.add("RESULTS");
    bool hasRoom = false;
    for (const OfferingKind kind : {OfferingKind::Rooms, OfferingKind::Performance, OfferingKind::Title}) {
        PageValues *section = nullptr;
        for (const Choice &choice : choices) {
            if (kindOf(choice.offering.workflow) != kind)
                continue;
            if (!section)
                section = &results.add(sectionOf(kind));
            const bool isOpen = canCharge || choice.offering.workflow.payment != PaymentTiming::AtRequest;
            setChoice(section->add("CHOICE"), words, choice, wish, isOpen, detailsPath);
        }
        hasRoom = hasRoom || (kind == OfferingKind::Rooms && section);
        if (section && kind == OfferingKind::Rooms)
            section->set("STAY", stayText(words, workflows::prepaid, wish.stay));
    }
    results.show("NOTHING", choices.empty());
    results.show("NO_ROOM", !hasRoom && !choices.empty() && values.sections().contains("SEARCH"));
}

void setOrder(PageValues &values, const PageWords &words, const Choice &choice, const Wish &wish)
{
    const Workflow &workflow = choice.offering.workflow;
    const bool isRoom = kindOf(workflow) == OfferingKind::Rooms;
    values.set("OFFERING", choice.offering.name);
    values.set("CONDITION", words.say(conditionKey(workflow)));
    if (choice.offering.startsAt)
        values.add("STARTS").set("TEXT", minuteText(*choice.offering.startsAt, words.language));
    if (isRoom) {
        values.add("STAY").set("TEXT", stayText(words, workflow, choice.stay));
        values.add("PARTY").set("TEXT", partyText(words, wish.adults, wish.children));
        values.add("ROOM_COUNT").set("TEXT", quantityText(words, workflow, wish.quantity));
    }
    if (kindOf(workflow) == OfferingKind::Title)
        return;
    PageValues &price = values.add("PRICE");
    price.set("LABEL", words.say(isRoom ? "total" : "price"));
    price.set("TOTAL", moneyText(choice.total, words.language));
    if (!isRoom) {
        price.set("TOTAL", words.say("price_a_seat",
                                     {{"price", moneyText({choice.offering.basePrice, choice.total.currency},
                                                          words.language)}}));
        return;
    }
    for (std::size_t night = 0; night < choice.prices.size(); ++night) {
        PageValues &line = price.add("NIGHT");
        line.set("DATE", dateText(choice.stay.arrival + Days{static_cast<int>(night)}, words.language));
        line.set("AMOUNT", moneyText({choice.prices[night], choice.total.currency}, words.language));
    }
}

void setMade(PageValues &values, const PageWords &words, const Choice &choice, const Wish &wish)
{
    values.set("CONDITION", words.say("correct_details"));
    values.set("SUBMIT", words.say("submit_correction"));
    if (kindOf(choice.offering.workflow) != OfferingKind::Rooms)
        values.add("ROOM_COUNT").set("TEXT", quantityText(words, choice.offering.workflow, wish.quantity));
}

void setDetails(PageValues &values, const PageWords &words, const Details &details, const FieldErrors &errors,
                bool takesCard)
{
    values.set("GUEST_NAME", details.name);
    values.set("PHONE", details.phone);
    values.set("EMAIL", details.email);
    values.set("NOTE", details.note);
    values.show("NOTICES", details.wantsNotices);
    if (takesCard)
        values.add("CARD").show("LEFT", details.leavesCard);
    setErrors(values, words, errors);
}

void setQuantity(PageValues &values, const Choice &choice, const Wish &wish, int most)
{
    values.set("ARRIVAL", deskbell::toString(wish.stay.arrival));
    values.set("DEPARTURE", deskbell::toString(wish.stay.departure));
    values.set("ADULTS_N", std::to_string(wish.adults));
    values.set("CHILDREN_N", std::to_string(wish.children));
    if (kindOf(choice.offering.workflow) == OfferingKind::Rooms || most == 0)
        values.add("FIXED_QUANTITY").set("N", std::to_string(wish.quantity));
    else
        setOptions(values.add("CHOOSE_QUANTITY"), "QUANTITY", 1, most, wish.quantity);
}

} // namespace deskbell::server
