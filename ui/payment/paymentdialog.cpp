#include "ui/payment/paymentdialog.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/asker.h"
#include "ui/format.h"
#include "ui/parts/moneyedit.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/plaintext.h"
#include "ui/sentences.h"
#include "ui/subject.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {

Money underWay(const Reservation &reservation)
{
    Money sum{0, reservation.currency};
    for (const Payment &payment : reservation.payments) {
        if (isUnderWay(payment.state))
            sum.minor += payment.amount.minor;
    }
    return sum;
}

} // namespace

PaymentDialog::PaymentDialog(const House &house, Asker &asker, CurrentReservation &current,
                             models::CardTerminal &terminal, QWidget *parent)
    : DeskDialog("paymentDialog", parent), m_house(house), m_asker(asker), m_current(current),
      m_terminal(terminal), m_reservation(current.id()), m_payment{PaymentId{asker.desk().newId()}},
      m_folio(new QGridLayout), m_methods(new QButtonGroup(this)), m_amount(new MoneyEdit(this)),
      m_amountLabel(makeLabel(this)), m_sign(makeLabel(this, "muted")), m_hint(makeLabel(this, "muted"))
{
    setMinimumWidth(470);
    build();
    connect(&m_current, &CurrentReservation::changed, this, &PaymentDialog::follow);
    connect(&m_asker.desk(), &models::FrontDesk::linkChanged, this, &PaymentDialog::sayHint);
    connect(&m_terminal, &models::CardTerminal::tokenRead, this,
            [this](const PaymentId &payment, const std::string &token) {
                if (payment == m_payment && m_step == Step::ReadingCard)
                    submit(token);
            });
    connect(&m_terminal, &models::CardTerminal::failed, this,
            [this](const PaymentId &payment, const Error &error) {
                if (payment != m_payment || m_step != Step::ReadingCard)
                    return;
                enter(Step::Editing);
                banner()->tell(Banner::Kind::Bad, sentence(error, m_house.names()));
            });
    connect(acceptButton(), &QPushButton::clicked, this, [this] {
        if (m_step == Step::Ended)
            startAnother();
        else
            start();
    });
    if (const Reservation *now = reservation())
        m_amount->setMoney(chargeable(*now));
    texts()->keep([this] { say(); });
    enter(Step::Editing);
    m_amount->setFocus();
}

void PaymentDialog::build()
{
    m_folio->setColumnStretch(0, 1);
    m_folio->setVerticalSpacing(space::xs);
    body()->addLayout(m_folio);
    body()->addWidget(makeRule(this));
    auto *methods = new QHBoxLayout;
    methods->setSpacing(space::s);
    const char *names[] = {"payCash", "payCard", "payTransfer"};
    const char *icons[] = {"cash", "payment", "transfer"};
    for (int i = 0; i < 3; ++i) {
        auto *button = makeToolButton(this, names[i], icon(icons[i]));
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize({26, 26});
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setMinimumHeight(64);
        m_methods->addButton(button, i);
        methods->addWidget(button);
    }
    m_methods->button(static_cast<int>(PaymentMethod::Card))->setChecked(true);
    connect(m_methods, &QButtonGroup::idClicked, this, &PaymentDialog::sayHint);
    body()->addLayout(methods);
    auto *row = new QHBoxLayout;
    m_amount->setObjectName(QStringLiteral("payAmount"));
    m_amount->setMinimumHeight(34);
    m_amountLabel->setBuddy(m_amount);
    row->addWidget(m_amountLabel);
    row->addStretch();
    row->addWidget(m_sign);
    row->addWidget(m_amount);
    m_amount->setFixedWidth(170);
    body()->addLayout(row);
    m_hint->setWordWrap(true);
    m_hint->setObjectName(QStringLiteral("payHint"));
    body()->addWidget(m_hint);
    connect(m_amount, &MoneyEdit::moneyEdited, this, &PaymentDialog::sayHint);
}

void PaymentDialog::say()
{
    const Reservation *now = reservation();
    setHeading(tr("Take a payment"), now ? subjectText(*now, m_house) : QString());
    m_methods->button(0)->setText(tr("&Cash"));
    m_methods->button(1)->setText(tr("C&ard"));
    m_methods->button(2)->setText(tr("Trans&fer"));
    m_amountLabel->setText(tr("A&mount"));
    showFolio();
    enter(m_step);
    follow(); // its outcome anew, where there is one
}

const Reservation *PaymentDialog::reservation() const
{
    const auto &detail = m_current.detail();
    return detail && detail->seen.id == m_reservation ? &detail->seen : nullptr;
}

PaymentMethod PaymentDialog::method() const
{
    return static_cast<PaymentMethod>(m_methods->checkedId());
}

bool PaymentDialog::isOnline() const
{
    return m_asker.desk().link().phase == models::LinkPhase::Online;
}

void PaymentDialog::showFolio()
{
    const Reservation *now = reservation();
    if (!now)
        return;
    for (QLabel *label : m_folioLabels) {
        label->hide(); // gone at once, deleted when the event that brought us here is over
        label->deleteLater();
    }
    m_folioLabels.clear();
    int row = 0;
    const auto add = [&](const QString &what, Money amount, const char *role) {
        QLabel *left = makeLabel(this, role, what);
        QLabel *right = makeLabel(this, role, moneyText(amount));
        left->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        right->setAlignment(Qt::AlignRight | Qt::AlignTop);
        alignFirstLines({left, right});
        m_folio->addWidget(left, row, 0);
        m_folio->addWidget(right, row++, 1);
        m_folioLabels.push_back(left);
        m_folioLabels.push_back(right);
    };
    add(now->workflow.slotKind == SlotKind::PerNight ? tr("Price of the stay") : tr("Total price"),
        totalPrice(*now), "");
    add(tr("Paid"), paidNet(*now), "");
    if (const Money pending = underWay(*now); !pending.isZero())
        add(tr("Under way"), pending, "");
    add(tr("Still to be charged"), chargeable(*now), "title");
}

void PaymentDialog::sayHint()
{
    const Reservation *now = reservation();
    m_sign->setText(now ? currencySign(now->currency) : QString());
    if (m_step != Step::Editing || !now)
        return;
    const auto amount = m_amount->money();
    const Money open = chargeable(*now);
    const bool isMore = amount && compare(*amount, open) > 0;
    // What has arrived by transfer has arrived.
    const bool isTooMuch = isMore && method() != PaymentMethod::Transfer;
    const bool isPayable = amount && amount->minor > 0 && !isTooMuch;
    setInvalid(m_amount, !isPayable && (!open.isZero() || isMore));
    acceptButton()->setEnabled(isPayable);
    // What is understood stands on the button before it is taken.
    acceptButton()->setText(isPayable ? tr("&Take %1", "an amount").arg(buttonText(moneyText(*amount)))
                                      : tr("&Take the payment"));
    if (isMore && !isTooMuch)
        m_hint->setText(tr("That is %1 more than is owed. It is kept as a credit for the guest.")
                            .arg(moneyText(*amount - open)));
    else if (open.isZero() && !underWay(*now).isZero())
        m_hint->setText(
            tr("The amount owed is already being charged. The reservation will show the outcome."));
    else if (open.isZero())
        m_hint->setText(tr("Nothing is left to pay."));
    else if (!amount)
        m_hint->setText(m_amount->problem());
    else if (isTooMuch)
        m_hint->setText(tr("That is more than can still be charged (%1).").arg(moneyText(open)));
    else if (method() == PaymentMethod::Card && !isOnline())
        m_hint->setText(tr("The desk is offline: the card is read now and charged once when the connection "
                           "is restored. Until then the amount stays owed."));
    else if (method() == PaymentMethod::Card && m_terminal.isDemonstration())
        m_hint->setText(tr("No card terminal is connected; the demonstration terminal answers instead."));
    else if (amount && compare(*amount, open) < 0)
        m_hint->setText(tr("Partial payment; %1 remains to be paid.").arg(moneyText(open - *amount)));
    else
        m_hint->setText({});
}

void PaymentDialog::enter(Step step)
{
    m_step = step;
    const bool isEditing = step == Step::Editing;
    if (step == Step::ReadingCard || step == Step::Submitting)
        holdFocus();
    m_amount->setEnabled(isEditing);
    for (QAbstractButton *button : m_methods->buttons())
        button->setEnabled(isEditing);
    acceptButton()->setVisible(isEditing || step == Step::ReadingCard || step == Step::Submitting ||
                               (step == Step::Ended && acceptButton()->property("again").toBool()));
    acceptButton()->setEnabled(isEditing || step == Step::Ended);
    rejectButton()->setText(isEditing || step == Step::ReadingCard ? tr("Ca&ncel") : tr("C&lose"));
    acceptButton()->setText(step == Step::Ended ? tr("&Try another payment") : tr("&Take the payment"));
    if (step != Step::Editing)
        m_hint->setText({});
    if (step == Step::ReadingCard)
        banner()->tell(Banner::Kind::Info, tr("Please hold the card to the terminal…"));
    else if (isEditing)
        sayHint();
    if (isEditing)
        giveFocusBack();
    if (step == Step::Following || step == Step::Ended)
        rejectButton()->setFocus();
}

void PaymentDialog::start()
{
    const auto amount = m_amount->money();
    if (m_step != Step::Editing || !amount || amount->minor <= 0)
        return;
    m_sum = *amount;
    banner()->clear();
    if (method() == PaymentMethod::Card) {
        enter(Step::ReadingCard);
        m_terminal.read(m_payment, m_sum);
    } else {
        submit({});
    }
}

void PaymentDialog::submit(const std::string &token)
{
    enter(Step::Submitting);
    const TakePayment take{m_reservation, m_payment, method(), m_sum, token};
    m_asker.ask(take, this, [this](const std::optional<Error> &refusal) {
        if (refusal) {
            enter(Step::Editing);
            banner()->tell(Banner::Kind::Bad, sentence(*refusal, m_house.names()));
            return;
        }
        if (m_step != Step::Submitting)
            return; // its outcome came first
        enter(Step::Following);
        banner()->tell(Banner::Kind::Info,
                       isOnline() ? tr("Kept, and on its way to the backend.")
                                  : tr("Kept on this desk; it is sent when the connection is restored."));
        follow();
    });
}

void PaymentDialog::follow()
{
    const Reservation *now = reservation();
    if (!now)
        return;
    showFolio();
    const Payment *mine = findPayment(*now, m_payment);
    if (mine && (m_step == Step::Following || m_step == Step::Submitting || m_step == Step::Ended))
        tellOutcome(*mine);
    else if (m_step == Step::Editing)
        sayHint();
}

void PaymentDialog::tellOutcome(const Payment &payment)
{
    const QString amount = moneyText(payment.amount);
    const bool isWaiting = !isOnline();
    acceptButton()->setProperty("again", payment.state == PaymentState::Declined);
    switch (payment.state) {
    case PaymentState::Taken:
        enter(Step::Ended);
        banner()->tell(
            Banner::Kind::Good,
            isWaiting ? tr("%1 taken. Recorded on this desk; it is sent when the connection is restored.")
                            .arg(amount)
                      : tr("%1 taken.").arg(amount));
        break;
    case PaymentState::Declined:
        enter(Step::Ended);
        banner()->tell(Banner::Kind::Bad,
                       tr("The card was declined; nothing was charged. Ask for another card "
                          "or another way to pay."));
        break;
    case PaymentState::ProviderBusy:
        enter(Step::Following);
        banner()->tell(Banner::Kind::Warn, tr("The payment provider is busy: %1 will be charged later, "
                                              "automatically. Do not charge it again.")
                                               .arg(amount));
        break;
    case PaymentState::Unknown:
        enter(Step::Following);
        banner()->tell(Banner::Kind::Warn,
                       tr("The outcome is unknown and is being looked up at the provider. Do "
                          "not charge %1 again.")
                           .arg(amount));
        break;
    case PaymentState::Withdrawn:
        enter(Step::Ended);
        banner()->tell(Banner::Kind::Info, tr("The payment was withdrawn; nothing was charged."));
        break;
    case PaymentState::Pending:
    case PaymentState::Sent:
        enter(Step::Following);
        banner()->tell(Banner::Kind::Info,
                       isWaiting ? tr("%1 will be charged once when the connection is restored.").arg(amount)
                                 : tr("%1 is being charged…").arg(amount));
        break;
    }
}

void PaymentDialog::startAnother()
{
    m_payment = PaymentId{m_asker.desk().newId()};
    banner()->clear();
    if (const Reservation *now = reservation())
        m_amount->setMoney(chargeable(*now));
    acceptButton()->setProperty("again", false);
    enter(Step::Editing);
    m_amount->setFocus();
}

bool PaymentDialog::isEdited() const
{
    return m_step == Step::Editing && DeskDialog::isEdited();
}

void PaymentDialog::reject()
{
    if (m_step == Step::ReadingCard)
        m_terminal.cancel();
    // Between the press and the desk's word that it is kept: a few milliseconds, not to be left.
    if (m_step == Step::Submitting)
        return;
    DeskDialog::reject();
}

} // namespace deskbell::ui
