#include "benchmarks/workload.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <cstdio>
#include <map>

namespace deskbell::bench {

namespace {

Uuid named(const char *kind, qint64 number)
{
    return makeNamedUuid({}, std::string(kind) + std::to_string(number));
}

Date dateOf(QStringView text)
{
    return parseDate(text.toString().toStdString()).value_or(Date{});
}

std::vector<QJsonObject> lines(const QString &path)
{
    QFile file(path);
    std::vector<QJsonObject> objects;
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot read %s\n", qPrintable(path));
        return objects;
    }
    while (!file.atEnd())
        objects.push_back(QJsonDocument::fromJson(file.readLine()).object());
    return objects;
}

ReservationState stateOf(QStringView text)
{
    if (text == u"departed")
        return ReservationState::Departed;
    if (text == u"no_show")
        return ReservationState::NoShow;
    if (text == u"in_house")
        return ReservationState::InHouse;
    if (text == u"option")
        return ReservationState::AwaitingConfirmation;
    return ReservationState::Confirmed;
}

std::uint32_t possibleIn(ReservationState state)
{
    const auto bit = [](CommandType type) { return 1u << static_cast<unsigned>(type); };
    if (state == ReservationState::Departed || state == ReservationState::NoShow)
        return bit(typeOf<EditNote>());
    return bit(typeOf<MoveReservation>()) | bit(typeOf<AssignUnit>()) | bit(typeOf<EditNote>()) |
           bit(typeOf<CancelReservation>());
}

models::StayRow rowOf(const QStringList &cells, const std::map<QString, qsizetype> &at)
{
    const auto cell = [&](const char *name) -> const QString & { return cells[at.at(QLatin1String(name))]; };
    models::StayRow row;
    row.id = {named("reservation", cell("id").toLongLong())};
    row.offering = {named("type", cell("type_id").toLongLong())};
    row.unit = {named("room", cell("room_id").toLongLong())};
    row.stay = {dateOf(cell("check_in")), dateOf(cell("check_out"))};
    row.state = stateOf(cell("state"));
    row.price = cell("total").toLongLong();
    row.owed = row.price - cell("paid").toLongLong();
    row.madeAtMs = QDateTime::fromString(cell("created_at"), Qt::ISODate).toMSecsSinceEpoch();
    row.possible = possibleIn(row.state);
    row.adults = static_cast<std::uint8_t>(cell("adults").toInt());
    row.children = static_cast<std::uint8_t>(cell("children").toInt());
    row.holdsStock = row.state != ReservationState::NoShow;
    row.hasNote = !cell("note").isEmpty();
    row.guest = cell("guest").toStdString();
    row.channel = cell("channel").toStdString();
    return row;
}

} // namespace

models::ChangeSet loadWorkload(const QString &folder)
{
    models::ChangeSet set;
    QFile file(folder + QStringLiteral("/reservations.csv"));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot read %s\n", qPrintable(file.fileName()));
        return set;
    }
    QTextStream text(&file);
    const QStringList heads = text.readLine().split(u',');
    std::map<QString, qsizetype> at;
    for (qsizetype i = 0; i < heads.size(); ++i)
        at[heads[i]] = i;
    while (!text.atEnd()) {
        const QStringList cells = text.readLine().split(u',');
        if (cells.size() == heads.size())
            set.stays.push_back(rowOf(cells, at));
    }

    QFile meta(folder + QStringLiteral("/meta.json"));
    const bool hasMeta = meta.open(QIODevice::ReadOnly);
    const QJsonObject facts = QJsonDocument::fromJson(hasMeta ? meta.readAll() : QByteArray()).object();
    set.undated.add(Property{{named("property", 1)},
                             1,
                             "Workload",
                             "Asia/Seoul",
                             *parseCurrency("KRW"),
                             dateOf(facts.value(QStringLiteral("today")).toString())});
    std::map<qint64, int> rooms;
    for (const QJsonObject &room : lines(folder + QStringLiteral("/rooms.jsonl"))) {
        const qint64 id = room.value(QStringLiteral("id")).toInteger();
        const qint64 type = room.value(QStringLiteral("type_id")).toInteger();
        ++rooms[type];
        set.undated.of<Unit>().push_back(Unit{{named("room", id)},
                                              1,
                                              {named("type", type)},
                                              room.value(QStringLiteral("no")).toString().toStdString(),
                                              room.value(QStringLiteral("floor")).toInt(),
                                              static_cast<int>(id)});
    }
    for (const QJsonObject &type : lines(folder + QStringLiteral("/types.jsonl"))) {
        const qint64 id = type.value(QStringLiteral("id")).toInteger();
        Offering offering;
        offering.id = {named("type", id)};
        offering.version = 1;
        offering.code = type.value(QStringLiteral("code")).toString().toStdString();
        offering.name = type.value(QStringLiteral("name")).toString().toStdString();
        offering.workflow = workflows::payAtHotel;
        offering.capacity = rooms[id];
        offering.basePrice = type.value(QStringLiteral("base_rate")).toInteger();
        offering.order = static_cast<int>(id);
        set.undated.of<Offering>().push_back(offering);
    }
    return set;
}

} // namespace deskbell::bench
