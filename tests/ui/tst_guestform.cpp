// The fields of a guest, in taking and in editing alike: messages go by phone, so that without a number
// there is nothing to choose.

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "ui/languages.h"
#include "ui/reservation/guestform.h"
#include "ui/scenes.h"

using namespace deskbell;
using namespace deskbell::testing;

class TestGuestForm : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_languages.use(QStringLiteral("en"))); }

    void messagesNeedAPhoneNumber()
    {
        for (const char *action : {"actionNew", "actionWalkIn"}) {
            Stage stage(Role::Manager);
            QWidget *dialog = openDialog(stage, action);
            QVERIFY(dialog);
            auto *notices = find<QCheckBox>(dialog, "guestNotices");
            QVERIFY(!notices->isEnabled() && !notices->isChecked());
            QVERIFY2(notices->text().contains(QStringLiteral("phone")), qPrintable(notices->text()));
            auto *phone = find<QLineEdit>(dialog, "guestPhone");
            find<QLineEdit>(dialog, "guestEmail")->setText(QStringLiteral("a@example.com"));
            QVERIFY(!notices->isEnabled()); // nothing goes by e-mail
            phone->setText(QStringLiteral("  "));
            QVERIFY(!notices->isEnabled());
            phone->setText(QStringLiteral("010-1234-5678"));
            QVERIFY(notices->isEnabled() && notices->isChecked());
            QVERIFY(!notices->text().contains(QStringLiteral("phone")));
        }
    }

    void whatWasChosenIsKeptWhileThereIsNoNumber()
    {
        ui::GuestForm form;
        auto *notices = find<QCheckBox>(&form, "guestNotices");
        auto *phone = find<QLineEdit>(&form, "guestPhone");
        phone->setText(QStringLiteral("010-1234-5678"));
        notices->click();
        QVERIFY(!form.guest().wantsNotices);
        phone->clear();
        phone->setText(QStringLiteral("010-8765-4321"));
        QVERIFY(notices->isEnabled() && !notices->isChecked());
        QVERIFY(!form.guest().wantsNotices);
        notices->click();
        phone->clear();
        QVERIFY(!notices->isChecked());
        phone->setText(QStringLiteral("010-8765-4321"));
        QVERIFY(notices->isChecked());
    }

    void editingAGuestWithoutANumberChangesNothingElse()
    {
        for (const bool wants : {true, false}) {
            ui::GuestForm form;
            Guest guest;
            guest.name = "Kim Hana";
            guest.language = "ko";
            guest.wantsNotices = wants;
            form.setGuest(guest);
            QVERIFY(!find<QCheckBox>(&form, "guestNotices")->isChecked());
            QVERIFY(form.guest() == guest);
            find<QLineEdit>(&form, "guestPhone")->setText(QStringLiteral("010-1234-5678"));
            QCOMPARE(find<QCheckBox>(&form, "guestNotices")->isChecked(), wants);
        }
    }

private:
    ui::Languages m_languages;
};

QTEST_MAIN(TestGuestForm)
#include "tst_guestform.moc"
