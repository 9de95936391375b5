#pragma once

// Languages: puts the program into one language at run time: our translations, Qt's own where they
// are installed, and the locale that dates and numbers follow. Every widget then gets a
// LanguageChange. Owned by main(); UI thread.

#include <QString>
#include <QStringList>
#include <QTranslator>

namespace deskbell::ui {

class Languages
{
public:
    Languages();
    ~Languages();
    Languages(const Languages &) = delete;
    Languages &operator=(const Languages &) = delete;

    static QStringList tags(); ///< "en", "ko"
    /// The system's language if there is a translation, else English.
    static QString proposed();
    /// False when there is no such translation; then nothing changes.
    bool use(const QString &tag);
    const QString &tag() const { return m_tag; }

private:
    QTranslator m_own;
    QTranslator m_qt;
    QString m_tag;
};

} // namespace deskbell::ui
