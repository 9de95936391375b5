// What is stored as text reaches people in words: no code, no id and no minor unit, in both languages.

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <utility>

#include "domain/auditedchanges.h"
#include "domain/event.h"
#include "support/randomvalues.h"
#include "ui/audit/operationwords.h"
#include "ui/audit/reconciliationwords.h"
#include "ui/format.h"
#include "ui/languages.h"
#include "ui/sentences.h"
#include "ui/storedwords.h"

using namespace deskbell;

namespace {

const char *const currencies[] = {"KRW", "EUR", "JOD", "USD", "JPY", "GBP"};
constexpr int refundStates = static_cast<int>(RefundState::Failed) + 1;
const Uuid someId = makeNamedUuid({}, "something");

QString source(const QString &path)
{
    QFile file(QStringLiteral(DESKBELL_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// All that the expression's first group finds in a file, so that a new value cannot be forgotten here.
QStringList foundIn(const QString &text, const char *expression)
{
    QStringList found;
    auto matches = QRegularExpression(QLatin1String(expression)).globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured(1);
    return found;
}

ui::Names names(OfferingKind kind = OfferingKind::Rooms)
{
    ui::Names names;
    names.kind = kind;
    names.currency = *parseCurrency("EUR");
    names.unit = [](const UnitId &) { return QStringLiteral("301"); };
    names.offering = [](const OfferingId &) { return QStringLiteral("더블"); };
    names.guest = [](const ReservationId &) { return QStringLiteral("김하나"); };
    return names;
}

/// Words of the language that is in use, and nothing that only programs read. "yes" is a word as it is
/// stored.
bool isReadable(const QString &shown, const QString &raw)
{
    static const QRegularExpression stored(
        QStringLiteral("[0-9a-f]{8}-[0-9a-f]{4}|\\d{4}-\\d\\d-\\d\\d|\\d ?[A-Z]{3}\\b"));
    static const QRegularExpression letters(QStringLiteral("[a-z]{2,}"));
    const bool isKorean = QLocale().language() == QLocale::Korean;
    const QString rest = QString(shown).remove(QStringLiteral("Deskbell"));
    return !shown.isEmpty() && (shown != raw || raw == QLatin1String("yes") || raw == QLatin1String("no")) &&
           !shown.contains(stored) && !(isKorean && rest.contains(letters)) &&
           !shown.contains(ui::newerText());
}

} // namespace

class TestStoredWords : public QObject
{
    Q_OBJECT

private slots:
    void everyPaymentIsToldByItsMethodItsAmountAndItsState();
    void everyRefundAndEveryMessageIsToldInWords();
    void everyFieldOfTheAuditHasAName();
    void everyValueOfTheAuditIsReadable();
    void everyoneWhoActsForTheBackendIsNamed();
    void aPersonKeepsTheNameOfAWorker();
    void everyChannelIsNamed();
    void everyEventOfTheHistoryIsReadable();
    void everySentenceTellsItsFactsInWords();
    void aSentenceWithoutItsFactsHasNoQuestionMarks();
    void everySideOfTheBooksIsReadable();
    void whatANewerDeskbellHasStoredIsSaidSo();

private:
    /// In each language.
    template <typename Check>
    void inBoth(Check &&check)
    {
        for (const char *language : {"en", "ko"}) {
            QVERIFY(m_languages.use(QLatin1String(language)));
            check();
        }
    }
    static void verify(const QString &shown, const QString &raw)
    {
        QVERIFY2(isReadable(shown, raw), qPrintable(raw + QStringLiteral(" → ") + shown));
    }

    ui::Languages m_languages;
};

void TestStoredWords::everyPaymentIsToldByItsMethodItsAmountAndItsState()
{
    inBoth([] {
        for (const auto method : {PaymentMethod::Cash, PaymentMethod::Card, PaymentMethod::Transfer}) {
            for (const char *currency : currencies) {
                for (int state = 0; state < countOf<PaymentState>; ++state) {
                    const Money amount{1'234'567, *parseCurrency(currency)};
                    const std::string raw = std::string(toString(method)) + ' ' + toString(amount) + ' ' +
                                            std::string(toString(static_cast<PaymentState>(state)));
                    const QString shown = ui::auditValueText("payment 0190", raw, names());
                    verify(shown, ui::typed(raw));
                    QVERIFY2(shown.contains(ui::moneyText(amount)), qPrintable(shown));
                    QVERIFY2(!shown.contains(QStringLiteral("1234567")), qPrintable(shown));
                }
            }
        }
    });
    QVERIFY(m_languages.use(QStringLiteral("en")));
    QCOMPARE(ui::auditValueText("payment 0190", "cash 1000 EUR taken", names()),
             QStringLiteral("Cash · €10.00 · Taken"));
}

void TestStoredWords::everyRefundAndEveryMessageIsToldInWords()
{
    inBoth([] {
        for (int state = 0; state < refundStates; ++state) {
            const std::string raw = "1000 JOD " + std::string(toString(static_cast<RefundState>(state)));
            verify(ui::auditValueText("refund 0190", raw, names()), ui::typed(raw));
        }
        for (int kind = 0; kind < countOf<NoticeKind>; ++kind) {
            for (int way = 0; way < countOf<NoticeWay>; ++way) {
                for (int state = 0; state < countOf<NoticeState>; ++state) {
                    const std::string raw = std::string(toString(static_cast<NoticeKind>(kind))) + ' ' +
                                            std::string(toString(static_cast<NoticeWay>(way))) + ' ' +
                                            std::string(toString(static_cast<NoticeState>(state)));
                    verify(ui::auditValueText("notice 0190", raw, names()), ui::typed(raw));
                }
            }
        }
    });
}

void TestStoredWords::everyFieldOfTheAuditHasAName()
{
    // Whatever may change of a row.
    QStringList fields;
    rc::check([&] {
        forEachEntity([&]<typename Kind>() {
            for (const AuditedChange &change : auditedChanges(nullptr, random::full<Kind>()))
                fields << ui::typed(change.field.substr(0, change.field.find(' ')));
        });
    });
    fields.removeDuplicates();
    fields << foundIn(source(QStringLiteral("domain/rebase.cpp")), "(?:member|visit)\\(\"([a-zA-Z.]+)\"")
           << foundIn(source(QStringLiteral("server/pages/refusedguests.cpp")), "\\{\"([a-z]+)\", ")
           << foundIn(source(QStringLiteral("server/gateway/accountroutes.cpp")),
                      "\\{\"(session|password)\", ");
    QVERIFY(fields.size() > 40);
    inBoth([&] {
        for (const QString &field : fields)
            verify(ui::auditFieldName(ui::utf8(field)), field);
    });
}

void TestStoredWords::everyValueOfTheAuditIsReadable()
{
    const std::string id = toString(someId);
    const std::pair<const char *, std::string> values[] = {{"price", "25700 EUR"},
                                                           {"basePrice", "12850"},
                                                           {"stay", "2016-08-03/2016-08-06"},
                                                           {"payBy", "2016-08-03T14:05:00.000Z"},
                                                           {"startsAt", "2016-08-12T19:30"},
                                                           {"businessDate", "2016-08-03"},
                                                           {"since", "2016-08-03T14:00:00.000Z"},
                                                           {"guest.language", "en"},
                                                           {"guest.language", "ko"},
                                                           {"isApproved", "yes"},
                                                           {"holdsStock", "no"},
                                                           {"approved", "yes"},
                                                           {"guest.wantsNotices", "yes"},
                                                           {"guest.notices", "no"},
                                                           {"unpaidSince", "2016-08-03T14:05:00.000Z"},
                                                           {"earlierUnits", id + " 2016-08-03/2016-08-06"},
                                                           {"clerksConfirm", "no"},
                                                           {"unit", id},
                                                           {"wish", id},
                                                           {"offering", id},
                                                           {"endReason", "no-stock"},
                                                           {"endReason", "not-paid-in-time"},
                                                           {"endReason", "card-declined"}};
    inBoth([&] {
        for (const auto &[field, value] : values) {
            // A language is named in itself.
            if (value != "en" || QLocale().language() != QLocale::Korean)
                verify(ui::auditValueText(field, value, names()), ui::typed(value));
        }
        for (const auto kind : {OfferingKind::Rooms, OfferingKind::Performance, OfferingKind::Title}) {
            for (int state = 0; state < countOf<ReservationState>; ++state) {
                const std::string raw(toString(static_cast<ReservationState>(state)));
                verify(ui::auditValueText("state", raw, names(kind)), ui::typed(raw));
            }
        }
        for (int card = 0; card < countOf<CardOnFile>; ++card) {
            const std::string raw(toString(static_cast<CardOnFile>(card)));
            verify(ui::auditValueText("card", raw, names()), ui::typed(raw));
        }
        for (const Workflow &workflow : workflows::all)
            verify(ui::auditValueText("workflow", std::string(workflow.name), names()),
                   ui::typed(std::string(workflow.name)));
        for (int type = 0; type < countOf<CommandType>; ++type) {
            const std::string raw(toString(static_cast<CommandType>(type)));
            verify(ui::auditTypeText(raw, OfferingKind::Rooms), ui::typed(raw));
        }
        for (const char *channel : {"desk", "guest", "worker", "operator"}) {
            models::AuditEntry entry;
            entry.channel = channel;
            verify(ui::auditOriginText(entry), QLatin1String(channel));
        }
    });
    QVERIFY(m_languages.use(QStringLiteral("en")));
    QCOMPARE(ui::auditValueText("basePrice", "12850", names()), QStringLiteral("€128.50"));
}

void TestStoredWords::everyoneWhoActsForTheBackendIsNamed()
{
    QStringList actors;
    QDirIterator files(QStringLiteral(DESKBELL_SOURCE_DIR "/server"), {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        actors << foundIn(text, "m_recorder\\(\"([a-z-]+)\"")
               << foundIn(text, "string_view (?:operator|guest)Name = \"([a-z-]+)\"")
               << foundIn(text, "Actor [a-z]+\\{\\{\\}, \"([a-z-]+)\"")
               << foundIn(text, "history\\.push_back\\(\\{[a-z]+, \"([a-z-]+)\"");
    }
    for (const char *known :
         {"payment-worker", "hotel-worker", "notice-worker", "import", "operator", "guest"})
        QVERIFY2(actors.contains(QLatin1String(known)), known);
    inBoth([&] {
        for (const QString &actor : std::as_const(actors))
            verify(ui::actorText(ui::utf8(actor)), actor);
        // The audit keeps no guest's name.
        verify(ui::actorText(Actor{{}, "", Role::Guest}), QString());
        QVERIFY(ui::actorText(Actor{{}, "", Role::Guest}) != ui::actorText(std::string()));
    });
}

void TestStoredWords::aPersonKeepsTheNameOfAWorker()
{
    QVERIFY(m_languages.use(QStringLiteral("en")));
    QCOMPARE(ui::actorText(Actor{AccountId{someId}, "operator", Role::Clerk}), QStringLiteral("operator"));
    QCOMPARE(ui::actorText(std::string("김하나")), QStringLiteral("김하나"));
}

void TestStoredWords::everyChannelIsNamed()
{
    const QString importer = source(QStringLiteral("server/import/booking.cpp"));
    const auto begin = importer.indexOf(QStringLiteral("std::string channelOf("));
    QVERIFY(begin > 0);
    QStringList channels =
        foundIn(importer.mid(begin, importer.indexOf(QStringLiteral("\n}"), begin) - begin),
                "[?:] ?\"([a-z]+)\"|return \"([a-z]+)\"");
    channels << foundIn(importer.mid(begin, 700), "return \"([a-z]+)\"")
             << foundIn(source(QStringLiteral("domain/reservation.h")), "webChannel = \"([a-z]+)\"");
    const QString dialog = source(QStringLiteral("ui/reservation/newreservationdialog.cpp"));
    channels << foundIn(foundIn(dialog, "channels\\[\\] = \\{([^}]+)\\}").value(0), "\"([a-z]+)\"");
    channels.removeAll(QString());
    for (const char *known :
         {"ota", "agency", "group", "corporate", "direct", "other", "web", "desk", "phone"})
        QVERIFY2(channels.contains(QLatin1String(known)), known);
    inBoth([&] {
        for (const QString &channel : std::as_const(channels))
            verify(ui::channelName(ui::utf8(channel)), channel);
        // Somebody's own word stays.
        QCOMPARE(ui::channelName("Booking.com"), QStringLiteral("Booking.com"));
    });
}

void TestStoredWords::everyEventOfTheHistoryIsReadable()
{
    std::vector<std::pair<std::string, std::string>> entries;
    const auto add = [&](const Event &event, const std::string &detail = {}) {
        entries.emplace_back(eventName(event), detail);
    };
    [&]<std::size_t... index>(std::index_sequence<index...>)
    {
        (add(Event{std::in_place_index<index>}), ...);
    }
    (std::make_index_sequence<std::variant_size_v<Event>>());
    // Told by the notices themselves.
    std::erase_if(entries, [](const auto &entry) { return entry.first.starts_with("notice-"); });
    for (const char *currency : currencies) {
        const std::string amount = std::string("1234567 ") + currency;
        for (int state = 0; state < countOf<PaymentState>; ++state)
            add(PaymentMoved{{}, static_cast<PaymentState>(state), {}}, amount);
        for (int state = 0; state < refundStates; ++state)
            add(RefundMoved{{}, {}, static_cast<RefundState>(state), {}}, amount);
        add(PaymentAccepted{}, amount);
        add(RefundRequested{}, amount);
    }
    add(UnitAssigned{}, toString(someId));
    add(ReservationMoved{}, "2016-08-03/2016-08-06");
    add(GuestCheckedOut{}, "2016-08-06");
    for (const char *reason : {"no-stock", "not-paid-in-time", "card-declined"}) {
        add(ReservationRejected{}, reason);
        add(ReservationCancelled{}, reason);
        add(CancellationBegun{}, reason);
    }
    inBoth([&] {
        for (const auto &[what, detail] : entries) {
            const QString shown = ui::historyText({{}, "clerk", what, detail}, names());
            verify(shown, ui::typed(what));
            QVERIFY2(!shown.contains(QStringLiteral("1234567")), qPrintable(shown));
        }
    });
}

void TestStoredWords::everySentenceTellsItsFactsInWords()
{
    const std::string id = toString(someId);
    const Facts facts{{"state", "awaiting-confirmation"},
                      {"role", "clerk"},
                      {"unit", id},
                      {"reservation", id},
                      {"offering", id},
                      {"arrival", "2016-08-03"},
                      {"departure", "2016-08-06"},
                      {"night", "2016-08-04"},
                      {"businessDate", "2016-08-03"},
                      {"startsAt", "2016-08-12T19:30"},
                      {"amount", "1234567 JOD"},
                      {"chargeable", "1000 EUR"},
                      {"refundable", "5000 KRW"},
                      {"owed", "1000 EUR"},
                      {"field", "guest.phone"},
                      {"property", "바다"},
                      {"zone", "X"},
                      {"value", "-1"},
                      {"capacity", "2"},
                      {"sold", "3"},
                      {"free", "0"},
                      {"wanted", "1"},
                      {"expected", "1"},
                      {"got", "2"},
                      {"limit", "200"},
                      {"guests", "5"},
                      {"most", "2"},
                      {"unpaid", "2"},
                      {"name", "301"},
                      {"retryAfterS", "30"},
                      {"known", "A"},
                      {"server", "B"},
                      {"waiting", "3"},
                      {"path", "/"}};
    inBoth([&] {
        for (const QString &code : ui::codesWithSentences()) {
            for (const auto kind : {OfferingKind::Rooms, OfferingKind::Performance, OfferingKind::Title}) {
                const QString shown = ui::sentence(Error{ui::utf8(code), facts}, names(kind));
                QVERIFY2(!shown.contains(QStringLiteral("…")) && !shown.contains(QStringLiteral("1234567")),
                         qPrintable(code + QStringLiteral(": ") + shown));
                // An address is told as it is typed.
                if (code != QLatin1String("bad-server") && code != QLatin1String("tls-required"))
                    verify(shown, code);
            }
        }
    });
}

void TestStoredWords::aSentenceWithoutItsFactsHasNoQuestionMarks()
{
    QVERIFY(m_languages.use(QStringLiteral("en")));
    // The audit keeps why something was refused, and not with what.
    QCOMPARE(ui::sentence(Error{"unit-taken", {}}, names()),
             QStringLiteral("Room … is taken in these nights (… to …)."));
}

void TestStoredWords::everySideOfTheBooksIsReadable()
{
    inBoth([] {
        for (const char *status : {"READY", "IN_PROGRESS", "WAITING_FOR_DEPOSIT", "DONE", "CANCELED",
                                   "PARTIAL_CANCELED", "ABORTED", "EXPIRED"}) {
            for (const char *currency : currencies) {
                models::BookDifference difference;
                difference.kind = "amount-differs";
                difference.ledger = std::string("1234567 ") + currency + " taken";
                difference.provider = std::string("1234567 ") + currency + ' ' + status;
                verify(ui::ledgerText(difference), ui::typed(difference.ledger));
                verify(ui::providerText(difference), ui::typed(difference.provider));
                QVERIFY(!ui::providerText(difference).contains(QLatin1String(status)));
            }
        }
    });
}

void TestStoredWords::whatANewerDeskbellHasStoredIsSaidSo()
{
    QVERIFY(m_languages.use(QStringLiteral("en")));
    const std::pair<const char *, const char *> values[] = {{"state", "teleported"},
                                                            {"payment 1", "crypto 12 EUR taken"},
                                                            {"payment 1", "cash 12 XYZ taken"},
                                                            {"workflow", "auction"},
                                                            {"price", "1000"},
                                                            {"unit", "not-an-id"},
                                                            {"refund 1", "12 EUR"},
                                                            {"stay", "soon"},
                                                            {"notice 1", "a b c"},
                                                            {"payBy", "2016-08-03"},
                                                            {"approved", "perhaps"}};
    for (const auto &[field, value] : values) {
        const QString shown = ui::auditValueText(field, value, names());
        QVERIFY2(shown.contains(ui::newerText()), qPrintable(shown));
        QVERIFY2(!shown.contains(QLatin1String(value)), qPrintable(shown));
    }
    QVERIFY(ui::auditFieldName("mood").contains(ui::newerText()));
    QVERIFY(ui::auditTypeText("teleport-guest", OfferingKind::Rooms).contains(ui::newerText()));
    QVERIFY(ui::historyText({{}, "clerk", "guest-teleported", "x-1"}, names()).contains(ui::newerText()));
}

QTEST_MAIN(TestStoredWords)
#include "tst_storedwords.moc"
