#pragma once

// StayFields: room type, arrival, nights, departure and preferred room, kept consistent with each
// other and with what is free. For a performance or a title it offers the matching fields: the
// date, or the loan dates and the branch. Shared by taking and by moving a reservation. UI thread.

#include <QWidget>

#include <array>
#include <optional>

#include "domain/property.h"
#include "ui/house.h"

class QComboBox;
class QDateEdit;
class QLabel;
class QSpinBox;

namespace deskbell::ui {

class FieldGrid;
class TextKeeper;

class StayFields : public QWidget
{
    Q_OBJECT

public:
    /// `except`: the reservation that is moved; its own room counts as free.
    StayFields(const House &house, const ReservationId &except, QWidget *parent = nullptr);

    /// What is offered, and what of it is free, as the house has it now; what was chosen stays.
    void refill();
    void setStay(const OfferingId &offering, const Stay &stay, const std::optional<UnitId> &unit);
    OfferingId offering() const;
    Stay stay() const;
    std::optional<UnitId> unit() const;
    /// A guest in house came when they came.
    void fixArrival();
    QWidget *firstField() const;

signals:
    void edited();

private:
    void build();
    void say();
    void followKind();
    void fillOfferings();
    void fillUnits();
    void follow(QWidget *changed);

    const House &m_house;
    ReservationId m_except;
    OfferingKind m_kind = OfferingKind::Rooms;
    TextKeeper *m_texts;
    QComboBox *m_offering;
    QDateEdit *m_arrival;
    QSpinBox *m_nights;
    QDateEdit *m_departure;
    QComboBox *m_unit;
    FieldGrid *m_grid = nullptr;
    std::array<QLabel *, 5> m_labels{};
    bool m_isFollowing = false;
};

} // namespace deskbell::ui
