#include "ui/board/boardwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "ui/format.h"
#include "ui/plaintext.h"
#include "ui/words.h"

namespace deskbell::ui {

using models::BookedStay;
using models::noUnit;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Board)
};

Money moneyOf(const models::Book &book, std::int64_t minor)
{
    return {minor, book.property().currency};
}

QString placeText(const models::Book &book, const BookedStay &stay)
{
    if (stay.unit != noUnit)
        return Words::tr("room %1").arg(shown(book.unitName(book.unitTonight(stay))));
    if (stay.wish != noUnit)
        return Words::tr("prefers room %1").arg(shown(book.unitName(stay.wish)));
    return Words::tr("%1, no room yet", "room type").arg(shown(book.offeringName(stay.offering)));
}

QString shortStayText(const Stay &stay)
{
    return stay.isDayUse() ? shortDateText(stay.arrival)
                           : Words::tr("%1 to %2", "a stay: arrival to departure")
                                 .arg(shortDateText(stay.arrival), shortDateText(stay.departure));
}

/// What is unusual about it, one phrase each.
QStringList remarks(const models::Book &book, const BookedStay &stay)
{
    QStringList remarks;
    if (stay.isOverstay())
        remarks << Words::tr("overstay: departure was due on %1").arg(shortDateText(stay.departure()));
    if (stay.owed > 0)
        remarks << Words::tr("owes %1").arg(moneyText(moneyOf(book, stay.owed)));
    if (stay.isPaymentUnderWay)
        remarks << Words::tr("payment under way");
    if (stay.isProviderBusy)
        remarks << Words::tr("will be charged later");
    if (stay.hasConflict)
        remarks << Words::tr("conflict: will probably be refused");
    if (stay.waiting > 0)
        remarks << Words::tr("waiting to be sent");
    return remarks;
}

} // namespace

QString barName(const models::Book &book, models::StayHandle handle)
{
    const BookedStay &stay = book.at(handle);
    QStringList parts{guestText(book.guestUtf8(stay)), placeText(book, stay), shortStayText(stay.stay()),
                      stateName(stay.state)};
    if (stay.stay().isDayUse())
        parts << nightsText(stay.stay());
    parts << remarks(book, stay);
    if (stay.hasNote)
        parts << Words::tr("has a note");
    return parts.join(QStringLiteral(", "));
}

QString barToolTip(const models::Book &book, models::StayHandle handle)
{
    const BookedStay &stay = book.at(handle);
    QString page = guestText(book.guestUtf8(stay));
    const auto line = [&page](const QString &text) { page += u'\n' + text; };
    line(stateName(stay.state) + QStringLiteral(" · ") + placeText(book, stay));
    line(stayText(stay.stay()) + (stay.stay().isDayUse()
                                      ? QStringLiteral(" · ") + nightsText(stay.stay())
                                      : QStringLiteral(" (") + nightsText(stay.stay()) + u')'));
    QString party = Words::tr("%n adult(s)", nullptr, stay.adults);
    if (stay.children > 0)
        party += QStringLiteral(", ") + Words::tr("%n child(ren)", nullptr, stay.children);
    line(party + QStringLiteral(" · ") + moneyText(moneyOf(book, stay.price)));
    for (const QString &remark : remarks(book, stay))
        line(remark);
    if (stay.hasNote)
        line(Words::tr("has a note"));
    if (stay.isGuestInvented)
        line(Words::tr("name generated on import"));
    return page;
}

QString notLoadedText()
{
    return Words::tr("Not loaded", "dates");
}

QString availabilityText(const BoardScene &scene, models::OfferingIndex offering, Date day)
{
    const models::Book &book = scene.book;
    if (!scene.isLoaded(day))
        return Words::tr("%1, %2: not loaded", "room type, day")
            .arg(shown(book.offeringName(offering)), weekdayDateText(day));
    return Words::tr("%1, %2: %3 of %4 free", "room type, day, how many, of how many")
        .arg(shown(book.offeringName(offering)), weekdayDateText(day),
             QString::number(book.freeOn(offering, day)), QString::number(book.capacity(offering)));
}

QString ghostText(const models::Book &book, const BoardGhost &ghost)
{
    const QString where =
        ghost.unit != noUnit ? shown(book.unitName(ghost.unit)) : shown(book.offeringName(ghost.offering));
    const QString place = QStringLiteral("%1 · %2").arg(where, shortStayText(ghost.when));
    if (!ghost.refusal)
        return place;
    if (ghost.refusal->code == "unit-taken")
        return Words::tr("%1: taken", "where and when").arg(place);
    if (ghost.refusal->code == "no-stock")
        return Words::tr("%1: none free", "where and when").arg(place);
    return Words::tr("%1: not possible", "where and when").arg(place);
}

QString cellText(const BoardScene &scene)
{
    if (scene.cursor.row < 0 || scene.cursor.row >= scene.rows.count())
        return {};
    const BoardRow &row = scene.rows.at(scene.cursor.row);
    if (row.kind == BoardRow::Kind::Head)
        return availabilityText(scene, row.offering, scene.cursor.day);
    const QString place =
        row.kind == BoardRow::Kind::Unit
            ? Words::tr("room %1").arg(rowName(scene.book, row))
            : shown(scene.book.offeringName(row.offering)) + QStringLiteral(", ") + rowName(scene.book, row);
    const QString cell = place + QStringLiteral(", ") + dayName(scene.cursor.day);
    if (scene.selected != models::noStay)
        return cell + QStringLiteral(": ") + barName(scene.book, scene.selected);
    if (scene.cursor.nights > 1)
        return Words::tr("%1, %n night(s) marked", nullptr, scene.cursor.nights).arg(cell);
    return scene.isLoaded(scene.cursor.day) ? Words::tr("%1, free", "a room's night").arg(cell)
                                            : Words::tr("%1, not loaded", "a room's night").arg(cell);
}

QString typeName(const models::Book &book, models::OfferingIndex offering)
{
    return nameOnSale(shown(book.offeringName(offering)), book.offering(offering).sale);
}

QString rowName(const models::Book &book, const BoardRow &row)
{
    switch (row.kind) {
    case BoardRow::Kind::Head:
        return typeName(book, row.offering);
    case BoardRow::Kind::Line:
        return Words::tr("Unassigned");
    case BoardRow::Kind::Unit:
        return nameOnSale(shown(book.unitName(row.unit)), book.unit(row.unit).sale);
    }
    return {};
}

QString monthText(Date day)
{
    return QLocale().toString(qDate(day), Words::tr("MMMM yyyy", "date pattern of a month"));
}

QString shortMonthText(Date day, bool hasYear)
{
    return QLocale().toString(qDate(day), hasYear ? Words::tr("MMM yyyy", "date pattern of a month, short")
                                                  : Words::tr("MMM", "date pattern of a month, shortest"));
}

QString weekdayText(Date day)
{
    return QLocale().toString(qDate(day), QStringLiteral("ddd"));
}

QString dayName(Date day)
{
    return QLocale().toString(qDate(day), QLocale::LongFormat);
}

} // namespace deskbell::ui
