#include "ui/queue/queuewords.h"

#include <QCoreApplication>

namespace deskbell::ui {

namespace {

struct Lanes
{
    Q_DECLARE_TR_FUNCTIONS(Lanes)
};

/// Only what differs by kind is written four times.
QString byKind(HouseKind kind, const QString &rooms, const QString &performances, const QString &titles,
               const QString &several)
{
    if (!kind)
        return several;
    switch (*kind) {
    case OfferingKind::Rooms:
        return rooms;
    case OfferingKind::Performance:
        return performances;
    case OfferingKind::Title:
        return titles;
    }
    return {};
}

} // namespace

QString laneName(models::QueueLane lane, HouseKind kind)
{
    switch (lane) {
    case models::QueueLane::Requested:
        return Lanes::tr("Requested");
    case models::QueueLane::ToPay:
        return Lanes::tr("To pay");
    case models::QueueLane::AwaitingConfirmation:
        return Lanes::tr("To confirm");
    case models::QueueLane::ToAssign:
        return Lanes::tr("To assign");
    case models::QueueLane::Arriving:
        return byKind(kind, Lanes::tr("Arriving"), Lanes::tr("To admit"), Lanes::tr("To hand out"),
                      Lanes::tr("Expected"));
    case models::QueueLane::InHouse:
        return byKind(kind, Lanes::tr("In house"), Lanes::tr("Admitted"), Lanes::tr("Handed out"),
                      Lanes::tr("Under way"));
    case models::QueueLane::Departing:
        return byKind(kind, Lanes::tr("Departing"), Lanes::tr("To close"), Lanes::tr("Due back"),
                      Lanes::tr("Ending"));
    case models::QueueLane::StayingOver:
        return byKind(kind, Lanes::tr("Overstays"), {}, {}, Lanes::tr("Overstays"));
    }
    return {};
}

QString filterHint(HouseKind kind)
{
    return byKind(kind, Lanes::tr("Filter: guest, room, code"), Lanes::tr("Filter: guest, performance, code"),
                  Lanes::tr("Filter: guest, title, code"), Lanes::tr("Filter: guest, code"));
}

QString searchHint(HouseKind kind)
{
    return byKind(kind, Lanes::tr("Search guest, phone, room, code"), Lanes::tr("Search guest, phone, code"),
                  Lanes::tr("Search guest, phone, branch, code"), Lanes::tr("Search guest, phone, code"));
}

QString sortName(models::QueueModel::Column column, HouseKind kind)
{
    switch (column) {
    case models::QueueModel::Arrival:
        return kind == OfferingKind::Rooms ? Lanes::tr("By arrival") : Lanes::tr("By date");
    case models::QueueModel::Departure:
        return byKind(kind, Lanes::tr("By departure"), Lanes::tr("By date"), Lanes::tr("By return"),
                      Lanes::tr("By last day"));
    case models::QueueModel::Guest:
        return Lanes::tr("By guest");
    case models::QueueModel::Owed:
        return kind == OfferingKind::Title ? QString() : Lanes::tr("By amount owed");
    case models::QueueModel::UnitName:
        return byKind(kind, Lanes::tr("By room"), {}, Lanes::tr("By branch"), Lanes::tr("By room or branch"));
    case models::QueueModel::MadeAt:
        return Lanes::tr("By time received");
    default:
        return {};
    }
}

} // namespace deskbell::ui
