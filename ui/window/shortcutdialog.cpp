#include "ui/window/shortcutdialog.h"

#include <QGridLayout>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/theme.h"

namespace deskbell::ui {

ShortcutDialog::ShortcutDialog(const QList<QAction *> &actions, QWidget *parent)
    : DeskDialog("shortcutDialog", parent)
{
    texts()->keep([this, actions] {
        say(actions);
        // The actions may hear of a new language after this dialog.
        QTimer::singleShot(0, this, [this, actions] { say(actions); });
    });
    acceptButton()->hide();
    rejectButton()->setFocus();
}

void ShortcutDialog::say(const QList<QAction *> &actions)
{
    setHeading(tr("Keyboard shortcuts"),
               tr("Everything can be done with the keyboard alone. Tab moves from part to part."));
    QList<std::pair<QString, QString>> rows;
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            rows.append({action->iconText(), action->shortcut().toString(QKeySequence::NativeText)});
    }
    rows.append({tr("Board: cell by cell"), tr("Arrow keys")});
    rows.append({tr("Board: from bar to bar, from type to type"), tr("Ctrl+Arrow keys")});
    rows.append({tr("Board: mark several nights"), tr("Shift+Arrow keys")});
    rows.append({tr("Board: reserve the marked nights, or open the reservation"), tr("Enter")});
    rows.append({tr("Board: pick up the reservation to move it with the arrows"), QStringLiteral("M")});
    rows.append({tr("Board: scroll by a screen, with Alt by a month"), tr("Page keys")});
    rows.append({tr("Board, queue: show the possible actions"), tr("Menu key, Shift+F10")});
    rows.append({tr("Queue: choose several"), tr("Shift or Ctrl with the arrow keys")});
    delete m_page;
    m_page = new QWidget(this);
    auto *grid = new QGridLayout(m_page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::xs + 1);
    const int half = (static_cast<int>(rows.size()) + 1) / 2;
    for (int i = 0; i < rows.size(); ++i) {
        const int column = i < half ? 0 : 3;
        grid->addWidget(makeLabel(m_page, "", rows[i].first), i % half, column);
        grid->addWidget(makeLabel(m_page, "section", rows[i].second), i % half, column + 1);
    }
    grid->setColumnMinimumWidth(2, space::xl);
    body()->addWidget(m_page);
    rejectButton()->setText(tr("C&lose"));
    m_page->show();
}

} // namespace deskbell::ui
