#pragma once

// QueuePanel: the queue tabs with their counts on top, and below the reservations of the selected
// tab, filtered by a text. The actions apply to the selected reservations. UI thread.

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

#include "models/queuemodel.h"
#include "ui/words.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace deskbell::ui {

class House;
class ReservationActions;
class TextKeeper;

class QueuePanel : public QWidget
{
    Q_OBJECT

public:
    QueuePanel(const models::Book &book, const House &house, ReservationActions &actions,
               QWidget *parent = nullptr);

    void showLane(models::QueueLane lane);
    models::QueueLane lane() const { return m_model->lane(); }
    /// The rows chosen, the current one first.
    std::vector<models::StayRow> chosen() const;
    /// Marks the row without telling anyone, because it was chosen elsewhere.
    void follow(const ReservationId &id);
    void focusFilter();
    QSize sizeHint() const override { return {330, 600}; }

signals:
    /// A person has chosen here.
    void chosenChanged();
    void activated(const deskbell::ReservationId &id);

private:
    void build();
    QWidget *buildLanes();
    QWidget *buildFoot();
    void say();
    void sayCounts();
    void sortBy(int column);
    void showMenu(const QPoint &at);
    void followSelection();

    const models::Book &m_book;
    const House &m_house;
    ReservationActions &m_actions;
    TextKeeper *m_texts;
    models::QueueModel *m_model;
    std::array<QPushButton *, models::queueLaneCount> m_lanes{};
    QLineEdit *m_filter;
    QToolButton *m_sort;
    QListView *m_list;
    QLabel *m_empty;
    QLabel *m_count;
    QPushButton *m_confirm;
    QPushButton *m_reject;
    QStackedLayout *m_pages;
    std::optional<OfferingKind> m_kind; ///< of what the house offers; asked when that has changed
    bool m_isFollowing = false;
};

} // namespace deskbell::ui
