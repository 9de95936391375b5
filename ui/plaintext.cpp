#include "ui/plaintext.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QMessageBox>

#include <algorithm>

namespace deskbell::ui {

namespace {

constexpr QChar isolateStart(0x2068); // first strong isolate
constexpr QChar isolateEnd(0x2069);   // pop directional isolate
constexpr ushort firstRightToLeft = 0x0590;

/// What only changes the direction of others.
bool turnsOthers(QChar c)
{
    return (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
}

bool isLineEnd(QChar c)
{
    return c == QChar(QChar::LineSeparator) || c == QChar(QChar::ParagraphSeparator);
}

bool isRightToLeft(char32_t point)
{
    const QChar::Direction direction = QChar::direction(point);
    return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
}

} // namespace

QString shown(const QString &typed)
{
    if (std::all_of(typed.begin(), typed.end(), [](QChar c) { return c.unicode() < firstRightToLeft; }))
        return typed;
    QString text = typed;
    text.removeIf(turnsOthers);
    std::replace_if(text.begin(), text.end(), isLineEnd, QChar(QChar::Space));
    const auto points = text.toUcs4();
    const bool isMixed = std::any_of(points.begin(), points.end(), isRightToLeft);
    return isMixed ? isolateStart + text + isolateEnd : text;
}

QString withoutIsolates(const QString &shown)
{
    QString text = shown;
    return text.remove(isolateStart).remove(isolateEnd);
}

QString buttonText(const QString &words)
{
    return QString(words).replace(u'&', QLatin1String("&&"));
}

QString titleText(const QString &words)
{
    return QString(words).replace(QLatin1String("[*]"), QLatin1String("[*][*]"));
}

QString filled(const QString &words, const QStringList &values)
{
    QString text;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int number = words[i] == u'%' && i + 1 < words.size() ? words[i + 1].digitValue() : -1;
        if (number < 1 || number > values.size()) {
            text += words[i];
            continue;
        }
        text += values[number - 1];
        ++i;
    }
    return text;
}

PlainTextGuard::PlainTextGuard(QApplication &application) : QObject(&application)
{
    application.installEventFilter(this);
    QClipboard *clipboard = QApplication::clipboard();
    connect(clipboard, &QClipboard::changed, this, [clipboard](QClipboard::Mode mode) {
        const bool isOurs = mode == QClipboard::Clipboard
                                ? clipboard->ownsClipboard()
                                : mode == QClipboard::Selection && clipboard->ownsSelection();
        const QString copied = isOurs ? clipboard->text(mode) : QString();
        if (const QString plain = withoutIsolates(copied); plain != copied)
            clipboard->setText(plain, mode);
    });
}

void PlainTextGuard::install(QApplication &application)
{
    if (!application.findChild<PlainTextGuard *>(QString(), Qt::FindDirectChildrenOnly))
        new PlainTextGuard(application);
}

bool PlainTextGuard::eventFilter(QObject *watched, QEvent *event)
{
    // Before anything is shown by it: a tooltip's label is polished before it is given its text.
    if (event->type() == QEvent::Polish) {
        if (auto *label = qobject_cast<QLabel *>(watched))
            label->setTextFormat(Qt::PlainText);
        else if (auto *box = qobject_cast<QMessageBox *>(watched))
            box->setTextFormat(Qt::PlainText);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace deskbell::ui
