// Every code that can reach a person has a sentence of its own, in both languages.

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "domain/refusal.h"
#include "ui/format.h"
#include "ui/languages.h"
#include "ui/sentences.h"
#include "ui/words.h"

using namespace deskbell;

class TestSentences : public QObject
{
    Q_OBJECT

private slots:
    void everyRefusalOfTheDomainHasASentence();
    void everyNoteOfTheLinkHasASentence_data();
    void everyNoteOfTheLinkHasASentence();
    void aSentenceTellsItsFactsInEachLanguage();
    void anUnknownCodeIsNamed();
    void whatBecameOfANoticeIsToldInWordsAndWithItsCode();
    void amountsAreWrittenWithTheCurrencysDigits();

private:
    ui::Languages m_languages;
};

void TestSentences::everyRefusalOfTheDomainHasASentence()
{
    // Read from the header itself, so that a new code cannot be forgotten here.
    QFile header(QStringLiteral(DESKBELL_SOURCE_DIR "/domain/refusal.h"));
    QVERIFY(header.open(QIODevice::ReadOnly));
    static const QRegularExpression code(QStringLiteral("= \"([a-z-]+)\";"));
    auto found = code.globalMatch(QString::fromUtf8(header.readAll()));
    int count = 0;
    QStringList missing;
    while (found.hasNext()) {
        const QString name = found.next().captured(1);
        ++count;
        if (!ui::hasSentence(ui::utf8(name)))
            missing << name;
    }
    QVERIFY(count > 25);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    for (const QString &name : ui::codesWithSentences()) {
        QVERIFY(m_languages.use(QStringLiteral("en")));
        const QString english = ui::sentence(Error{ui::utf8(name), {}}, {});
        QVERIFY(m_languages.use(QStringLiteral("ko")));
        const QString korean = ui::sentence(Error{ui::utf8(name), {}}, {});
        QVERIFY2(english != korean && !korean.isEmpty(), qPrintable(name));
    }
}

void TestSentences::everyNoteOfTheLinkHasASentence_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"cache-rebuilt",
                             "intent-set-aside",
                             "disk-full",
                             "keychain-missing",
                             "clock-skew",
                             "backend-restored",
                             "sign-in-again",
                             "offline-reason",
                             "tls-required",
                             "offline",
                             "bad-credentials",
                             "too-many-attempts",
                             "protocol-too-old",
                             "protocol-too-new",
                             "outbox-not-empty",
                             "already-sent",
                             "store-failed",
                             "card-unreadable",
                             "not-the-backend",
                             "backend-unwell",
                             "live-blocked",
                             "timeout",
                             "retry",
                             "backend-busy"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void TestSentences::everyNoteOfTheLinkHasASentence()
{
    QFETCH(QString, code);
    QVERIFY(ui::hasSentence(ui::utf8(code)));
}

void TestSentences::aSentenceTellsItsFactsInEachLanguage()
{
    const Error error{"more-than-owed", {{"amount", "123456 EUR"}, {"chargeable", "1000 EUR"}}};
    QVERIFY(m_languages.use(QStringLiteral("en")));
    QVERIFY(ui::sentence(error, {}).contains(QStringLiteral("€1,234.56")));
    QVERIFY(m_languages.use(QStringLiteral("ko")));
    QVERIFY(ui::sentence(error, {}).contains(QStringLiteral("€10.00")));
    const Error taken{"unit-taken", {{"arrival", "2016-08-03"}, {"departure", "2016-08-05"}, {"unit", "x"}}};
    QVERIFY(ui::sentence(taken, {}).contains(QStringLiteral("2016년 8월 3일")));
}

void TestSentences::anUnknownCodeIsNamed()
{
    QVERIFY(ui::sentence(Error{"never-heard-of", {}}, {}).contains(QLatin1String("never-heard-of")));
}

void TestSentences::whatBecameOfANoticeIsToldInWordsAndWithItsCode()
{
    for (const char *language : {"en", "ko"}) {
        QVERIFY(m_languages.use(QString::fromLatin1(language)));
        QSet<QString> told;
        for (int state = 0; state < countOf<NoticeState>; ++state) {
            Notice notice;
            notice.state = static_cast<NoticeState>(state);
            told.insert(ui::noticeStateName(notice));
        }
        QCOMPARE(told.size(), countOf<NoticeState>);
        QVERIFY(!told.contains(QString()));
        for (int kind = 0; kind < countOf<NoticeKind>; ++kind) {
            for (const auto of : {OfferingKind::Rooms, OfferingKind::Performance, OfferingKind::Title})
                QVERIFY(!ui::noticeKindName(static_cast<NoticeKind>(kind), of).isEmpty());
        }
        Notice notice;
        notice.state = NoticeState::Failed;
        notice.way = NoticeWay::Sms;
        notice.fallbackCode = "3104";
        notice.providerCode = "3010";
        QVERIFY(ui::noticeDetail(notice).contains(QLatin1String("3104")));
        QVERIFY(ui::noticeDetail(notice).contains(QLatin1String("3010")));
        notice.state = NoticeState::Delivered;
        QVERIFY(ui::noticeStateName(notice) != ui::noticeStateName(Notice{.state = NoticeState::Delivered}));
        QVERIFY(!ui::noticeDetail(notice).contains(QLatin1String("3010"))); // a delivery's code says nothing
    }
}

void TestSentences::amountsAreWrittenWithTheCurrencysDigits()
{
    QVERIFY(m_languages.use(QStringLiteral("en")));
    QCOMPARE(ui::moneyText({120000, *parseCurrency("KRW")}), QStringLiteral("₩120,000"));
    QCOMPARE(ui::moneyText({-5, *parseCurrency("EUR")}), QStringLiteral("-€0.05"));
    QCOMPARE(ui::amountText({1234567, *parseCurrency("EUR")}), QStringLiteral("12,345.67"));
}

QTEST_MAIN(TestSentences)
#include "tst_sentences.moc"
