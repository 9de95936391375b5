#pragma once

// CloseDayDialog: closes the business day and opens the next one. It lists what is open first, each line with
// the way there: arrivals that have not come, guests due out who are still here, payments under way, departed
// guests who owe. Opened by a person; the opener owns it. UI thread.

#include "models/book.h"
#include "ui/day/openstays.h"
#include "ui/house.h"
#include "ui/parts/deskdialog.h"

namespace deskbell::ui {

class Asker;

/// What of the day that ends is not settled.
struct OpenMatters
{
    int notArrived = 0;
    int notDeparted = 0;
    int paymentsUnderWay = 0;
    int owedByDeparted = 0;
    int waiting = 0; ///< entries of this desk that are not sent yet
    friend bool operator==(const OpenMatters &, const OpenMatters &) = default;
};

class CloseDayDialog : public DeskDialog
{
    Q_OBJECT

public:
    CloseDayDialog(const models::Book &book, const House &house, Asker &asker, QWidget *parent);

signals:
    /// A person wants to see those first.
    void laneChosen(deskbell::models::QueueLane lane);
    void outboxChosen();

private:
    void say();
    OpenMatters openMatters() const;
    void check() override;
    void submit();
    QPushButton *addLine(const char *objectName);

    const models::Book &m_book;
    const House &m_house;
    Asker &m_asker;
    const Date m_date; ///< that ends
    OpenStays m_stays;
    OpenMatters m_open;
    QLabel *m_none;
    QPushButton *m_notArrived;
    QPushButton *m_notDeparted;
    QPushButton *m_waiting;
    QLabel *m_payments;
    QLabel *m_owed;
};

} // namespace deskbell::ui
