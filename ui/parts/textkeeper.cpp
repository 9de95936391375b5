#include "ui/parts/textkeeper.h"

#include <QEvent>
#include <QWidget>

namespace deskbell::ui {

TextKeeper::TextKeeper(QWidget *owner) : QObject(owner)
{
    owner->installEventFilter(this);
}

void TextKeeper::keep(std::function<void()> say)
{
    say();
    m_all.push_back(std::move(say));
}

bool TextKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && watched == parent()) {
        for (const auto &say : m_all)
            say();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace deskbell::ui
