#pragma once

// FirstSyncPage: shows the progress while a desk fetches the property for the first time, with a
// button to cancel. Follows FrontDesk::link(). UI thread.

#include <QWidget>

#include "models/frontdesk.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace deskbell::ui {

class TextKeeper;

class FirstSyncPage : public QWidget
{
    Q_OBJECT

public:
    explicit FirstSyncPage(models::FrontDesk &desk, QWidget *parent = nullptr);

private:
    void follow();

    models::FrontDesk &m_desk;
    TextKeeper *m_texts;
    QLabel *m_title;
    QLabel *m_detail;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace deskbell::ui
