#pragma once

// NoteBar: messages as strips over the foot of the work area: notes of the connection, and refusals of the
// last request. It overlays the work area without moving anything; never takes the focus; each strip can be
// closed. UI thread.

#include <QFrame>
#include <QPointer>

#include <functional>
#include <map>
#include <set>

#include "models/frontdesk.h"
#include "ui/words.h"

class QVBoxLayout;

namespace deskbell::ui {

class NoteBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoteBar(QWidget *parent);
    /// Lies over the foot of that part while it is to be seen, else over its parent's.
    void setOver(QWidget *part);
    /// The notes that hold now; those gone go, those closed by a person stay closed while they hold.
    void setNotes(const std::vector<Error> &notes, const Names &names);
    /// Something just asked for that could not be done; the last one stands. Said anew when the language
    /// changes.
    void tellRefusal(std::function<QString()> sentence);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void put(const QString &key, bool isBad, const QString &sentence);
    void take(const QString &key);

    QVBoxLayout *m_column;
    QPointer<QWidget> m_over;
    std::map<QString, QWidget *> m_strips;
    std::set<QString> m_closed;
    std::function<QString()> m_refusal;
};

} // namespace deskbell::ui
