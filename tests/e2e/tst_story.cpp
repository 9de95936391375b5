// The whole story through the real windows, on the demonstration hotel.

#include <QTest>

#include "e2e/support/house.h"
#include "e2e/support/mainstory.h"

using namespace deskbell::e2e;

class tst_Story : public QObject
{
    Q_OBJECT

private slots:
    void everyStepOfTheMainStoryHolds();
};

void tst_Story::everyStepOfTheMainStoryHolds()
{
    House house;
    QVERIFY2(house.furnish(), qPrintable(house.why()));
    Story story(qEnvironmentVariable("DESKBELL_TOUR_DIR", house.path(QStringLiteral("tour"))));
    playMainStory(story, {house.backendUrl(), house.sandboxUrl(), QLatin1String(House::password),
                          QLatin1String(House::password), house.path(QStringLiteral("desks"))});
    QVERIFY(story.write());
    QVERIFY2(story.hasHeld(), qPrintable(story.summary()));
}

QTEST_MAIN(tst_Story)
#include "tst_story.moc"
