#include "ui/reservation/guestform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>

#include "domain/command.h"
#include "ui/format.h"
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
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::xs);
    QLabel *labels[5];
    QWidget *const fields[] = {m_name, m_phone, m_email, m_country, m_language};
    for (int i = 0; i < 5; ++i) {
        labels[i] = makeLabel(this);
        labels[i]->setContentsMargins(0, i == 0 ? 0 : space::xs, 0, 0);
        labels[i]->setBuddy(fields[i]);
    }
    grid->addWidget(labels[0], 0, 0, 1, 2);
    grid->addWidget(m_name, 1, 0, 1, 2);
    grid->addWidget(labels[1], 2, 0);
    grid->addWidget(labels[2], 2, 1);
    grid->addWidget(m_phone, 3, 0);
    grid->addWidget(m_email, 3, 1);
    grid->addWidget(labels[3], 4, 0);
    grid->addWidget(labels[4], 4, 1);
    grid->addWidget(m_country, 5, 0);
    grid->addWidget(m_language, 5, 1);
    grid->addWidget(m_notices, 6, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (QLineEdit *field : {m_name, m_phone, m_email}) {
        field->setMaxLength(static_cast<int>(maxName));
        connect(field, &QLineEdit::textChanged, this, &GuestForm::edited);
    }
    for (QComboBox *box : {m_country, m_language})
        connect(box, &QComboBox::currentIndexChanged, this, &GuestForm::edited);
    m_notices->setChecked(true);
    chainFocus({m_name, m_phone, m_email, m_country, m_language, m_notices});
    m_texts->keep([=, this] {
        labels[0]->setText(tr("Guest's &name"));
        labels[1]->setText(tr("&Phone"));
        labels[2]->setText(tr("&E-mail"));
        labels[3]->setText(tr("C&ountry"));
        labels[4]->setText(tr("&Language"));
        m_notices->setText(tr("Send messages about this reservation"));
        fillCountries();
    });
}

void GuestForm::fillCountries()
{
    const QSignalBlocker quiet(this);
    const QVariant country = m_country->currentData();
    const QVariant language = m_language->currentData();
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
    m_name->setText(text(guest.name));
    m_phone->setText(text(guest.phone));
    m_email->setText(text(guest.email));
    m_notices->setChecked(guest.wantsNotices);
    const auto select = [](QComboBox *box, const std::string &value, const QString &label) {
        if (box->findData(text(value)) < 0)
            box->addItem(label, text(value)); // a code from elsewhere stays as it is
        box->setCurrentIndex(box->findData(text(value)));
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
    guest.wantsNotices = m_notices->isChecked();
    if (guest.name != m_before.name)
        guest.isInvented = false; // a person has said who it is
    return guest;
}

QString GuestForm::problem() const
{
    static const QRegularExpression mail(QStringLiteral("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"));
    static const QRegularExpression phone(QStringLiteral("^[+0-9 ()./-]*$"));
    const bool isNameless = m_name->text().trimmed().isEmpty();
    const QString address = m_email->text().trimmed();
    const bool isBadMail = !address.isEmpty() && !mail.match(address).hasMatch();
    const bool isBadPhone = !phone.match(m_phone->text()).hasMatch();
    setInvalid(m_email, isBadMail);
    setInvalid(m_phone, isBadPhone);
    if (isNameless)
        return tr("The guest's name is missing.");
    if (isBadPhone)
        return tr("The phone number has characters that do not belong there.");
    if (isBadMail)
        return tr("The e-mail address is not complete.");
    return {};
}

} // namespace deskbell::ui
