#include "ui/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

static void initTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace deskbell::ui {

Languages::Languages()
{
    initTranslations();
}

Languages::~Languages()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

QStringList Languages::tags()
{
    return {QStringLiteral("en"), QStringLiteral("ko")};
}

QString Languages::proposed()
{
    for (const QString &language : QLocale::system().uiLanguages()) {
        const QString tag = language.left(2);
        if (tags().contains(tag))
            return tag;
    }
    return QStringLiteral("en");
}

bool Languages::use(const QString &tag)
{
    if (!tags().contains(tag))
        return false;
    if (tag == m_tag)
        return true;
    // The locale first: what is said anew with the language change asks for it. The person's own
    // region is kept where it goes with the language.
    const QLocale system = QLocale::system();
    QLocale locale(tag);
    if (system.language() == locale.language())
        locale = system;
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    m_tag = tag;
    if (m_qt.load(QStringLiteral("qtbase_") + tag, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (!m_own.load(QStringLiteral(":/i18n/deskbell_%1.qm").arg(tag)))
        return false;
    return QCoreApplication::installTranslator(&m_own);
}

} // namespace deskbell::ui
