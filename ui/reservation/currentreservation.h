#pragma once

// CurrentReservation: the one reservation a person is looking at, whole and kept fresh: the single
// user of FrontDesk::watch(). Panel, dialogs and actions all read it here. UI thread.

#include <QObject>

#include <functional>
#include <optional>

#include "models/frontdesk.h"

namespace deskbell::ui {

class CurrentReservation : public QObject
{
    Q_OBJECT

public:
    explicit CurrentReservation(models::FrontDesk &desk, QObject *parent = nullptr);

    const ReservationId &id() const { return m_id; }
    /// None while it is being fetched, and when nothing is looked at.
    const std::optional<models::ReservationDetail> &detail() const { return m_detail; }
    /// A null id: nothing.
    void show(const ReservationId &id);
    /// Shows it and calls once its detail is here (at once when it is already); not at all when
    /// another one is shown first.
    void whenHere(const ReservationId &id, std::function<void()> then);

signals:
    /// Another one, or none.
    void switched();
    /// Its detail is here or has changed.
    void changed();

private:
    void take(const std::optional<models::ReservationDetail> &detail);

    models::FrontDesk &m_desk;
    ReservationId m_id{};
    std::optional<models::ReservationDetail> m_detail;
    std::function<void()> m_then;
};

} // namespace deskbell::ui
