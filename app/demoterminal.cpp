#include "app/demoterminal.h"

namespace deskbell::app {

namespace {
constexpr int readingMs = 400; // long enough to be seen
}

DemoTerminal::DemoTerminal(QObject *parent) : CardTerminal(parent)
{
    m_reading.setSingleShot(true);
    m_reading.setInterval(readingMs);
    connect(&m_reading, &QTimer::timeout, this,
            [this] { emit tokenRead(m_payment, "tdesk_" + toString(m_payment)); });
}

void DemoTerminal::read(const PaymentId &payment, Money)
{
    m_payment = payment;
    m_reading.start();
}

void DemoTerminal::cancel()
{
    m_reading.stop();
}

} // namespace deskbell::app
