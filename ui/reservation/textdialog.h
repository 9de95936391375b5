#pragma once

// TextDialog: asks a person for a text: why something is rejected or cancelled (common reasons at a
// click), or the reservation's note. Opened by a person; the opener owns it. UI thread.

#include <functional>
#include <vector>

#include "ui/house.h"
#include "ui/parts/deskdialog.h"

class QPlainTextEdit;

namespace deskbell::ui {

class Asker;

class TextDialog : public DeskDialog
{
    Q_OBJECT

public:
    enum class Kind { RejectReason, CancelReason, Note };

    struct About
    {
        /// "Anna Lindqvist" or "3 reservations", and what becomes of nights and money, a line each.
        std::function<QStringList()> lines;
        QString text;                               ///< there already
        std::optional<std::uint32_t> seenVersion{}; ///< … in that version of the reservation
        /// What is asked for with that text.
        std::function<std::vector<CommandArgs>(const std::string &text)> commands;
    };

    TextDialog(Kind kind, About about, const House &house, Asker &asker, QWidget *parent);

private:
    void say();
    void check() override;
    void addSuggestions();
    void submit();
    /// Whom it is about and what becomes of it, a line each.
    QString aboutText(const QString &more) const;
    QString text() const;

    Kind m_kind;
    About m_about;
    const House &m_house;
    Asker &m_asker;
    QPlainTextEdit *m_edit;
};

} // namespace deskbell::ui
