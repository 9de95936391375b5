// A section of the reservation panel: it says what it is told, and touches no more than it must.

#include <QLabel>
#include <QLayout>
#include <QTest>

#include <random>

#include "ui/parts/parts.h"
#include "ui/reservation/section.h"

using namespace deskbell::ui;

class TestSection : public QObject
{
    Q_OBJECT

private slots:
    void anEntryOnTopLeavesTheOthersAlone();
    void aRowThatSaysSomethingElseKeepsItsPlace();
    void anyRowsComeAfterAnyOthers();
    void aLabelKnowsItsHeightAfterEveryChange();

private:
    static SectionRow entry(int number)
    {
        return SectionRow::entry({QLatin1String("clock"), {}, Tone::Muted},
                                 QStringLiteral("entry %1").arg(number), QStringLiteral("by somebody"));
    }
    static QWidget *rowAt(const Section &section, int index)
    {
        return section.layout()->itemAt(1)->layout()->itemAt(index)->widget();
    }
    static int count(const Section &section) { return section.layout()->itemAt(1)->layout()->count(); }
    /// What stands in a row, read as a person does.
    static QStringList wordsAt(const Section &section, int index)
    {
        QStringList words;
        QWidget *row = rowAt(section, index);
        QList<QLabel *> labels = row->findChildren<QLabel *>();
        if (auto *itself = qobject_cast<QLabel *>(row))
            labels.prepend(itself);
        for (const QLabel *label : labels) {
            if (!label->text().isEmpty())
                words << label->text();
        }
        return words;
    }
    static QStringList wordsOf(const SectionRow &row)
    {
        QStringList words{row.first, row.second, row.amount};
        words.removeAll(QString());
        return words;
    }
};

void TestSection::anEntryOnTopLeavesTheOthersAlone()
{
    Section section;
    section.setRows({entry(2), entry(1)});
    section.resize(300, 400);
    section.QWidget::show();
    const QWidget *second = rowAt(section, 0);
    const QWidget *first = rowAt(section, 1);
    section.setRows({entry(3), entry(2), entry(1)});
    QCOMPARE(count(section), 3);
    QCOMPARE(wordsAt(section, 0), wordsOf(entry(3)));
    QCOMPARE(rowAt(section, 1), second);
    QCOMPARE(rowAt(section, 2), first);
    QVERIFY(rowAt(section, 0)->isVisible());
    QTRY_VERIFY(rowAt(section, 0)->y() < second->y());
    // The list has an end: the oldest falls off, the others stay.
    const QWidget *third = rowAt(section, 0);
    section.setRows({entry(4), entry(3), entry(2)});
    QCOMPARE(count(section), 3);
    QCOMPARE(rowAt(section, 1), third);
    QCOMPARE(rowAt(section, 2), second);
}

void TestSection::aRowThatSaysSomethingElseKeepsItsPlace()
{
    Section section;
    const QString owed = QStringLiteral("Owed");
    section.setRows({SectionRow::fact(QStringLiteral("Total"), QStringLiteral("100")), SectionRow(),
                     SectionRow::fact(owed, QStringLiteral("100"))});
    const QWidget *row = rowAt(section, 2);
    section.setRows({SectionRow::fact(QStringLiteral("Total"), QStringLiteral("100")), SectionRow(),
                     SectionRow::fact(owed, QStringLiteral("40"))});
    QCOMPARE(rowAt(section, 2), row);
    QCOMPARE(wordsAt(section, 2), (QStringList{owed, QStringLiteral("40")}));
    // Another look is another row.
    section.setRows({SectionRow::fact(QStringLiteral("Total"), QStringLiteral("100")), SectionRow(),
                     SectionRow::fact(owed, QStringLiteral("40"), "error")});
    QCOMPARE(count(section), 3);
    QCOMPARE(rowAt(section, 2)->findChildren<QLabel *>().last()->property("role").toString(),
             QStringLiteral("error"));
}

void TestSection::anyRowsComeAfterAnyOthers()
{
    std::mt19937 random(7);
    const auto below = [&](int end) { return std::uniform_int_distribution(0, end - 1)(random); };
    Section section;
    for (int round = 0; round < 300; ++round) {
        std::vector<SectionRow> rows;
        for (int i = below(9); i > 0; --i) {
            const QString word = QString::number(below(5));
            switch (below(4)) {
            case 0:
                rows.push_back(SectionRow::words(word, below(2) == 0 ? "" : "muted"));
                break;
            case 1:
                rows.push_back(SectionRow::fact(QStringLiteral("fact"), word));
                break;
            case 2:
                rows.push_back(SectionRow::entry({}, word, QStringLiteral("under"),
                                                 below(2) == 0 ? QString() : QStringLiteral("5")));
                break;
            default:
                rows.emplace_back();
            }
        }
        section.setRows(rows);
        QCOMPARE(count(section), static_cast<int>(rows.size()));
        for (int i = 0; i < count(section); ++i) {
            const QStringList words = wordsOf(rows[static_cast<std::size_t>(i)]);
            QCOMPARE(wordsAt(section, i), words);
        }
    }
}

void TestSection::aLabelKnowsItsHeightAfterEveryChange()
{
    const QString words = QStringLiteral("a few words that need more than one line where it is narrow");
    WrappingLabel label(nullptr, "", words);
    QLabel plain(words);
    plain.setWordWrap(true);
    plain.setTextFormat(Qt::PlainText);
    const auto agree = [&] {
        for (const int width : {60, 90, 120, 400, 60, 90, 120, 400}) {
            if (label.heightForWidth(width) != plain.heightForWidth(width))
                return false;
        }
        return true;
    };
    QVERIFY(label.heightForWidth(60) > label.heightForWidth(400));
    QVERIFY(agree());
    for (QLabel *each : {static_cast<QLabel *>(&label), &plain})
        each->setText(words + words);
    QVERIFY(agree());
    QFont large = label.font();
    large.setPointSize(large.pointSize() * 2);
    for (QLabel *each : {static_cast<QLabel *>(&label), &plain})
        each->setFont(large);
    QVERIFY(agree());
    for (QLabel *each : {static_cast<QLabel *>(&label), &plain})
        each->setStyleSheet(QStringLiteral("QLabel { padding: 7px; }"));
    QVERIFY(agree());
}

QTEST_MAIN(TestSection)
#include "tst_section.moc"
