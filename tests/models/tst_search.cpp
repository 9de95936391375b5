// What a person looks for is found however it is written, and who is here comes first.

#include <QTest>

#include <algorithm>

#include "models/search.h"

using namespace deskbell;
using models::Search;
using models::StayRow;

class TestSearch : public QObject
{
    Q_OBJECT

private slots:
    void aReservationIsFoundHoweverItIsWritten_data();
    void aReservationIsFoundHoweverItIsWritten();
    void whoIsInTheHouseComesFirst();
};

void TestSearch::aReservationIsFoundHoweverItIsWritten_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("guest");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<bool>("isFound");
    const auto row = [](const char *typed, const char *guest, const char *phone, bool isFound) {
        QTest::addRow("%s in %s %s", typed, guest, phone)
            << QString::fromUtf8(typed) << QString::fromUtf8(guest) << QString::fromUtf8(phone) << isFound;
    };
    row("jose", "José Muñoz", "", true);
    row("MUNOZ jose", "José Muñoz", "", true);
    row("muñoz", "Jose Munoz", "", true);
    row("mu\u006e\u0303oz", "José Muñoz", "", true); // decomposed
    row("strasse", "Eva Straße", "", true);
    row("soren", "Søren Łukasz", "", true);
    row("lukasz soren", "Søren Łukasz", "", true);
    row("kim mina", "Mina Kim", "", true);
    row("mina", "Mina Kim", "", true);
    row("min ki", "Mina Kim", "", true);
    row("mina lee", "Mina Kim", "", false);
    row("김지원", "\u1100\u1175\u11b7\u110c\u1175\u110b\u116f\u11ab", "", true); // taken apart
    row("김지우", "김지원", "", false);
    row("김지", "김지원", "", true);
    row("Ｋｉｍ", "Kim", "", true); // full width
    row("דוד", "דוד לוי", "", true);
    row("010-1234-5678", "A", "+82 10-1234-5678", true);
    row("01012345678", "A", "+82 (0)10 1234 5678", true);
    row("+82 10 1234 5678", "A", "010-1234-5678", true);
    row("0082 10 1234 5678", "A", "01012345678", true);
    row("０１０１２３４５６７８", "A", "010.1234.5678", true);
    row("5678", "A", "010-1234-5678", true);
    row("1234 5678", "A", "010-1234-5678", true);
    row("kim 5678", "Kim Mina", "010-1234-5678", true);
    row("lee 5678", "Kim Mina", "010-1234-5678", false);
    row("678", "A", "010-1234-5678", false); // too little to be a number
    row("010-1234-5679", "A", "010-1234-5678", false);
    row("+1 10 1234 5678", "A", "1234", false);
    row("301", "Kim Mina", "", true);
    row("kim 301", "Kim Mina", "", true);
    row("30", "Kim Mina", "", false);
    row("k7q2-m9", "Kim Mina", "", true);
    row("K7Q2M9", "Kim Mina", "", true);
    row("annex", "Kim Mina", "", false);
}

void TestSearch::aReservationIsFoundHoweverItIsWritten()
{
    QFETCH(QString, typed);
    QFETCH(QString, guest);
    QFETCH(QString, phone);
    QFETCH(bool, isFound);
    const std::string name = guest.toStdString();
    const std::string number = phone.toStdString();
    QCOMPARE(Search(typed).finds({name, number, "K7Q2-M9", "301"}), isFound);
}

void TestSearch::whoIsInTheHouseComesFirst()
{
    const Date today = std::chrono::local_days{std::chrono::year{2016} / 8 / 3};
    const auto row = [&](const char *guest, ReservationState state, int arrival, int departure) {
        StayRow one;
        one.guest = guest;
        one.state = state;
        one.stay = {today + Days{arrival}, today + Days{departure}};
        return one;
    };
    std::vector<StayRow> rows{
        row("long ago", ReservationState::Departed, -400, -398),
        row("last week", ReservationState::Departed, -9, -7),
        row("cancelled", ReservationState::Cancelled, -30, -28),
        row("next year", ReservationState::Confirmed, 300, 302),
        row("next week", ReservationState::Requested, 7, 9),
        row("today", ReservationState::Confirmed, 0, 2),
        row("late", ReservationState::Confirmed, -1, 2),
        row("here", ReservationState::InHouse, -2, 1),
        row("here longer", ReservationState::InHouse, -5, 3),
    };
    std::ranges::sort(rows,
                      [&](const StayRow &a, const StayRow &b) { return models::isSooner(a, b, today); });
    QStringList order;
    for (const StayRow &one : rows)
        order << QString::fromStdString(one.guest);
    QCOMPARE(order, (QStringList{"here longer", "here", "late", "today", "next week", "next year",
                                 "last week", "cancelled", "long ago"}));
}

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
