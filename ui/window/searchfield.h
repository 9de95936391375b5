#pragma once

// SearchField: finds reservations by guest, phone, room or code while a person types; the matches
// drop down below, for the arrow keys. Asks FrontDesk::search(), whose answers carry a ticket, so
// that a late answer to an earlier text is ignored. UI thread.

#include <QLineEdit>

#include <vector>

#include "models/frontdesk.h"
#include "ui/house.h"

class QListWidget;
class QTimer;

namespace deskbell::ui {

class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    SearchField(models::FrontDesk &desk, const House &house, QWidget *parent = nullptr);
    QSize sizeHint() const override { return {260, QLineEdit::sizeHint().height()}; }

    /// All of what can be searched for, or only that it is a search. Anew when what there is has changed.
    void sayPlaceholder();

signals:
    void chosen(const deskbell::models::StayRow &row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void ask();
    void show(quint64 ticket, const std::vector<models::StayRow> &rows);
    void take(int row);
    void place();
    void say();

    models::FrontDesk &m_desk;
    const House &m_house;
    QListWidget *m_list;
    QTimer *m_pause;
    quint64 m_ticket = 0;
    std::vector<models::StayRow> m_rows;
};

} // namespace deskbell::ui
