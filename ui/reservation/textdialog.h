#pragma once

// TextDialog: asks a person for a text: why something is rejected or cancelled (common reasons at a
// click), or the reservation's note. Opened by a person; the opener owns it. UI thread.

#include "ui/parts/deskdialog.h"
#include "ui/words.h"

class QPlainTextEdit;

namespace deskbell::ui {

class TextDialog : public DeskDialog
{
    Q_OBJECT

public:
    enum class Kind { RejectReason, CancelReason, Note };

    /// `subject`: whom it is about, "Anna Lindqvist" or "3 reservations"; `of`: of what.
    TextDialog(Kind kind, const QString &subject, const QString &text, OfferingKind of, QWidget *parent);
    QString text() const;

private:
    void say();
    void check() override;
    void addSuggestions();
    QString whatBecomes() const;

    Kind m_kind;
    QString m_subject;
    OfferingKind m_of;
    QPlainTextEdit *m_edit;
};

} // namespace deskbell::ui
