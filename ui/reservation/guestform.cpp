#include "ui/reservation/guestform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>

#include "domain/command.h"
#include "domain/text.h"
#include "ui/format.h"
#include "ui/parts/fieldgrid.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/reservation/countries.h"
#include "ui/theme.h"
#include "ui/words.h"

namespace deskbell::ui {

GuestForm::GuestForm(QWidget *parent)
    : QWidget(parent), m_texts(new TextKeeper(this)), m_name(new QLineEdit(this)),
      m_phone(new QLineEdit(this)), m_email(new QLineEdit(this)), m_country(new QComboBox(this)),
      m_language(new QComboBox(this)), m_notices(new QCheckBox(this))
{
    m_name->setObjectName(QStringLiteral("guestName"));
    m_phone->setObjectName(QStringLiteral("guestPhone"));
    m_email->setObjectName(QStringLiteral("guestEmail"));
    m_country->setObjectName(QStringLiteral("guestCountry"));
    m_language->setObjectName(QStringLiteral("guestLanguage"));
    m_notices->setObjectName(QStringLiteral("guestNotices"));
    auto *grid = new FieldGrid(this);
    QLabel *const labels[] = {grid->add(m_name, 0, 0, 2), grid->add(m_phone, 1, 0), grid->add(m_email, 1, 1),
                              grid->add(m_country, 2, 0), grid->add(m_language, 2, 1)};
    grid->addWidget(m_notices, 6, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (QLineEdit *field : {m_name, m_phone, m_email}) {
        limitCharacters(field, maxName);
        connect(field, &QLineEdit::textChanged, this, &GuestForm::edited);
    }
    for (QComboBox *box : {m_country, m_language})
        connect(box, &QComboBox::currentIndexChanged, this, &GuestForm::edited);
    connect(m_phone, &QLineEdit::textChanged, this, &GuestForm::followPhone);
    connect(m_notices, &QCheckBox::toggled, this, [this](bool isChecked) { m_wantsNotices = isChecked; });
    chainFocus({m_name, m_phone, m_email, m_country, m_language, m_notices});
    m_texts->keep([=, this] {
        labels[0]->setText(tr("Guest's &name"));
        labels[1]->setText(tr("&Phone"));
        labels[2]->setText(tr("E-ma&il"));
        labels[3]->setText(tr("Co&untry"));
        labels[4]->setText(tr("&Language"));
        fillCountries();
        followPhone();
    });
}

void GuestForm::followPhone()
{
    const bool hasPhone = !isBlank(utf8(m_phone->text()));
    const QSignalBlocker quiet(m_notices); // nobody has chosen anything
    m_notices->setEnabled(hasPhone);
    m_notices->setChecked(hasPhone && m_wantsNotices);
    m_notices->setText(hasPhone ? tr("Send messages about this reservation")
                                : tr("Send messages (needs a phone number)"));
}

void GuestForm::fillCountries()
{
    const QSignalBlocker quiet(this);
    const QVariant country = m_country->currentData();
    // Who has said nothing yet is written to in the language that is spoken at this desk.
    const QVariant language =
        m_language->count() > 0 ? m_language->currentData() : QLocale().name().section(u'_', 0, 0);
    m_country->clear();
    m_country->addItem(tr("Not known"), QString());
    for (const QString &code : countryCodes())
        m_country->addItem(countryName(utf8(code)), code);
    m_language->clear();
    m_language->addItem(languageName("ko"), QStringLiteral("ko"));
    m_language->addItem(languageName("en"), QStringLiteral("en"));
    m_country->setCurrentIndex(std::max(0, m_country->findData(country)));
    m_language->setCurrentIndex(std::max(0, m_language->findData(language)));
}

void GuestForm::setGuest(const Guest &guest)
{
    m_before = guest;
    m_name->setText(typed(guest.name));
    m_wantsNotices = guest.wantsNotices;
    m_phone->setText(typed(guest.phone));
    m_email->setText(typed(guest.email));
    followPhone();
    const auto select = [](QComboBox *box, const std::string &value, const QString &label) {
        if (box->findData(typed(value)) < 0)
            box->addItem(label, typed(value)); // a code from elsewhere stays as it is
        box->setCurrentIndex(box->findData(typed(value)));
    };
    select(m_country, guest.country, countryName(guest.country));
    if (!guest.language.empty())
        select(m_language, guest.language, languageName(guest.language));
}

Guest GuestForm::guest() const
{
    Guest guest = m_before;
    guest.name = utf8(m_name->text().trimmed());
    guest.phone = utf8(m_phone->text().trimmed());
    guest.email = utf8(m_email->text().trimmed());
    guest.country = utf8(m_country->currentData().toString());
    guest.language = utf8(m_language->currentData().toString());
    guest.wantsNotices = m_wantsNotices;
    if (guest.name != m_before.name)
        guest.isInvented = false; // a person has said who it is
    return guest;
}

QString GuestForm::problem() const
{
    static const QRegularExpression mail(QStringLiteral("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"));
    static const QRegularExpression phone(QStringLiteral("^[+0-9 ()./-]*$"));
    const bool isNameless = isBlank(utf8(m_name->text()));
    const QString address = m_email->text().trimmed();
    const bool isBadMail = !address.isEmpty() && !mail.match(address).hasMatch();
    const bool isBadPhone = !phone.match(m_phone->text()).hasMatch();
    setInvalid(m_email, isBadMail);
    setInvalid(m_phone, isBadPhone);
    if (isNameless)
        return tr("The guest's name is missing.");
    if (isBadPhone)
        return tr("The phone number contains invalid characters.");
    if (isBadMail)
        return tr("The e-mail address is not complete.");
    return {};
}

} // namespace deskbell::ui
