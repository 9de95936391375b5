#pragma once

// BackendView: the backend's health, in the outbox panel: which roles run, whether a provider is called,
// how much work waits and for how long, and for managers the state of the reconciliation. Asks while it is
// visible and connected; what is unknown is shown as unknown. UI thread.

#include <QWidget>

#include "models/frontdesk.h"

class QGridLayout;
class QLabel;
class QTimer;

namespace deskbell::ui {

class ReconciliationNote;
class TextKeeper;

class BackendView : public QWidget
{
    Q_OBJECT

public:
    explicit BackendView(models::FrontDesk &desk, QWidget *parent = nullptr);

signals:
    void reconciliationAsked(deskbell::Date day);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void ask();
    void followLink();
    void take(const Expected<models::BackendHealth> &health);
    void rebuild();
    void addRoles();
    void addQueues();
    void addLine(const QIcon &icon, const QString &words, const QString &value, const QString &under = {});

    models::FrontDesk &m_desk;
    TextKeeper *m_texts;
    QTimer *m_poll;
    QLabel *m_title;
    QLabel *m_state;
    ReconciliationNote *m_books;
    QWidget *m_page = nullptr;
    QGridLayout *m_grid = nullptr;
    std::optional<models::BackendHealth> m_health;
    std::optional<Error> m_error;
    bool m_isBuilt = false;
    bool m_wasOnline = false; ///< when it was last drawn anew
};

} // namespace deskbell::ui
