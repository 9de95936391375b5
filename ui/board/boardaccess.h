#pragma once

// BoardAccess: the board as screen readers see it: a list whose items are the bars that are to be
// seen, each with its name, place and what can be done with it; its description says what is under
// the keyboard's cell. Made by Qt for a Board when a reader asks; UI thread.

#include <QAccessibleWidget>
#include <QPointer>

#include <map>
#include <vector>

#include "ui/board/board.h"

namespace deskbell::ui {

class BoardAccess : public QAccessibleWidget
{
public:
    explicit BoardAccess(Board *board);
    ~BoardAccess() override;

    /// Once; Qt asks for an interface by the class's name.
    static void install();

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text which) const override;

    Board &board() const { return *static_cast<Board *>(object()); }

private:
    void refresh() const;
    QAccessibleInterface *itemOf(const ReservationId &id) const;
    void tellSelection() const;

    mutable std::vector<ReservationId> m_bars; ///< from the top, in a row from the left
    mutable std::map<ReservationId, QAccessible::Id> m_items;
    mutable bool m_isStale = true;
};

/// One bar. Knows its reservation by id: a handle may stand for another one later.
class BarAccess : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    BarAccess(Board *board, const ReservationId &id) : m_board(board), m_id(id) {}

    const ReservationId &id() const { return m_id; }
    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text which) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    models::StayHandle stay() const;

    QPointer<Board> m_board;
    ReservationId m_id;
};

} // namespace deskbell::ui
