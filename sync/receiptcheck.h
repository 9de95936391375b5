// Asks the backend, newest first, for the commands that it had applied and may have forgotten: those of
// another epoch, and those beyond what it has confirmed of this one. What it has forgotten (it was restored
// from a backup) becomes a question to a person, never a silent loss and never a second try of its own.
// Commands are applied in order, so the first that is known vouches for all before it. One per greeting; data
// thread.
#pragma once

#include <QObject>

#include <vector>

#include "store/intentstore.h"
#include "sync/linewatcher.h"
#include "sync/session.h"

namespace deskbell::sync {

class ReceiptCheck : public QObject
{
    Q_OBJECT

public:
    /// How far this desk and the backend agree.
    struct Agreed
    {
        Uuid epoch;
        std::uint64_t seq = 0;
    };
    ReceiptCheck(Session &session, store::IntentStore &intent, Clock clock, const Agreed &agreed,
                 LineWatcher &watcher, QObject *parent);

    void start();

signals:
    /// `forgotten` commands became questions.
    void finished(int forgotten);
    /// The line or the store did not let it end; the next connection begins again.
    void failed(const deskbell::Error &error);

private:
    void askNext();
    void takeAnswer(const Reply &reply);

    Session &m_session;
    store::IntentStore &m_intent;
    Clock m_clock;
    Agreed m_agreed;
    LineWatcher &m_watcher;
    std::vector<store::Receipt> m_receipts;
    std::size_t m_at = 0;
    int m_forgotten = 0;
};

} // namespace deskbell::sync
