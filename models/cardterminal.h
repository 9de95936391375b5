#pragma once

// The port to a card terminal: asks it to read a card for an amount and gets a token back, never a
// card number. app/ implements it; lives in the UI thread, the answer is a signal. One reading at a
// time.

#include <QObject>

#include <string>

#include "domain/expected.h"
#include "domain/money.h"
#include "domain/uuid.h"

namespace deskbell::models {

class CardTerminal : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// True for a terminal that stands in for one where none is connected; screens say so.
    virtual bool isDemonstration() const = 0;
    /// Starts a reading for this payment; the same payment asked again gives the same token.
    virtual void read(const PaymentId &payment, Money amount) = 0;
    virtual void cancel() = 0;

signals:
    void tokenRead(const deskbell::PaymentId &payment, const std::string &token);
    /// "card-unreadable", "card-cancelled", "terminal-missing".
    void failed(const deskbell::PaymentId &payment, const deskbell::Error &error);
};

} // namespace deskbell::models
