#include "ui/board/boardscene.h"

#include <algorithm>

#include "domain/refusal.h"

namespace deskbell::ui {

using models::BoardPlace;
using models::BookedStay;
using models::noStay;
using models::noUnit;
using models::PlacedStay;

namespace {

/// How near to a bar's end the pointer takes hold of it.
constexpr int endGrip = 6;

/// Someone has the room in a night that the stay asks for.
bool isHeld(const models::Book &book, std::span<const PlacedStay> stays, const BookedStay &wish)
{
    return std::any_of(stays.begin(), stays.end(), [&](const PlacedStay &placed) {
        const BookedStay &other = book.at(placed.stay);
        return other.place == BoardPlace::Unit && book.nightsOf(placed).overlaps(wish.stay());
    });
}

} // namespace

QRect BoardScene::barRect(const BoardRow &row, const Stay &stay, bool isBeside) const
{
    const int left = geometry.barLeft(stay);
    const int right = geometry.barRight(stay);
    int top = row.y + 2;
    int bottom = row.bottom() - 3;
    if (isBeside)
        top = row.y + row.height * 11 / 20;
    if (stay.isDayUse()) {
        top = row.y + row.height / 4;
        bottom = row.bottom() - 1 - row.height / 4;
    }
    return QRect(QPoint(left, top), QPoint(std::max(right - 1, left), bottom));
}

std::vector<Bar> BoardScene::bars(int rowIndex, int left, int right) const
{
    std::vector<Bar> found;
    const BoardRow &row = rows.at(rowIndex);
    if (row.kind == BoardRow::Kind::Head || left >= right)
        return found;
    const Date from = geometry.dayAt(left) - Days{1};
    const Date to = geometry.dayAt(right) + Days{2};
    const std::span<const PlacedStay> stays =
        row.kind == BoardRow::Kind::Unit
            ? book.staysIn(row.unit, from, to)
            : (row.line < book.depth(row.offering) ? book.unassignedIn(row.offering, row.line, from, to)
                                                   : std::span<const PlacedStay>{});
    found.reserve(stays.size());
    std::int32_t heldTo = INT32_MIN;
    std::int32_t wishedTo = INT32_MIN;
    bool hasBeside = false;
    for (const PlacedStay &placed : stays) {
        const BookedStay &stay = book.at(placed.stay);
        Bar bar;
        bar.stay = placed.stay;
        bar.nights = book.nightsOf(placed);
        bar.isEarlier = !book.isLast(placed);
        bar.isWish = stay.place == BoardPlace::Wish;
        // A wish gives way to who has the room, and each to an earlier one of its kind; a day use
        // never does: it is drawn on top.
        std::int32_t &covered = bar.isWish ? wishedTo : heldTo;
        bar.isBeside =
            !bar.nights.isDayUse() && (placed.from < covered || (bar.isWish && isHeld(book, stays, stay)));
        covered = std::max(covered, placed.from + bar.nights.nights());
        bar.rect = barRect(row, bar.nights, bar.isBeside);
        hasBeside |= bar.isBeside || bar.nights.isDayUse();
        if (bar.rect.right() >= left && bar.rect.left() < right)
            found.push_back(bar);
    }
    if (hasBeside)
        std::stable_sort(found.begin(), found.end(), [](const Bar &a, const Bar &b) {
            const auto layer = [](const Bar &bar) {
                return bar.nights.isDayUse() ? 2 : bar.isBeside ? 1 : 0;
            };
            return layer(a) < layer(b);
        });
    return found;
}

std::optional<Bar> BoardScene::barOf(models::StayHandle stay) const
{
    const int row = rows.rowOf(book, stay);
    if (row < 0)
        return {};
    const Stay when = book.at(stay).stay();
    for (const Bar &bar : bars(row, geometry.barLeft(when), geometry.barRight(when) + 1)) {
        if (bar.stay == stay && !bar.isEarlier)
            return bar;
    }
    return {};
}

BoardHit BoardScene::hit(const QPoint &at) const
{
    BoardHit hit;
    hit.row = rows.rowAt(at.y());
    if (hit.row < 0 || hit.row >= rows.count() || at.x() < 0 || at.x() >= geometry.width())
        return {};
    hit.day = geometry.dayAt(at.x());
    if (rows.at(hit.row).kind == BoardRow::Kind::Head) {
        hit.place = BoardHit::Place::Head;
        return hit;
    }
    hit.place = BoardHit::Place::Cell;
    const std::vector<Bar> near = bars(hit.row, at.x() - endGrip, at.x() + endGrip);
    // The last painted lies on top.
    for (auto bar = near.rbegin(); bar != near.rend(); ++bar) {
        if (!bar->rect.contains(at))
            continue;
        hit.stay = bar->stay;
        hit.isEarlier = bar->isEarlier;
        const bool isAtEnd =
            !bar->isEarlier && bar->rect.right() - at.x() < endGrip && bar->rect.width() > 3 * endGrip;
        hit.place = isAtEnd ? BoardHit::Place::BarEnd : BoardHit::Place::Bar;
        break;
    }
    return hit;
}

QRect BoardScene::cellRect(const BoardCursor &at) const
{
    if (at.row < 0 || at.row >= rows.count())
        return {};
    const BoardRow &row = rows.at(at.row);
    const int left = geometry.x(at.day);
    return QRect(left, row.y, geometry.x(at.day + Days{std::max(at.nights, 1)}) - left, row.height - 1);
}

QRect BoardScene::ghostRect(const BoardGhost &of) const
{
    if (of.row < 0 || of.row >= rows.count())
        return {};
    return barRect(rows.at(of.row), book.nightsIn(of.stay, of.unit, of.when), false);
}

std::optional<Error> placeRefusal(const models::Book &book, models::StayHandle handle,
                                  models::OfferingIndex offering, models::UnitIndex unit, const Stay &when)
{
    const auto refuse = [](std::string_view code, Facts facts = {}) {
        return Error{std::string(code), std::move(facts)};
    };
    const BookedStay *stay = handle == noStay ? nullptr : &book.at(handle);
    // A guest in house came when they came and keeps a room.
    const bool isInHouse = stay && stay->state == ReservationState::InHouse;
    if (isInHouse && unit == noUnit)
        return refuse(refusal::unitMissing);
    if (when.departure < when.arrival || when.nights() > maxNights || when.departure < book.businessDate() ||
        (isInHouse && when.arrival != stay->arrival()))
        return refuse(refusal::badStay,
                      {{"arrival", toString(when.arrival)}, {"departure", toString(when.departure)}});
    const Stay nights = book.nightsIn(handle, unit, when);
    if (unit != noUnit && !nights.isDayUse() && !book.isUnitFree(unit, nights, handle))
        return refuse(refusal::unitTaken, {{"unit", toString(book.unit(unit).id)},
                                           {"arrival", toString(nights.arrival)},
                                           {"departure", toString(nights.departure)}});
    // Only what holds stock, or takes it when asked for, needs it now; else the hotel's answer counts.
    const bool needsStock =
        stay ? stay->holdsStock : book.offering(offering).workflow.stock == StockTiming::AtRequest;
    if (!needsStock)
        return {};
    const int wanted = stay ? stay->quantity : 1;
    for (Date night = when.arrival; night < when.departure; night += Days{1}) {
        const bool isOwn = stay && stay->offering == offering && stay->stay().contains(night);
        const int free = book.freeOn(offering, night) + (isOwn ? stay->quantity : 0);
        if (free < wanted)
            return refuse(refusal::noStock, {{"offering", toString(book.offering(offering).id)},
                                             {"night", toString(night)},
                                             {"free", std::to_string(free)},
                                             {"wanted", std::to_string(wanted)}});
    }
    return {};
}

} // namespace deskbell::ui
