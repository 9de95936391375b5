#include "ui/day/openstays.h"

namespace deskbell::ui {

OpenStays::OpenStays(const models::Book &book) : m_book(book)
{
    countAll();
}

void OpenStays::countAll()
{
    m_open.clear();
    m_paymentsUnderWay = m_owedByDeparted = 0;
    for (const models::OfferingIndex offering : m_book.offerings()) {
        for (const models::StayHandle stay : m_book.staysOf(offering))
            count(stay, openOf(stay));
    }
}

void OpenStays::follow(const models::BookDelta &delta)
{
    if (delta.isEverything) {
        countAll();
        return;
    }
    for (const models::BookDelta::StayChange &change : delta.stays)
        count(change.stay, change.isGone ? Open{} : openOf(change.stay));
}

void OpenStays::count(models::StayHandle stay, const Open &open)
{
    Open before;
    if (const auto known = m_open.find(stay); known != m_open.end()) {
        before = known->second;
        m_open.erase(known);
    }
    m_paymentsUnderWay += int(open.isPaymentUnderWay) - int(before.isPaymentUnderWay);
    m_owedByDeparted += int(open.isOwing) - int(before.isOwing);
    if (open.isPaymentUnderWay || open.isOwing)
        m_open.emplace(stay, open);
}

OpenStays::Open OpenStays::openOf(models::StayHandle handle) const
{
    const models::BookedStay &stay = m_book.at(handle);
    return {stay.isPaymentUnderWay, stay.state == ReservationState::Departed && stay.owed > 0};
}

} // namespace deskbell::ui
