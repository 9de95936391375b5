#pragma once

// DeskDialog: what every dialog shares: a heading, a line under it, the body, a place for what went
// wrong, and the buttons in a row, the acting one last. It opens as large as it would like to be, and
// never larger than the screen: then its body scrolls. It closes when the desk has kept what was asked for,
// and stays with everything in it when that could not be kept. Escape asks before it drops what was typed.
// Opened by a person, never by the network; the opener owns it. UI thread.

#include <QDialog>
#include <QPointer>
#include <QVariantList>

#include <set>
#include <string>
#include <vector>

#include "models/frontdesk.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace deskbell::ui {

class Asker;
class Banner;
class DialogBody;
class House;
class TextKeeper;

class DeskDialog : public QDialog
{
    Q_OBJECT

public:
    DeskDialog(const char *objectName, QWidget *parent);
    void setVisible(bool isVisible) override;
    /// Escape and the window's own button; the button in the dialog closes at once.
    void reject() override;

protected:
    bool event(QEvent *event) override;
    /// Enter presses the button that has the focus; the page keys scroll the body where nothing in it has
    /// taken them.
    void keyPressEvent(QKeyEvent *event) override;
    void setHeading(const QString &heading, const QString &under = {});
    QVBoxLayout *body() const;
    /// At least as large at first, where the screen has the room.
    void setRoomySize(const QSize &size) { m_roomy = size; }
    Banner *banner() const { return m_banner; }
    TextKeeper *texts() const { return m_texts; }
    QPushButton *acceptButton() const { return m_accept; }
    QPushButton *rejectButton() const { return m_reject; }
    /// Whoever presses Enter without reading goes back: the other button is the one that is preferred.
    void preferReject(const QString &acceptKind = {});
    QHBoxLayout *buttonRow() const { return m_buttons; }

    /// Asks for what the fields say, once: the acting button is off until every answer is there. When all
    /// is kept, the dialog closes; else it tells why, and asks again only for what was not kept.
    void askOnce(Asker &asker, const std::vector<CommandArgs> &all, const House &house,
                 const models::SubmitOptions &options = {});
    void askOnce(Asker &asker, const CommandArgs &args, const House &house,
                 const models::SubmitOptions &options = {})
    {
        askOnce(asker, std::vector<CommandArgs>{args}, house, options);
    }
    /// What the backend could not be asked for is asked for by itself when the line is back. `model` has an
    /// error().
    template <typename Model, typename Ask>
    void askAgainOnline(models::FrontDesk &desk, const Model &model, Ask ask)
    {
        connect(&desk, &models::FrontDesk::linkChanged, this, [&desk, &model, ask] {
            const auto &error = model.error();
            if (error && models::isUnheard(*error) && desk.link().phase == models::LinkPhase::Online)
                ask();
        });
    }
    bool isSent() const { return m_isSent; }
    /// Takes the focus from the fields and buttons until giveFocusBack(), so that Enter pressed once more
    /// finds no other button.
    void holdFocus();
    void giveFocusBack();
    /// Looks at the fields anew: what is wrong with them, and whether the acting button is on.
    virtual void check() {}
    /// There is something in the fields that closing would lose.
    virtual bool isEdited() const;

private:
    void tellNotKept(const QString &why, std::size_t refused, std::size_t asked);
    int heightAround(int width) const;
    QSize largest() const;

    TextKeeper *m_texts;
    QLabel *m_heading;
    QLabel *m_under;
    DialogBody *m_body;
    Banner *m_banner;
    QHBoxLayout *m_buttons;
    QPushButton *m_reject;
    QPushButton *m_accept;
    QSize m_roomy;
    bool m_isSent = false;
    bool m_isDropped = false;     ///< by the button
    std::set<std::string> m_kept; ///< what was asked about what is kept already
    QPointer<QWidget> m_focused;  ///< before the focus was held
    QVariantList m_before;        ///< the fields' values when it was opened
    QVariantList m_askedAbout;    ///< their values when Escape asked
};

} // namespace deskbell::ui
