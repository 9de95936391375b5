#include "ui/sentences.h"

#include <QCoreApplication>

#include "ui/format.h"
#include "ui/plaintext.h"
#include "ui/sentencesbykind.h"
#include "ui/storedwords.h"

namespace deskbell::ui {

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)
};

struct Line
{
    const char *code;
    const char *words; ///< %1, %2 … are the facts named below, in that order
    const char *facts; ///< blank separated
};

constexpr Line lines[] = {
    // The domain's refusals.
    {"unknown-reservation", QT_TRANSLATE_NOOP("Sentences", "This reservation is not known to the backend."),
     ""},
    {"already-exists",
     QT_TRANSLATE_NOOP("Sentences", "This has been carried out already; nothing was done twice."), ""},
    {"wrong-state",
     QT_TRANSLATE_NOOP("Sentences", "That is not possible any more: the reservation is now “%1”."), "state"},
    {"role-not-allowed",
     QT_TRANSLATE_NOOP("Sentences", "Your role (%1) may not do that. Please ask a manager."), "role"},
    {"unknown-offering", QT_TRANSLATE_NOOP("Sentences", "This room type does not exist any more."), ""},
    {"unknown-unit", QT_TRANSLATE_NOOP("Sentences", "This room does not exist any more."), ""},
    {"unit-of-other-offering", QT_TRANSLATE_NOOP("Sentences", "Room %1 is of another room type."), "unit"},
    {"unit-not-used", QT_TRANSLATE_NOOP("Sentences", "Reservations of this kind are not assigned a room."),
     ""},
    {"unit-taken", QT_TRANSLATE_NOOP("Sentences", "Room %1 is taken in these nights (%2 to %3)."),
     "unit arrival departure"},
    {"unit-occupied",
     QT_TRANSLATE_NOOP("Sentences", "%2 is still in room %1. Check them out first, or assign another room."),
     "unit reservation"},
    {"no-common-nights",
     QT_TRANSLATE_NOOP("Sentences", "The two stays have no night in common in which they could swap rooms."),
     ""},
    {"changed-since",
     QT_TRANSLATE_NOOP("Sentences", "It has been changed since, and can no longer be undone."), ""},
    {"no-unit", QT_TRANSLATE_NOOP("Sentences", "%1 has no room to assign."), "offering"},
    {"unit-in-use", QT_TRANSLATE_NOOP("Sentences", "Room %1 is used by reservations: move them first."),
     "unit"},
    {"property-taken", QT_TRANSLATE_NOOP("Sentences", "There is already a property called %1."), "property"},
    {"unknown-time-zone", QT_TRANSLATE_NOOP("Sentences", "There is no time zone %1."), "zone"},
    {"name-missing", QT_TRANSLATE_NOOP("Sentences", "A name and a short code are needed."), ""},
    {"bad-number", QT_TRANSLATE_NOOP("Sentences", "%1 is not a valid number here."), "value"},
    {"less-than-sold", QT_TRANSLATE_NOOP("Sentences", "%3 of %1 are already sold; the total cannot be %2."),
     "offering capacity sold"},
    {"not-then",
     QT_TRANSLATE_NOOP("Sentences",
                       "%1 is on another date (%2). The date cannot change once guests have reserved it."),
     "offering startsAt"},
    {"no-stock", QT_TRANSLATE_NOOP("Sentences", "%1 is full on %2: %3 free, %4 wanted."),
     "offering night free wanted"},
    {"bad-stay",
     QT_TRANSLATE_NOOP("Sentences", "These dates cannot be reserved: %1 to %2. The departure must be after "
                                    "the arrival, within a year, and not in the past."),
     "arrival departure"},
    {"bad-quantity", QT_TRANSLATE_NOOP("Sentences", "The number of rooms must be between 1 and 100."), ""},
    {"bad-party", QT_TRANSLATE_NOOP("Sentences", "There must be at least one adult."), ""},
    {"price-changed", QT_TRANSLATE_NOOP("Sentences", "The price has changed in the meantime."), ""},
    {"bad-prices",
     QT_TRANSLATE_NOOP("Sentences", "There must be one price for each night: %1 are needed, %2 were given."),
     "expected got"},
    {"guest-name-missing", QT_TRANSLATE_NOOP("Sentences", "The guest's name is missing."), ""},
    {"text-too-long",
     QT_TRANSLATE_NOOP("Sentences", "This text is too long; at most %1 characters are allowed."), "limit"},
    {"bad-text", QT_TRANSLATE_NOOP("Sentences", "This text contains characters that cannot be stored."), ""},
    {"name-not-plain",
     QT_TRANSLATE_NOOP("Sentences", "The name that the guest gave contains a link or a phone number."), ""},
    {"too-many-requests", QT_TRANSLATE_NOOP("Sentences", "Too many requests came from the same place."), ""},
    {"bad-currency", QT_TRANSLATE_NOOP("Sentences", "This currency is not known."), ""},
    {"other-slots",
     QT_TRANSLATE_NOOP("Sentences",
                       "This room type is counted in another way; make a new reservation instead."),
     ""},
    {"changed-meanwhile",
     QT_TRANSLATE_NOOP("Sentences",
                       "Somebody else has changed this in the meantime (%1). Your changes were not saved."),
     "field"},
    {"party-too-large", QT_TRANSLATE_NOOP("Sentences", "%1 guests are too many: the maximum is %2."),
     "guests most"},
    {"name-taken", QT_TRANSLATE_NOOP("Sentences", "There is already a room called %1."), "name"},
    {"guest-erased",
     QT_TRANSLATE_NOOP("Sentences", "The guest's data was erased. Nothing more can be entered here."), ""},
    {"not-on-sale", QT_TRANSLATE_NOOP("Sentences", "It is closed: no new reservations are taken for it."),
     ""},
    {"unit-closed", QT_TRANSLATE_NOOP("Sentences", "Room %1 is closed: it cannot be assigned to new guests."),
     "unit"},
    {"offering-in-use",
     QT_TRANSLATE_NOOP("Sentences", "It still has rooms, or reservations that are not over."), ""},
    {"reason-missing", QT_TRANSLATE_NOOP("Sentences", "Please enter a reason; the guest will see it."), ""},
    {"bad-amount", QT_TRANSLATE_NOOP("Sentences", "This amount is not possible."), ""},
    {"other-currency", QT_TRANSLATE_NOOP("Sentences", "The reservation is priced in %1, not in %2."),
     "expected got"},
    {"more-than-owed", QT_TRANSLATE_NOOP("Sentences", "%1 is more than can still be charged (%2)."),
     "amount chargeable"},
    {"more-than-refundable", QT_TRANSLATE_NOOP("Sentences", "%1 is more than can be refunded (%2)."),
     "amount refundable"},
    {"nothing-to-pay", QT_TRANSLATE_NOOP("Sentences", "Nothing is left to pay."), ""},
    {"token-missing",
     QT_TRANSLATE_NOOP("Sentences", "The card has not been read. Please try at the terminal again."), ""},
    {"unknown-payment", QT_TRANSLATE_NOOP("Sentences", "This payment is not known to the backend."), ""},
    {"unknown-refund", QT_TRANSLATE_NOOP("Sentences", "This refund is not known to the backend."), ""},
    {"unknown-notice", QT_TRANSLATE_NOOP("Sentences", "This notice is not known to the backend."), ""},
    {"payment-under-way",
     QT_TRANSLATE_NOOP("Sentences", "A payment is still under way; wait for its outcome first."), ""},
    {"folio-not-settled",
     QT_TRANSLATE_NOOP("Sentences", "%1 is still owed. Take the payment before the check-out."), "owed"},
    {"arrival-not-due", QT_TRANSLATE_NOOP("Sentences", "The guest arrives on %1; the business date is %2."),
     "arrival businessDate"},
    {"unit-missing", QT_TRANSLATE_NOOP("Sentences", "A room has to be assigned first."), ""},
    {"bad-business-date",
     QT_TRANSLATE_NOOP("Sentences", "The business date can only advance by one day, from %1."),
     "businessDate"},
    {"unknown-workflow", QT_TRANSLATE_NOOP("Sentences", "This reservation procedure is not known."), ""},
    {"payment-missing", QT_TRANSLATE_NOOP("Sentences", "Payment is due with the reservation: %1."), "amount"},
    {"card-not-used",
     QT_TRANSLATE_NOOP("Sentences", "This reservation procedure does not charge a card later."), ""},
    {"phone-missing", QT_TRANSLATE_NOOP("Sentences", "The guest gave no phone number."), ""},
    {"too-many-unpaid",
     QT_TRANSLATE_NOOP("Sentences", "The guest already has %2 unpaid reservations; %1 are allowed."),
     "most unpaid"},
    {"card-declined",
     QT_TRANSLATE_NOOP("Sentences", "The card was declined and the reservation was released."), ""},
    {"not-paid-in-time", QT_TRANSLATE_NOOP("Sentences", "It was not paid in time and was released."), ""},
    // Signing in.
    {"offline",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The backend cannot be reached. Check the address and the network. People who have signed in "
         "on this desk before can work offline."),
     ""},
    {"bad-server",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "This is not the address of a backend. An address looks like https://desk.example.com."),
     ""},
    {"tls-required",
     QT_TRANSLATE_NOOP("Sentences",
                       "Only an encrypted connection is used: the address must begin with https://."),
     ""},
    {"tls-failed",
     QT_TRANSLATE_NOOP("Sentences", "The backend's certificate could not be verified; nothing was sent."),
     ""},
    {"not-the-backend",
     QT_TRANSLATE_NOOP("Sentences", "A proxy or a Wi-Fi sign-in page answered instead of the backend."), ""},
    {"backend-unwell",
     QT_TRANSLATE_NOOP("Sentences", "The backend can be reached but is not working at the moment. People who "
                                    "have signed in on this desk before can work offline."),
     ""},
    {"bad-credentials", QT_TRANSLATE_NOOP("Sentences", "The user name or password is incorrect."), ""},
    {"too-many-attempts", QT_TRANSLATE_NOOP("Sentences", "Too many attempts. Please wait %1 seconds."),
     "retryAfterS"},
    {"password-wrong", QT_TRANSLATE_NOOP("Sentences", "The current password is wrong. Nothing was changed."),
     ""},
    {"password-too-short",
     QT_TRANSLATE_NOOP("Sentences", "The new password is too short: at least 10 characters are needed."), ""},
    {"password-not-hashed",
     QT_TRANSLATE_NOOP("Sentences", "The backend could not store the password. Please try again."), ""},
    {"property-not-allowed", QT_TRANSLATE_NOOP("Sentences", "Your account has no access to this property."),
     ""},
    {"unknown-property", QT_TRANSLATE_NOOP("Sentences", "The backend does not know this property."), ""},
    {"other-device",
     QT_TRANSLATE_NOOP("Sentences", "This desk has signed in as a new device; the entry will be sent again."),
     ""},
    {"not-found", QT_TRANSLATE_NOOP("Sentences", "The backend does not know this request."), ""},
    {"password-too-long", QT_TRANSLATE_NOOP("Sentences", "The new password is too long."), ""},
    {"password-too-common",
     QT_TRANSLATE_NOOP("Sentences", "This password is too common. Please choose another one."), ""},
    {"password-like-name",
     QT_TRANSLATE_NOOP("Sentences", "This password is too similar to a name. Please choose another one."),
     ""},
    {"unknown-session", QT_TRANSLATE_NOOP("Sentences", "This session has ended already."), ""},
    {"protocol-too-old",
     QT_TRANSLATE_NOOP("Sentences", "This program is too old for the backend. Please update Deskbell."), ""},
    {"protocol-too-new",
     QT_TRANSLATE_NOOP("Sentences", "The backend is too old for this program. Please tell the operator."),
     ""},
    {"other-backend",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The backend at %2 is not the one that this desk works with (%1). Nothing was sent to it."),
     "known server"},
    {"backend-unproven",
     QT_TRANSLATE_NOOP("Sentences",
                       "The server at %1 could not prove that it is a Deskbell backend. Nothing was sent."),
     "server"},
    {"device-taken",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The backend refused this desk. Please try again, and tell the operator if it happens again."),
     ""},
    {"outbox-not-empty", QT_TRANSLATE_NOOP("Sentences", "%1 entries are still waiting to be sent."),
     "waiting"},
    {"other-user-waiting",
     QT_TRANSLATE_NOOP("Sentences", "Entries of another person are still waiting on this desk."), ""},
    // The link.
    {"cache-rebuilt",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The stored data was damaged and has been fetched again. Nothing you entered was lost."),
     ""},
    {"intent-set-aside",
     QT_TRANSLATE_NOOP("Sentences", "The file with waiting entries was damaged and has been kept as %1. "
                                    "Please tell the operator before you enter anything again."),
     "path"},
    {"disk-full",
     QT_TRANSLATE_NOOP("Sentences",
                       "The disk is full: nothing more can be kept. Free some space, then try again."),
     ""},
    {"keychain-missing",
     QT_TRANSLATE_NOOP("Sentences",
                       "There is no keychain on this computer: you stay signed in until Deskbell is "
                       "closed."),
     ""},
    {"clock-skew",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "This computer's clock is wrong. Reservations are not affected, but the times shown here are."),
     ""},
    {"backend-restored",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "The backend was restored from a backup. Please check the entries under Needs attention."),
     ""},
    {"sign-in-again",
     QT_TRANSLATE_NOOP("Sentences",
                       "Your session has ended. Please sign in again; what you entered is kept."),
     ""},
    {"offline-reason", QT_TRANSLATE_NOOP("Sentences", "The backend cannot be reached at the moment."), ""},
    {"live-blocked",
     QT_TRANSLATE_NOOP("Sentences",
                       "Live updates are blocked on the way to the backend, perhaps by a proxy. Everything "
                       "still works, but changes by others appear a few seconds later."),
     ""},
    {"newer-file",
     QT_TRANSLATE_NOOP("Sentences",
                       "The stored data was written by a newer Deskbell. Please update this one."),
     ""},
    {"already-sent",
     QT_TRANSLATE_NOOP("Sentences", "It has been sent already and can no longer be withdrawn."), ""},
    {"signed-out", QT_TRANSLATE_NOOP("Sentences", "Nobody is signed in on this desk."), ""},
    {"store-failed",
     QT_TRANSLATE_NOOP("Sentences", "This could not be kept on this computer. Please try again."), ""},
    {"store-not-writable",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "Nothing can be kept in %1: the folder cannot be written to. Please tell the operator."),
     "path"},
    {"store-damaged",
     QT_TRANSLATE_NOOP("Sentences",
                       "The data kept on this computer is damaged. Please close Deskbell and open it again."),
     ""},
    {"outdated",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "This entry is too old to be carried out. Please check the reservation and enter it again."),
     ""},
    {"blocked",
     QT_TRANSLATE_NOOP("Sentences", "An earlier entry that this one depends on was never carried out."), ""},
    {"not-ready",
     QT_TRANSLATE_NOOP("Sentences", "The desk is still being opened. Please try again in a moment."), ""},
    {"no-property",
     QT_TRANSLATE_NOOP("Sentences", "This account belongs to no property. Please tell the operator."), ""},
    {"timeout", QT_TRANSLATE_NOOP("Sentences", "The backend did not answer in time."), ""},
    {"silent", QT_TRANSLATE_NOOP("Sentences", "The backend did not answer in time."), ""},
    {"retry",
     QT_TRANSLATE_NOOP("Sentences",
                       "The backend is still working on this; it will be sent again in a moment."),
     ""},
    {"backend-busy",
     QT_TRANSLATE_NOOP("Sentences",
                       "The backend cannot do this at the moment; it will be sent again until it succeeds."),
     ""},
    {"no-answer", QT_TRANSLATE_NOOP("Sentences", "The backend did not answer. Deskbell will try again."), ""},
    {"bad-command",
     QT_TRANSLATE_NOOP("Sentences", "The backend cannot read this entry. Please enter it again, and tell the "
                                    "operator if it happens again."),
     ""},
    {"id-reused",
     QT_TRANSLATE_NOOP("Sentences",
                       "The backend has a different entry with the same number. Please tell the operator."),
     ""},
    {"card-unreadable", QT_TRANSLATE_NOOP("Sentences", "The card could not be read. Please try again."), ""},
    {"card-cancelled",
     QT_TRANSLATE_NOOP("Sentences", "The card payment was cancelled at the terminal; nothing was charged."),
     ""},
    {"terminal-missing",
     QT_TRANSLATE_NOOP("Sentences", "The card terminal does not answer. Is it switched on?"), ""},
};

const Line *lineOf(const std::string &code)
{
    for (const Line &line : lines) {
        if (code == line.code)
            return &line;
    }
    return nullptr;
}

} // namespace

QString sentence(const Error &error, const Names &names)
{
    const Line *line = lineOf(error.code);
    if (!line)
        return Sentences::tr("Something unexpected went wrong (%1).").arg(text(error.code));
    const char *own = sentenceWords(error.code, names.kind);
    QStringList values;
    for (const QString &name : QString::fromLatin1(line->facts).split(u' ', Qt::SkipEmptyParts)) {
        const auto fact = error.facts.find(utf8(name));
        values << (fact == error.facts.end() ? QStringLiteral("…")
                                             : storedText(fact->first, fact->second, names));
    }
    return filled(Sentences::tr(own ? own : line->words), values);
}

bool hasSentence(const std::string &code)
{
    return lineOf(code) != nullptr;
}

QStringList codesWithSentences()
{
    QStringList codes;
    for (const Line &line : lines)
        codes << QLatin1String(line.code);
    return codes;
}

} // namespace deskbell::ui
