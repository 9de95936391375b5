#include "e2e/handsplugin/handsplugin.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

#include "e2e/support/hands.h"

namespace deskbell::e2e {

namespace {

int countOf(const QString &objectName)
{
    int count = 0;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (!window->isVisible())
            continue;
        const auto named = window->findChildren<QWidget *>(objectName);
        count += static_cast<int>(
            std::count_if(named.begin(), named.end(), [](const QWidget *each) { return each->isVisible(); }));
    }
    return count;
}

bool pressKeys(const QString &keys)
{
    const QKeySequence sequence(keys, QKeySequence::PortableText);
    if (sequence.isEmpty())
        return false;
    press(sequence[0].key(), sequence[0].keyboardModifiers());
    return true;
}

bool waitToSee(const QString &count, const QString &objectName)
{
    return waitFor([&] { return countOf(objectName) == count.toInt(); });
}

bool waitToRead(const QString &objectName, const QString &words)
{
    return waitFor([&] {
        const QWidget *widget = see(objectName);
        return widget && widget->property("text").toString().contains(words);
    });
}

bool make(const QString &gesture, const QString &object, const QString &rest)
{
    if (gesture == QLatin1String("click"))
        return click(object);
    if (gesture == QLatin1String("type"))
        return type(object, rest);
    if (gesture == QLatin1String("press"))
        return pressKeys(object);
    if (gesture == QLatin1String("see"))
        return waitToSee(rest, object);
    if (gesture == QLatin1String("read"))
        return waitToRead(object, rest);
    return false;
}

} // namespace

void Hands::start()
{
    // Ends with the process: what it waits for comes from outside alone.
    std::thread([this] {
        for (std::string line; std::getline(std::cin, line);)
            QMetaObject::invokeMethod(
                this, [this, line] { carryOut(QString::fromStdString(line)); }, Qt::QueuedConnection);
    }).detach();
}

void Hands::carryOut(const QString &line)
{
    const auto word = [&](int at) { return line.section(QLatin1Char(' '), at, at); };
    const bool isDone = make(word(1), word(2), line.section(QLatin1Char(' '), 3));
    std::printf("hands: %s %s\n", qPrintable(word(0)), isDone ? "yes" : "no");
    std::fflush(stdout);
}

QObject *HandsPlugin::create(const QString &, const QString &)
{
    auto *hands = new Hands;
    hands->start();
    return hands;
}

} // namespace deskbell::e2e
