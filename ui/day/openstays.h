#pragma once

// OpenStays: how many stays of the book have a payment under way, and how many have departed and still owe.
// Counted once, then kept by each change of the book: a change costs what it touches. Owned by the dialog
// that closes the day; UI thread.

#include <unordered_map>

#include "models/book.h"

namespace deskbell::ui {

class OpenStays
{
public:
    explicit OpenStays(const models::Book &book);

    void countAll();
    void follow(const models::BookDelta &delta);
    int paymentsUnderWay() const { return m_paymentsUnderWay; }
    int owedByDeparted() const { return m_owedByDeparted; }

private:
    struct Open
    {
        bool isPaymentUnderWay = false;
        bool isOwing = false; ///< and departed
    };
    void count(models::StayHandle stay, const Open &open);
    Open openOf(models::StayHandle stay) const;

    const models::Book &m_book;
    std::unordered_map<models::StayHandle, Open> m_open; ///< those that have something open
    int m_paymentsUnderWay = 0;
    int m_owedByDeparted = 0;
};

} // namespace deskbell::ui
