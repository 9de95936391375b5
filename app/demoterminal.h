#pragma once

// DemoTerminal: stands in for a card terminal where none is connected (docs/adr/0007): it "reads" a
// card a moment after it is asked and gives the token tdesk_<payment>, which deskbell-sandbox knows
// and no real provider takes. The screens say that it is one. UI thread; owned by the Program.

#include <QTimer>

#include "models/cardterminal.h"

namespace deskbell::app {

class DemoTerminal : public models::CardTerminal
{
    Q_OBJECT

public:
    explicit DemoTerminal(QObject *parent = nullptr);

    bool isDemonstration() const override { return true; }
    void read(const PaymentId &payment, Money amount) override;
    void cancel() override;

private:
    QTimer m_reading;
    PaymentId m_payment{};
};

} // namespace deskbell::app
