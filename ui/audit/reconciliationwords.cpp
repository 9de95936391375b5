#include "ui/audit/reconciliationwords.h"

#include <QCoreApplication>

#include <algorithm>

#include "ui/format.h"
#include "ui/storedwords.h"
#include "ui/words.h"

namespace deskbell::ui {

namespace {

struct Reconciliation
{
    Q_DECLARE_TR_FUNCTIONS(Reconciliation)
};

enum class Thing { Charge, Refund };

struct Line
{
    const char *kind;
    Thing thing;
    const char *name;
    const char *advice;
};

constexpr Line lines[] = {
    {"missing-in-ledger", Thing::Charge,
     QT_TRANSLATE_NOOP("Reconciliation", "Charge missing from the folios"),
     QT_TRANSLATE_NOOP("Reconciliation",
                       "The provider has charged this amount, but no folio has the payment. Look up the "
                       "order at the provider to see the time and the card. If you cannot tell whose payment "
                       "it is, ask the provider to refund it.")},
    {"missing-in-ledger", Thing::Refund,
     QT_TRANSLATE_NOOP("Reconciliation", "Refund missing from the folios"),
     QT_TRANSLATE_NOOP("Reconciliation", "The provider has refunded this amount, but no desk requested it. "
                                         "It is not in the folio: do not refund it again.")},
    {"missing-at-provider", Thing::Charge,
     QT_TRANSLATE_NOOP("Reconciliation", "Charge missing at the provider"),
     QT_TRANSLATE_NOOP("Reconciliation", "The folio shows this as paid, but the provider has no such charge. "
                                         "Ask the provider before you charge the guest again.")},
    {"missing-at-provider", Thing::Refund,
     QT_TRANSLATE_NOOP("Reconciliation", "Refund missing at the provider"),
     QT_TRANSLATE_NOOP("Reconciliation", "The folio shows this as refunded, but the provider has no such "
                                         "refund: the guest may still be waiting for it. Ask the provider.")},
    {"amount-differs", Thing::Charge, QT_TRANSLATE_NOOP("Reconciliation", "Charge amounts differ"),
     QT_TRANSLATE_NOOP("Reconciliation",
                       "The guest's card statement shows the provider's amount; the folio shows the other. "
                       "Settle the difference with the guest, and ask the provider for the cause.")},
    {"amount-differs", Thing::Refund, QT_TRANSLATE_NOOP("Reconciliation", "Refund amounts differ"),
     QT_TRANSLATE_NOOP("Reconciliation",
                       "The guest has received the provider's amount; the folio shows the other. Settle the "
                       "difference with the guest, and ask the provider for the cause.")},
    {"state-differs", Thing::Charge, QT_TRANSLATE_NOOP("Reconciliation", "Charge outcomes differ"),
     QT_TRANSLATE_NOOP(
         "Reconciliation",
         "The provider has charged this amount, but the folio does not show it as paid. Do not charge the "
         "guest again. Ask the provider, and request a refund if the amount is not owed.")},
    {"state-differs", Thing::Refund, QT_TRANSLATE_NOOP("Reconciliation", "Refund outcomes differ"),
     QT_TRANSLATE_NOOP("Reconciliation", "One side shows this as refunded, the other does not. Ask the "
                                         "provider before you tell the guest anything.")},
    {"not-understood", Thing::Charge,
     QT_TRANSLATE_NOOP("Reconciliation", "The provider's answer could not be read"),
     QT_TRANSLATE_NOOP("Reconciliation", "The provider's answer about this payment could not be read. Look "
                                         "it up at the provider, and tell the operator.")},
};

/// A refund made past us has no id of ours; then it is of a payment that we know.
Thing thingOf(const models::BookDifference &difference)
{
    const bool isPastUs = difference.kind == "missing-in-ledger" && difference.reservation;
    return difference.refund || isPastUs ? Thing::Refund : Thing::Charge;
}

const Line *lineOf(const models::BookDifference &difference)
{
    const auto *found = std::ranges::find_if(lines, [&](const Line &line) {
        return line.kind == difference.kind &&
               (line.thing == thingOf(difference) || difference.kind == "not-understood");
    });
    return found == std::end(lines) ? nullptr : found;
}

/// What a state is called, by its name on the wire: ours, or the provider's word.
QString stateText(const std::string &name, Thing thing)
{
    const auto refund = named<RefundState>(name);
    const auto payment = named<PaymentState>(name);
    if (thing == Thing::Refund && refund)
        return refundStateName(*refund);
    if (thing == Thing::Charge && payment)
        return paymentStateName(*payment);
    if (name == "DONE")
        return thing == Thing::Refund ? refundStateName(RefundState::Done)
                                      : paymentStateName(PaymentState::Taken);
    if (name == "CANCELED")
        return refundStateName(RefundState::Done);
    if (name == "PARTIAL_CANCELED")
        return Reconciliation::tr("Partly refunded");
    if (name == "IN_PROGRESS" || name == "READY" || name == "WAITING_FOR_DEPOSIT")
        return Reconciliation::tr("Under way");
    if (name == "ABORTED" || name == "EXPIRED")
        return Reconciliation::tr("Ended without a payment");
    return text(name); // a word of the provider's, by which it can be asked
}

/// "20000 EUR taken": an amount and a state.
QString sideText(const std::string &side, Thing thing)
{
    if (side.empty())
        return Reconciliation::tr("–", "this side has nothing");
    const auto last = side.rfind(' ');
    if (last == std::string::npos || side.find(' ') == last)
        return storedText("amount", side, {});
    return Reconciliation::tr("%1 · %2", "amount, state")
        .arg(storedText("amount", side.substr(0, last), {}), stateText(side.substr(last + 1), thing));
}

} // namespace

QString differenceName(const models::BookDifference &difference)
{
    const Line *line = lineOf(difference);
    return line ? Reconciliation::tr(line->name) : newerText();
}

QString differenceAdvice(const models::BookDifference &difference)
{
    const Line *line = lineOf(difference);
    return line ? Reconciliation::tr(line->advice) : QString();
}

QString ledgerText(const models::BookDifference &difference)
{
    return sideText(difference.ledger, thingOf(difference));
}

QString providerText(const models::BookDifference &difference)
{
    if (difference.kind == "not-understood") // its answer, as far as it goes
        return difference.provider.empty() ? sideText({}, Thing::Charge) : text(difference.provider);
    return sideText(difference.provider, thingOf(difference));
}

QString comparedText(const models::Reconciliation &report, const QTimeZone &zone)
{
    const QString payments = Reconciliation::tr("%n payment(s)", nullptr, static_cast<int>(report.payments));
    const QString refunds = Reconciliation::tr("%n refund(s)", nullptr, static_cast<int>(report.refunds));
    return Reconciliation::tr("%1 and %2 compared, %3", "payments, refunds, when")
        .arg(payments, refunds, instantText(report.madeAt, zone));
}

QString notReconciledText(Date day, Date today, const models::BackendHealth *health)
{
    if (day >= today)
        return Reconciliation::tr("This day is not over yet. It is compared half an hour after midnight in "
                                  "the payment provider's time zone.");
    const auto isPayment = [](const models::BackendRole &role) {
        return role.role == "payment" && !role.isGone;
    };
    if (health && std::ranges::none_of(health->roles, isPayment))
        return Reconciliation::tr("This day has not been compared: payment processing at the backend has "
                                  "stopped. Please tell the operator.");
    const bool isPaused =
        health && std::ranges::any_of(health->roles, [&](const models::BackendRole &role) {
            return isPayment(role) && role.breaker && role.breaker->state != models::BreakerState::Closed;
        });
    if (isPaused)
        return Reconciliation::tr("This day has not been compared: the payment provider does not answer at "
                                  "present. Once it does, the missed days of the last week are compared.");
    if (day == today - Days{1})
        return Reconciliation::tr(
            "This day has not been compared yet. It is compared half an hour after midnight in the payment "
            "provider's time zone, and retried every ten minutes.");
    return Reconciliation::tr("This day was not compared. The operator can run: deskbelld reconcile --day %1")
        .arg(text(toString(day)));
}

} // namespace deskbell::ui
