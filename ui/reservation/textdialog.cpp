#include "ui/reservation/textdialog.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

#include "domain/text.h"
#include "ui/asker.h"
#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/theme.h"

namespace deskbell::ui {

TextDialog::TextDialog(Kind kind, About about, const House &house, Asker &asker, QWidget *parent)
    : DeskDialog(kind == Kind::Note ? "noteDialog" : "reasonDialog", parent), m_kind(kind),
      m_about(std::move(about)), m_house(house), m_asker(asker),
      m_edit(new QPlainTextEdit(m_about.text, this))
{
    setMinimumWidth(460);
    m_edit->setObjectName(kind == Kind::Note ? QStringLiteral("noteText") : QStringLiteral("reasonText"));
    m_edit->setTabChangesFocus(true);
    m_edit->setMinimumHeight(kind == Kind::Note ? 130 : 76);
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // a few lines, not a page
    if (kind != Kind::Note)
        addSuggestions();
    body()->addWidget(m_edit, 1);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &TextDialog::check);
    connect(acceptButton(), &QPushButton::clicked, this, &TextDialog::submit);
    if (kind != Kind::Note) {
        acceptButton()->setProperty("kind", QStringLiteral("danger"));
        acceptButton()->setDefault(false);
        repolish(acceptButton());
    }
    texts()->keep([this] { say(); });
    check();
    m_edit->setFocus();
}

void TextDialog::say()
{
    switch (m_kind) {
    case Kind::RejectReason:
        setHeading(tr("Reject the request"), aboutText(tr("The guest will see the reason.")));
        m_edit->setAccessibleName(tr("Reason"));
        m_edit->setPlaceholderText(tr("Why is it rejected?"));
        acceptButton()->setText(tr("&Reject"));
        break;
    case Kind::CancelReason:
        setHeading(tr("Cancel the reservation"), aboutText({}));
        m_edit->setAccessibleName(tr("Reason"));
        m_edit->setPlaceholderText(tr("Why is it cancelled? (optional)"));
        acceptButton()->setText(tr("&Cancel the reservation"));
        rejectButton()->setText(tr("&Keep it"));
        break;
    case Kind::Note:
        setHeading(tr("Note"), aboutText({}));
        m_edit->setAccessibleName(tr("Note"));
        m_edit->setPlaceholderText(tr("What colleagues should know, for example a late arrival"));
        acceptButton()->setText(tr("&Save"));
        break;
    }
}

QString TextDialog::aboutText(const QString &more) const
{
    QStringList lines = m_about.lines();
    if (!more.isEmpty())
        lines << more;
    return lines.join(u'\n');
}

void TextDialog::submit()
{
    if (!isSent())
        askOnce(m_asker, m_about.commands(utf8(text())), m_house, {{}, {}, m_about.seenVersion});
}

void TextDialog::addSuggestions()
{
    auto *row = new QVBoxLayout;
    row->setSpacing(2);
    const int count = 3;
    for (int i = 0; i < count; ++i) {
        auto *button = makeButton(this, "reasonSuggestion", "link");
        row->addWidget(button, 0, Qt::AlignLeft);
        texts()->keep([this, button, i] {
            const QStringList reasons =
                m_kind == Kind::RejectReason
                    ? QStringList{tr("No room is left for these nights"),
                                  tr("The guest could not be reached"), tr("The request cannot be met")}
                    : QStringList{tr("The guest has cancelled"), tr("Reserved twice by mistake"),
                                  tr("Not paid in time")};
            button->setText(reasons.at(i));
        });
        connect(button, &QPushButton::clicked, this, [this, button] {
            // As if it were typed: it can be undone.
            m_edit->selectAll();
            m_edit->insertPlainText(button->text());
            m_edit->setFocus();
        });
    }
    body()->addLayout(row);
}

QString TextDialog::text() const
{
    return m_edit->toPlainText().trimmed();
}

void TextDialog::check()
{
    const bool isTooLong = characterCount(utf8(text())) > maxText;
    const bool isMissing = m_kind == Kind::RejectReason && isBlank(utf8(text()));
    acceptButton()->setEnabled(!isTooLong && !isMissing && !isSent());
    setInvalid(m_edit, isTooLong);
    if (isTooLong)
        banner()->tell(Banner::Kind::Bad, tr("This text is too long."));
    else
        banner()->clear();
}

} // namespace deskbell::ui
