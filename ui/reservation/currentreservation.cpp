#include "ui/reservation/currentreservation.h"

#include <utility>

namespace deskbell::ui {

CurrentReservation::CurrentReservation(models::FrontDesk &desk, QObject *parent)
    : QObject(parent), m_desk(desk)
{
    connect(&m_desk, &models::FrontDesk::watched, this, &CurrentReservation::take);
}

void CurrentReservation::show(const ReservationId &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_detail.reset();
    m_then = {};
    m_desk.watch(id);
    emit switched();
}

void CurrentReservation::whenHere(const ReservationId &id, std::function<void()> then)
{
    show(id);
    if (m_detail)
        then();
    else
        m_then = std::move(then);
}

void CurrentReservation::take(const std::optional<models::ReservationDetail> &detail)
{
    if (m_id.isNull() || (detail && detail->seen.id != m_id))
        return;
    m_detail = detail;
    emit changed();
    if (m_detail) {
        if (const auto then = std::exchange(m_then, {}))
            then();
    }
}

} // namespace deskbell::ui
