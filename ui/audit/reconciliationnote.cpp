#include "ui/audit/reconciliationnote.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/theme.h"

namespace deskbell::ui {

ReconciliationNote::ReconciliationNote(QWidget *parent)
    : QWidget(parent), m_texts(new TextKeeper(this)), m_sign(makeLabel(this)),
      m_words(new WrappingLabel(this)), m_show(makeButton(this, "reconciliationShow", "link"))
{
    setObjectName(QStringLiteral("reconciliationNote"));
    m_words->setObjectName(QStringLiteral("reconciliationNoteWords"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::xs);
    column->addWidget(m_words);
    column->addWidget(m_show, 0, Qt::AlignLeft);
    row->addLayout(column, 1);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (m_last)
            emit showAsked(m_last->day);
    });
    m_texts->keep([this] { say(); });
}

void ReconciliationNote::tell(const std::optional<models::ReconciledDay> &last)
{
    m_last = last;
    say();
}

void ReconciliationNote::say()
{
    m_show->setText(tr("Show the differences…"));
    setVisible(m_last && m_last->differences > 0);
    if (!m_last)
        return;
    m_sign->setPixmap(icon("alert", Tone::Warn).pixmap(16, 16));
    m_words->setText(
        tr("The card payments of %1 do not match the payment provider's records: %n difference(s).", nullptr,
           static_cast<int>(m_last->differences))
            .arg(dateText(m_last->day)));
}

} // namespace deskbell::ui
