#pragma once

// A person's hands as an input device: a generic plugin of Qt, the kind that brings touch screens and
// knobs to any Qt program, loaded by QT_QPA_GENERIC_PLUGINS into the program as it is shipped. It takes
// one gesture a line on standard input ("7 click dialogAccept"), makes it with the events of mouse and
// keyboard and answers on standard output ("hands: 7 yes"). The program knows nothing of it. Lives in
// the program's UI thread; a thread of its own only reads lines.

#include <QGenericPlugin>
#include <QObject>
#include <QString>

namespace deskbell::e2e {

class Hands : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Begins to listen.
    void start();

private:
    void carryOut(const QString &line);
};

class HandsPlugin : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "handsplugin.json")

public:
    QObject *create(const QString &name, const QString &specification) override;
};

} // namespace deskbell::e2e
