#pragma once

// SetUpDialog: lists all offerings of the property and the rooms or branches of the selected one, to
// add and change them. For administrators; managers may add performances. Each change is a command
// like any other: kept, sent, and shown at once. The opener owns it. UI thread.

#include <optional>

#include "models/offeringsmodel.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QListWidget;
class QLabel;
class QTableView;

namespace deskbell::ui {

class Asker;

class SetUpDialog : public DeskDialog
{
    Q_OBJECT

public:
    SetUpDialog(const models::Book &book, const House &house, Asker &asker, QWidget *parent);

private:
    void buildOfferings();
    void buildUnits();
    void say();
    void followRights();
    void followUnits();
    void openOffering(OfferingKind kind, const std::optional<Offering> &known);
    void openUnit(const std::optional<Unit> &known);
    void changeUnit();
    void present(QDialog *dialog);
    std::optional<Unit> currentUnit() const;
    std::optional<Offering> current() const;

    const models::Book &m_book;
    const House &m_house;
    Asker &m_asker;
    models::OfferingsModel *m_model;
    QTableView *m_table = nullptr;
    QPushButton *m_addRooms = nullptr;
    QPushButton *m_addPerformance = nullptr;
    QPushButton *m_addTitle = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_unitsTitle = nullptr;
    QListWidget *m_units = nullptr;
    QPushButton *m_addUnit = nullptr;
    QPushButton *m_changeUnit = nullptr;
    QPushButton *m_removeUnit = nullptr;
};

/// The most that is taken of any one slot, of what this desk has in its window.
int mostTaken(const models::Book &book, const OfferingId &offering);

} // namespace deskbell::ui
