#include "ui/offering/roomnames.h"

#include <QRegularExpression>

#include "ui/format.h"

namespace deskbell::ui {

namespace {

/// Longer ones are no room numbers.
constexpr int mostDigits = 9;

Expected<void> addRange(QStringList &names, const QRegularExpressionMatch &range)
{
    const QString before = range.captured(1);
    const QString first = range.captured(2);
    const int from = first.toInt();
    const int to = range.captured(4).toInt();
    if (to < from)
        return failure("range-backwards", {{"range", utf8(range.captured(0))}});
    if (to - from >= mostRoomsAtOnce)
        return failure("too-many-rooms");
    for (int number = from; number <= to; ++number)
        names << before + QString::number(number).rightJustified(first.size(), u'0');
    return {};
}

} // namespace

Expected<QStringList> roomNames(const QString &typed)
{
    static const QRegularExpression range(
        QStringLiteral("^(.*?)(\\d{1,%1})\\s*[-–~]\\s*(.*?)(\\d{1,%1})$").arg(mostDigits));
    QStringList names;
    for (const QString &part :
         typed.split(QRegularExpression(QStringLiteral("[,;\\n]")), Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        const auto match = range.match(name);
        const QString again = match.captured(3);
        // "12-3" is a range, "A1-B2" is a name.
        if (match.hasMatch() && (again.isEmpty() || again == match.captured(1))) {
            if (const auto added = addRange(names, match); !added)
                return tl::unexpected(added.error());
        } else if (!name.isEmpty()) {
            names << name;
        }
        if (names.size() > mostRoomsAtOnce)
            return failure("too-many-rooms");
    }
    names.removeDuplicates();
    return names;
}

} // namespace deskbell::ui
