#pragma once

// TextKeeper: keeps what a widget says in the language that is on. What is kept runs at once and
// again whenever the widget gets a LanguageChange, so that no screen has a text set in one place and
// translated in another. A child of the widget it serves. UI thread.

#include <QObject>

#include <functional>
#include <vector>

class QWidget;

namespace deskbell::ui {

class TextKeeper : public QObject
{
public:
    explicit TextKeeper(QWidget *owner);
    void keep(std::function<void()> say);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::vector<std::function<void()>> m_all;
};

} // namespace deskbell::ui
