// Amounts as people type them, in each locale: that amount, or none.

#include <QTest>

#include "models/amount.h"

using namespace deskbell;

class TestAmount : public QObject
{
    Q_OBJECT

private slots:
    void anAmountIsWhatWasTypedOrNone_data();
    void anAmountIsWhatWasTypedOrNone();
};

void TestAmount::anAmountIsWhatWasTypedOrNone_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("minor"); // or the error's code
    int number = 0;
    const auto row = [&](const char *typed, const char *currency, const char *locale, const char *minor) {
        QTest::addRow("%d: %s %s (%s)", ++number, typed, currency, locale)
            << QString::fromUtf8(typed) << QString::fromLatin1(currency) << QString::fromLatin1(locale)
            << QString::fromLatin1(minor);
    };
    const char *bad = "bad-amount";
    const char *two = "ambiguous-amount";
    for (const char *locale : {"en", "ko", "de", "fr"}) {
        // The same everywhere.
        row("128.50", "EUR", locale, "12850");
        row("12,50", "EUR", locale, "1250");
        row("12.5", "EUR", locale, "1250");
        row(".50", "EUR", locale, "50");
        row("0.05", "EUR", locale, "5");
        row("0,500", "EUR", locale, "50");
        row("1250", "EUR", locale, "125000");
        row("1.250,00", "EUR", locale, "125000");
        row("1,250.00", "EUR", locale, "125000");
        row("1.234.567", "EUR", locale, "123456700");
        row("1,234,567.8", "EUR", locale, "123456780");
        row("1 250,50", "EUR", locale, "125050");
        row("1’250.50", "EUR", locale, "125050");
        row("1250.500", "EUR", locale, "125050");
        row("€ 98", "EUR", locale, "9800");
        row("98 eur", "EUR", locale, "9800");
        row("１２．５０", "EUR", locale, "1250");
        row("10,000원", "KRW", locale, "10000");
        row("₩120,000", "KRW", locale, "120000");
        row("￦１０，０００", "KRW", locale, "10000");
        row("1.500", "KRW", locale, "1500");
        row("1,500", "KRW", locale, "1500");
        row("1,250.00", "KRW", locale, "1250");
        row("1.250,00", "KRW", locale, "1250");
        row("1500 KRW", "KRW", locale, "1500");
        for (const char *none : {"", " ", "ten", "12.", "1.2.3", "1,23,456", "12,50,00", "1,234.567,00", "-5",
                                 "1e3", "$5", "12 50", "0x10", "½", "1.250,00.00", "9999999999999999999"}) {
            row(none, "EUR", locale, bad);
        }
        row("12.5", "KRW", locale,
            QLocale(QLatin1String(locale)).decimalPoint() == QLatin1String(".") ? bad : two);
    }
    // One sign with three digits behind it.
    row("1,250", "EUR", "en", "125000");
    row("1.250", "EUR", "de", "125000");
    row("1.250", "EUR", "en", two);
    row("12.505", "EUR", "en", two);
    row("1,250", "EUR", "de", two);
    row("1.234", "KWD", "en", "1234");
    row("1,234", "KWD", "en", two);
    row("1,234", "KWD", "de", "1234");
    row("1.234", "KWD", "de", two);
    row("1,234.500", "KWD", "en", "1234500");
    // Won have no part.
    row("12.00", "KRW", "en", "12");
    row("10,00", "KRW", "en", two);
    row("10,00", "KRW", "ko", two);
}

void TestAmount::anAmountIsWhatWasTypedOrNone()
{
    QFETCH(QString, typed);
    QFETCH(QString, currency);
    QFETCH(QString, locale);
    QFETCH(QString, minor);
    const auto money = models::amountTyped(typed, *parseCurrency(currency.toStdString()), QLocale(locale));
    QCOMPARE(money ? QString::number(money->minor) : QString::fromStdString(money.error().code), minor);
}

QTEST_MAIN(TestAmount)
#include "tst_amount.moc"
