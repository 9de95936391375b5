#pragma once

// OfferingsPage: performances and titles, as a tab beside the rooms' board in the main view: above,
// each with how much is taken; below, the reservations of the selected one. Owned by the main window;
// UI thread.

#include <QWidget>

#include "models/offeringsmodel.h"
#include "models/queuemodel.h"
#include "ui/house.h"

class QLabel;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace deskbell::ui {

class ElidedLabel;
class HolderDelegate;
class ReservationActions;
class StockDelegate;
class TextKeeper;

class OfferingsPage : public QWidget
{
    Q_OBJECT

public:
    OfferingsPage(const models::Book &book, const House &house, ReservationActions &actions,
                  QWidget *parent = nullptr);
    /// There is something that is not counted by nights.
    bool isNeeded() const { return m_offerings->rowCount() > 0; }
    /// Managers register performances here.
    void setMaySetUp(bool may);
    /// Chooses it where it is here, without telling anyone.
    void follow(const ReservationId &id);

signals:
    void chosen(const deskbell::ReservationId &id);
    void activated(const deskbell::ReservationId &id);
    void reserveAsked(const deskbell::OfferingId &offering);
    void changeAsked(const deskbell::OfferingId &offering);
    void performanceAsked();
    void countChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildOfferings();
    QWidget *buildHolders();
    void say();
    void followOffering();
    /// What the house offers; and a narrow page leaves away what the dialogs tell, too.
    void followHouse();
    void followHolderColumns();
    void followHolder();
    void showMenu(const QPoint &at);
    models::OfferingIndex current() const;

    const models::Book &m_book;
    const House &m_house;
    ReservationActions &m_actions;
    TextKeeper *m_texts;
    models::OfferingsModel *m_offerings;
    models::QueueModel *m_holders;
    QLabel *m_title = nullptr;
    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_detail = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_reserve = nullptr;
    StockDelegate *m_stock = nullptr;
    QTableView *m_offeringTable = nullptr;
    QTableView *m_holderTable = nullptr;
    QStackedLayout *m_pages = nullptr;
    QLabel *m_empty = nullptr;
    models::OfferingIndex m_shown = models::noOffering;
    bool m_maySetUp = false;
    bool m_isNarrow = false;
    bool m_isFollowing = false;
    bool m_isChosenGoing = false; ///< the chosen row is being removed
};

} // namespace deskbell::ui
