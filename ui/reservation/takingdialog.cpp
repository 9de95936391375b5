#include "ui/reservation/takingdialog.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "domain/text.h"
#include "ui/asker.h"
#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/reservation/guestform.h"
#include "ui/theme.h"

namespace deskbell::ui {

TakingDialog::TakingDialog(const char *objectName, const House &house, Asker &asker,
                           const ReservationWish &wish, QWidget *parent)
    : DeskDialog(objectName, parent), m_house(house), m_asker(asker),
      m_id(wish.from ? wish.from->reservation : ReservationId{asker.desk().newId()}), m_from(wish.from),
      m_supersedes(wish.supersedes), m_left(new QVBoxLayout), m_right(new QVBoxLayout),
      m_total(makeLabel(this, "display"))
{
    m_total->setObjectName(QStringLiteral("reservationTotal"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(space::xl);
    for (QVBoxLayout *column : {m_left, m_right}) {
        column->setSpacing(space::m);
        columns->addLayout(column, 1);
    }
    body()->addLayout(columns, 1);
    body()->addWidget(makeRule(this));
    buttonRow()->insertWidget(0, m_total);
    connect(acceptButton(), &QPushButton::clicked, this, &TakingDialog::submit);
    // The book, which the house reads, has taken the change by then: it has listened for longer.
    connect(&m_asker.desk(), &models::FrontDesk::changed, this, [this](const models::ChangeSet &changes) {
        if (!isSent() && !changes.undated.isEmpty())
            followHouse();
    });
    texts()->keep([this] {
        setHeading(tr("New reservation"));
        acceptButton()->setText(tr("Ta&ke the reservation"));
    });
}

void TakingDialog::addGuest(QVBoxLayout *column)
{
    m_guest = new GuestForm(this);
    if (m_from)
        m_guest->setGuest(m_from->guest);
    column->addWidget(m_guest);
    connect(m_guest, &GuestForm::edited, this, [this] { check(); });
    m_guest->nameField()->setFocus();
}

void TakingDialog::addNote(QVBoxLayout *column)
{
    m_note = new QPlainTextEdit(m_from ? typed(m_from->note) : QString(), this);
    m_note->setObjectName(QStringLiteral("reservationNote"));
    m_note->setTabChangesFocus(true);
    m_note->setMinimumHeight(60);
    auto *label = makeLabel(this);
    label->setBuddy(m_note);
    auto *inside = new QVBoxLayout;
    inside->setSpacing(space::xs);
    inside->addWidget(label);
    inside->addWidget(m_note, 1);
    column->addLayout(inside, 1);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] { check(); });
    texts()->keep([this, label] {
        label->setText(tr("Not&e"));
        m_note->setPlaceholderText(tr("What colleagues should know, for example a late arrival"));
    });
}

QString TakingDialog::anyProblem() const
{
    if (QString own = problem(); !own.isEmpty())
        return own;
    if (characterCount(utf8(m_note->toPlainText().trimmed())) > maxText)
        return tr("The note is too long.");
    return m_guest->problem();
}

void TakingDialog::check()
{
    const QString wrong = anyProblem();
    acceptButton()->setEnabled(wrong.isEmpty() && !isSent());
    // Nothing typed yet is no mistake.
    const bool isUntouched = m_guest->nameField()->text().isEmpty() && !m_guest->nameField()->isModified();
    if (!wrong.isEmpty() && isUntouched && !isWrongFromTheStart())
        banner()->tell(Banner::Kind::Info, tr("Enter the guest's name to take the reservation."));
    else if (!wrong.isEmpty())
        banner()->tell(Banner::Kind::Bad, wrong);
    else if (const QString remark = warning(); !remark.isEmpty())
        banner()->tell(Banner::Kind::Warn, remark);
    else
        banner()->clear();
}

void TakingDialog::submit()
{
    if (isSent() || !anyProblem().isEmpty())
        return;
    MakeReservation make;
    make.reservation = m_id;
    make.guest = m_guest->guest();
    make.currency = m_house.property().currency;
    make.channel = "desk";
    make.note = utf8(m_note->toPlainText().trimmed());
    fillIn(make);
    std::vector<CommandArgs> all = following(make);
    all.insert(all.begin(), make);
    models::SubmitOptions options;
    options.supersedes = m_supersedes;
    askOnce(m_asker, all, m_house, options);
}

const models::FrontDesk &TakingDialog::desk() const
{
    return m_asker.desk();
}

} // namespace deskbell::ui
