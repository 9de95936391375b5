#include "ui/offering/offeringdialog.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

#include "domain/command/asitis.h"
#include "domain/text.h"
#include "ui/asker.h"
#include "ui/format.h"
#include "ui/offering/workflowchoice.h"
#include "ui/parts/fieldgrid.h"
#include "ui/parts/moneyedit.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/sentences.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {

LocalMinute minuteOf(const QDateTime &time)
{
    return domainDate(time.date()) + std::chrono::minutes{QTime(0, 0).secsTo(time.time()) / 60};
}

QDateTime qDateTime(LocalMinute minute)
{
    const Date date = std::chrono::floor<Days>(minute);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(minute - date).count();
    return QDateTime(qDate(date), QTime(0, 0).addSecs(static_cast<int>(seconds)), Qt::UTC);
}

} // namespace

OfferingDialog::OfferingDialog(const House &house, Asker &asker, const Subject &subject, QWidget *parent)
    : DeskDialog("offeringDialog", parent), m_house(house), m_asker(asker), m_subject(subject),
      m_id(subject.known  ? subject.known->id
           : subject.from ? subject.from->offering
                          : OfferingId{asker.desk().newId()}),
      m_name(new QLineEdit(this)), m_code(new QLineEdit(this)), m_capacity(new QSpinBox(this)),
      m_workflow(new WorkflowChoice(subject.kind, this)), m_isClosed(new QCheckBox(this))
{
    setMinimumWidth(560);
    m_name->setObjectName(QStringLiteral("offeringName"));
    m_code->setObjectName(QStringLiteral("offeringCode"));
    m_capacity->setObjectName(QStringLiteral("offeringCapacity"));
    m_isClosed->setObjectName(QStringLiteral("offeringClosed"));
    m_isClosed->setVisible(m_subject.known.has_value());
    limitCharacters(m_name, maxName);
    m_code->setMaxLength(12);
    m_capacity->setRange(0, maxCapacity);
    m_capacity->setGroupSeparatorShown(true);
    const bool isDated = !m_subject.known || m_subject.known->startsAt;
    if (m_subject.kind == OfferingKind::Performance && isDated) {
        m_startsAt = new QDateTimeEdit(this);
        m_startsAt->setObjectName(QStringLiteral("offeringStartsAt"));
        m_startsAt->setTimeSpec(Qt::UTC);
        m_startsAt->setCalendarPopup(true);
    }
    if (m_subject.kind != OfferingKind::Title) {
        m_price = new MoneyEdit(this);
        m_price->setObjectName(QStringLiteral("offeringPrice"));
    }
    if (m_subject.kind == OfferingKind::Rooms) {
        m_maxGuests = new QSpinBox(this);
        m_maxGuests->setObjectName(QStringLiteral("offeringMaxGuests"));
        m_maxGuests->setRange(1, 99);
    }
    build();
    fill();
    connect(acceptButton(), &QPushButton::clicked, this, &OfferingDialog::submit);
    texts()->keep([this] {
        say();
        check();
    });
    m_name->setFocus();
}

void OfferingDialog::build()
{
    auto *grid = new FieldGrid;
    struct Field
    {
        QWidget *widget;
        std::function<QString()> name;
    };
    const OfferingKind kind = m_subject.kind;
    const std::vector<Field> fields{
        {m_name, [] { return tr("&Name"); }},
        {m_code, [] { return tr("Short c&ode"); }},
        {m_startsAt, [] { return tr("&Begins"); }},
        {m_capacity,
         [kind] {
             return kind == OfferingKind::Rooms         ? tr("Number of &rooms")
                    : kind == OfferingKind::Performance ? tr("Number of &seats")
                                                        : tr("Number of co&pies");
         }},
        {m_price,
         [kind] { return kind == OfferingKind::Rooms ? tr("&Price per night") : tr("&Price per seat"); }},
        {m_maxGuests, [] { return tr("Maximum &guests"); }},
    };
    // Name and code share a line, as do the numbers.
    int place = 0;
    QWidget *last = nullptr;
    for (const Field &field : fields) {
        if (!field.widget)
            continue;
        QLabel *label = grid->add(field.widget, place / 2, place % 2);
        texts()->keep([label, name = field.name] { label->setText(name()); });
        if (last)
            setTabOrder(last, field.widget);
        last = field.widget;
        ++place;
    }
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    body()->addLayout(grid);
    body()->addWidget(m_isClosed);
    body()->addSpacing(space::s);
    auto *how = makeLabel(this, "section");
    texts()->keep([how] { how->setText(tr("Reservation procedure")); });
    body()->addWidget(how);
    body()->addWidget(m_workflow);
    body()->addStretch();
    connect(m_name, &QLineEdit::textChanged, this, &OfferingDialog::check);
    connect(m_code, &QLineEdit::textChanged, this, &OfferingDialog::check);
    connect(m_capacity, &QSpinBox::valueChanged, this, &OfferingDialog::check);
    if (m_price)
        connect(m_price, &MoneyEdit::moneyEdited, this, &OfferingDialog::check);
    if (m_startsAt)
        connect(m_startsAt, &QDateTimeEdit::dateTimeChanged, this, &OfferingDialog::check);
    connect(m_workflow, &WorkflowChoice::edited, this, &OfferingDialog::check);
}

void OfferingDialog::say()
{
    const bool isNew = !m_subject.known;
    const QString headings[] = {isNew ? tr("New room type") : tr("Change the room type"),
                                isNew ? tr("New performance") : tr("Change the performance"),
                                isNew ? tr("New title") : tr("Change the title")};
    const QString under = isNew ? QString() : tr("Existing reservations keep their procedure and price.");
    setHeading(headings[static_cast<int>(m_subject.kind)], under);
    acceptButton()->setText(isNew ? tr("&Add") : tr("Sa&ve"));
    m_isClosed->setText(tr("Closed for sa&le: no new reservations, existing ones stay"));
    if (m_startsAt) {
        m_startsAt->setLocale(QLocale());
        m_startsAt->setDisplayFormat(tr("ddd d MMM yyyy HH:mm", "pattern of a field with date and time"));
    }
}

void OfferingDialog::fill()
{
    const std::vector<Offering> all = m_house.offerings();
    for (const Offering &offering : all)
        m_order = std::max(m_order, offering.order + 1);
    const Currency currency = m_house.property().currency;
    const LocalMinute evening = m_house.property().businessDate + Days{1} + std::chrono::hours{19};
    PutOffering start;
    start.basePrice = 0;
    start.maxGuests = m_subject.kind == OfferingKind::Rooms ? 2 : 1;
    start.order = m_order;
    if (m_subject.kind == OfferingKind::Performance)
        start.startsAt = evening;
    if (const auto &known = m_subject.known)
        start = asItIs(*known);
    if (m_subject.from)
        start = *m_subject.from;
    m_order = start.order;
    m_name->setText(typed(start.name));
    m_code->setText(typed(start.code));
    m_capacity->setValue(start.capacity);
    if (m_price)
        m_price->setMoney({start.basePrice, currency});
    if (m_maxGuests)
        m_maxGuests->setValue(start.maxGuests);
    if (m_startsAt)
        m_startsAt->setDateTime(qDateTime(start.startsAt.value_or(evening)));
    m_isClosed->setChecked(start.sale == SaleState::Closed);
    const auto preset = workflowNamed(start.workflow);
    const bool isKnowns = m_subject.known && m_subject.known->workflow.name == start.workflow;
    const auto workflow = isKnowns ? std::optional(m_subject.known->workflow) : preset;
    if (workflow)
        m_workflow->choose(start.terms ? withTerms(*workflow, *start.terms) : *workflow);
    // A manager registers seats; the procedure of what is there, and its terms, are an admin's.
    m_workflow->setTermsEnabled(m_asker.desk().actor().role == Role::Admin);
    m_workflow->setEnabled(m_subject.known ? m_asker.desk().actor().role == Role::Admin : true);
}

QString OfferingDialog::problem() const
{
    if (isBlank(utf8(m_name->text())))
        return tr("Enter a name.");
    if (isBlank(utf8(m_code->text())))
        return tr("Enter a short code to show on the board.");
    if (m_subject.taken > 0 && m_capacity->value() < m_subject.taken)
        return tr("%1 are already taken: the number cannot be lower. Move or cancel reservations first.")
            .arg(countText(m_subject.taken, m_subject.kind));
    if (m_price && !m_price->money())
        return m_price->problem();
    return {};
}

void OfferingDialog::check()
{
    const QString wrong = problem();
    acceptButton()->setEnabled(wrong.isEmpty() && !isSent());
    setInvalid(m_capacity, m_subject.taken > 0 && m_capacity->value() < m_subject.taken);
    const bool isUntouched = !m_subject.known && !m_name->isModified() && m_name->text().isEmpty();
    if (wrong.isEmpty() && m_subject.taken > 0)
        banner()->tell(Banner::Kind::Info,
                       tr("%1 are taken.").arg(countText(m_subject.taken, m_subject.kind)));
    else if (wrong.isEmpty())
        banner()->clear();
    else
        banner()->tell(isUntouched ? Banner::Kind::Info : Banner::Kind::Bad, wrong);
}

PutOffering OfferingDialog::wanted() const
{
    PutOffering put;
    put.offering = m_id;
    put.code = utf8(m_code->text().trimmed());
    put.name = utf8(m_name->text().trimmed());
    put.workflow = m_workflow->chosen();
    if (m_asker.desk().actor().role == Role::Admin)
        put.terms = m_workflow->terms();
    put.capacity = m_capacity->value();
    put.basePrice = m_price ? m_price->money().value_or(Money{}).minor : 0;
    put.maxGuests = m_maxGuests ? m_maxGuests->value() : 1;
    put.order = m_order;
    if (m_startsAt)
        put.startsAt = minuteOf(m_startsAt->dateTime());
    if (const auto &known = m_subject.known;
        known && m_isClosed->isChecked() != (known->sale == SaleState::Closed))
        put.sale = m_isClosed->isChecked() ? SaleState::Closed : SaleState::Open;
    return put;
}

void OfferingDialog::submit()
{
    if (isSent() || !problem().isEmpty())
        return;
    models::SubmitOptions options;
    options.supersedes = m_subject.supersedes;
    if (m_subject.known)
        options.seenVersion = m_subject.known->version;
    askOnce(m_asker, wanted(), m_house, options);
}

} // namespace deskbell::ui
