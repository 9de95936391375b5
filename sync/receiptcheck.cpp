#include "sync/receiptcheck.h"

#include "sync/receipt.h"

namespace deskbell::sync {

namespace {

constexpr int mostReceipts = 5000; // of one desk since the backup: far more than a day's work

} // namespace

ReceiptCheck::ReceiptCheck(Session &session, store::IntentStore &intent, Clock clock, const Agreed &agreed,
                           LineWatcher &watcher, QObject *parent)
    : QObject(parent), m_session(session), m_intent(intent), m_clock(std::move(clock)), m_agreed(agreed),
      m_watcher(watcher)
{
}

void ReceiptCheck::start()
{
    auto receipts = m_intent.receiptsBeyond(m_agreed.epoch, m_agreed.seq, mostReceipts);
    if (!receipts) {
        emit failed(receipts.error());
        return;
    }
    m_receipts = std::move(*receipts);
    askNext();
}

void ReceiptCheck::askNext()
{
    if (m_at == m_receipts.size()) {
        emit finished(m_forgotten);
        return;
    }
    m_session.send(Verb::Get, receiptPath(m_receipts[m_at].command.id), {}, this,
                   [this](const Reply &reply) { takeAnswer(reply); });
}

void ReceiptCheck::takeAnswer(const Reply &reply)
{
    const store::Receipt &receipt = m_receipts[m_at];
    const auto result = receiptOf(receipt.command.id, reply);
    if (!result) {
        emit failed(result.error());
        return;
    }
    const bool isForgotten = std::holds_alternative<protocol::NotKnown>(result->outcome);
    if (!isForgotten) {
        const auto confirmed = m_intent.confirmReceipts(receipt.epoch, receipt.seq, m_agreed.epoch);
        if (!confirmed) {
            emit failed(confirmed.error());
            return;
        }
        // Receipts of a still earlier epoch, if any, are asked for on their own.
        const Uuid vouchedFor = receipt.epoch;
        while (m_at < m_receipts.size() && m_receipts[m_at].epoch == vouchedFor)
            ++m_at;
        askNext();
        return;
    }
    const Error question{"backend-restored", {{"seq", std::to_string(receipt.seq)}}};
    if (auto asked = m_intent.questionReceipt(receipt, question, m_clock()); !asked) {
        emit failed(asked.error());
        return;
    }
    ++m_forgotten;
    ++m_at;
    m_watcher.outboxChanged();
    askNext();
}

} // namespace deskbell::sync
