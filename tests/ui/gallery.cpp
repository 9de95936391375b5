// Renders every screen to a PNG, to be looked at:
//   QT_QPA_PLATFORM=offscreen ui_gallery DIR [--lang ko|en] [--dark] [--size 1366x768] [--only NAME]
// Twice the size: QT_SCALE_FACTOR=2.

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

#include "ui/languages.h"
#include "ui/screens.h"
#include "ui/theme.h"
#include "ui/window/mainwindow.h"

using namespace deskbell;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("dir"), QStringLiteral("Where the pictures go"));
    parser.addOption(
        {QStringLiteral("lang"), QStringLiteral("en or ko"), QStringLiteral("tag"), QStringLiteral("en")});
    parser.addOption({QStringLiteral("dark"), QStringLiteral("The dark scheme")});
    parser.addOption({QStringLiteral("size"), QStringLiteral("Of the main window"), QStringLiteral("WxH"),
                      QStringLiteral("1440x860")});
    parser.addOption(
        {QStringLiteral("only"), QStringLiteral("Screens whose name contains this"), QStringLiteral("text")});
    parser.process(application);
    const QDir dir(parser.positionalArguments().value(0, QStringLiteral(".")));
    QDir().mkpath(dir.path());

    ui::Languages languages;
    if (!languages.use(parser.value(QStringLiteral("lang"))))
        return 1;
    ui::applyTheme(application, parser.isSet(QStringLiteral("dark")) ? ui::Scheme::Dark : ui::Scheme::Light);
    const QStringList size = parser.value(QStringLiteral("size")).split(u'x');
    for (const testing::Screen &screen : testing::screens()) {
        if (!QLatin1String(screen.name).contains(parser.value(QStringLiteral("only"))))
            continue;
        testing::Stage stage(screen.role);
        stage.window->resize(size.value(0).toInt(), size.value(1).toInt());
        stage.window->show();
        stage.settle();
        QWidget *shown = screen.show(stage);
        stage.settle();
        if (!shown->grab().save(dir.filePath(QLatin1String(screen.name) + QStringLiteral(".png"))))
            return 1;
        // Dialogs go with their window.
    }
    return 0;
}
