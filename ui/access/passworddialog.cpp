#include "ui/access/passworddialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QVBoxLayout>

#include "ui/format.h"
#include "ui/house.h"
#include "ui/parts/fieldgrid.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/sentences.h"

namespace deskbell::ui {

PasswordDialog::PasswordDialog(const House &house, models::FrontDesk &desk, QWidget *parent)
    : DeskDialog("passwordDialog", parent), m_house(house), m_desk(desk), m_current(new QLineEdit(this)),
      m_next(new QLineEdit(this)), m_again(new QLineEdit(this)),
      m_ticket(QRandomGenerator::global()->generate64())
{
    setMinimumWidth(460);
    build();
    connect(acceptButton(), &QPushButton::clicked, this, &PasswordDialog::send);
    connect(&m_desk, &models::FrontDesk::accountTold, this, &PasswordDialog::take);
    texts()->keep([this] { say(); });
    m_current->setFocus();
}

void PasswordDialog::build()
{
    m_current->setObjectName(QStringLiteral("passwordCurrent"));
    m_next->setObjectName(QStringLiteral("passwordNext"));
    m_again->setObjectName(QStringLiteral("passwordAgain"));
    auto *grid = new FieldGrid;
    int row = 0;
    for (QLineEdit *field : fields()) {
        field->setEchoMode(QLineEdit::Password);
        QLabel *label = grid->add(field, row++, 0);
        texts()->keep([this, label, field] {
            label->setText(field == m_current ? tr("C&urrent password")
                           : field == m_next  ? tr("&New password")
                                              : tr("&Repeat the new password"));
        });
        connect(field, &QLineEdit::textChanged, this, &PasswordDialog::check);
    }
    body()->addLayout(grid);
    body()->addStretch();
}

void PasswordDialog::say()
{
    setHeading(tr("Change the password"),
               tr("At least %n character(s). Other desks where you are signed in are signed out.", nullptr,
                  models::shortestPassword));
    if (m_isDone) {
        tellDone();
        return;
    }
    acceptButton()->setText(tr("C&hange the password"));
    check();
}

void PasswordDialog::check()
{
    if (m_isDone)
        return;
    const bool isLong = m_next->text().toUcs4().size() >= models::shortestPassword;
    const bool isSame = m_next->text() == m_again->text();
    setInvalid(m_current, false);
    setInvalid(m_next, !m_next->text().isEmpty() && !isLong);
    setInvalid(m_again, !m_again->text().isEmpty() && !isSame);
    if (!m_again->text().isEmpty() && !isSame)
        banner()->tell(Banner::Kind::Warn, tr("The new passwords do not match."));
    else
        banner()->clear();
    acceptButton()->setEnabled(!m_isAsking && !m_current->text().isEmpty() && isLong && isSame);
}

void PasswordDialog::send()
{
    if (m_desk.link().phase != models::LinkPhase::Online) {
        banner()->tell(Banner::Kind::Bad, tr("The backend cannot be reached. You can change the password "
                                             "when the connection is restored."));
        return;
    }
    m_isAsking = true;
    check();
    m_desk.askAccount(models::ChangePassword{m_current->text().toStdString(), m_next->text().toStdString()},
                      ++m_ticket);
}

void PasswordDialog::take(quint64 ticket, const Expected<std::vector<models::DeskSession>> &answer)
{
    if (ticket != m_ticket || !m_isAsking)
        return;
    m_isAsking = false;
    check();
    if (answer) {
        m_isDone = true;
        tellDone();
        return;
    }
    const std::string &code = answer.error().code;
    banner()->tell(Banner::Kind::Bad, models::isUnheard(answer.error())
                                          ? tr("There was no answer. The password may have been changed: if "
                                               "the old one is refused, use the new one.")
                                          : sentence(answer.error(), m_house.names()));
    QLineEdit *wrong = code == "password-wrong" ? m_current : m_next;
    if (code.starts_with("password-")) {
        setInvalid(wrong, true);
        wrong->setFocus();
        wrong->selectAll();
    }
}

void PasswordDialog::tellDone()
{
    for (QLineEdit *field : fields()) {
        setInvalid(field, false);
        field->clear();
        field->setEnabled(false);
    }
    acceptButton()->hide();
    rejectButton()->setText(tr("&Close"));
    rejectButton()->setFocus();
    banner()->tell(Banner::Kind::Good,
                   tr("The password was changed. All your other desks have been signed out."));
}

} // namespace deskbell::ui
