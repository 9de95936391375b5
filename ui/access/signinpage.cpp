#include "ui/access/signinpage.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/access/otherbackenddialog.h"
#include "ui/parts/columnscroll.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/sentences.h"
#include "ui/theme.h"

namespace deskbell::ui {

SignInPage::SignInPage(models::DeskAccess &access, QWidget *parent)
    : QWidget(parent), m_access(access), m_texts(new TextKeeper(this))
{
    setObjectName(QStringLiteral("signInPage"));
    build();
    connect(&m_access, &models::DeskAccess::stateChanged, this, &SignInPage::follow);
    connect(&m_access, &models::DeskAccess::failed, this, [this](const Error &error) {
        tell(error);
        if (error.code == "other-backend" && !m_asked.isEmpty())
            askAbout(error);
    });
    follow();
}

void SignInPage::build()
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new ColumnScroll(this); // on a low screen, before anything is squeezed
    page->addWidget(scroll);
    auto *sheet = new QWidget;
    auto *outer = new QVBoxLayout(sheet);
    QVBoxLayout *column = nullptr;
    QFrame *card = makeFrame(sheet, "card", &column);
    card->setFixedWidth(420);
    column->setContentsMargins(36, 32, 36, 28);
    column->setSpacing(space::xs);

    buildHead(card, column);
    m_user = addField(card, column, "signInUser", [] { return tr("&User name"); });
    m_password = addField(card, column, "signInPassword", [] { return tr("&Password"); });
    m_server = addField(card, column, "signInServer", [] { return tr("&Backend's address"); });
    m_password->setEchoMode(QLineEdit::Password);
    m_server->setPlaceholderText(QStringLiteral("https://desk.example.com"));

    m_banner = new Banner(card);
    m_banner->setObjectName(QStringLiteral("signInBanner"));
    column->addWidget(m_banner);
    column->addSpacing(space::s);
    m_enter = makeButton(card, "signInEnter", "primary");
    m_enter->setMinimumHeight(36);
    column->addWidget(m_enter);
    connect(m_enter, &QPushButton::clicked, this, &SignInPage::signIn);

    outer->addStretch(2);
    // In a row, so that the card's height follows from its own width.
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(card);
    row->addStretch();
    outer->addLayout(row);
    outer->addStretch(3);
    scroll->setColumn(sheet);

    m_server->setText(m_access.lastServer().toString());
    m_user->setText(m_access.lastUser());
    chainFocus({m_user, m_password, m_server, m_enter, m_language});
    m_texts->keep([this] {
        follow();
        if (m_told && m_banner->isVisible())
            tell(*m_told);
    });
}

void SignInPage::buildHead(QWidget *card, QVBoxLayout *column)
{
    auto *head = new QHBoxLayout;
    auto *sign = makeLabel(card);
    sign->setPixmap(programIcon().pixmap(44, 44));
    auto *name = makeLabel(card, "display", QStringLiteral("Deskbell"));
    head->addWidget(sign);
    head->addSpacing(space::s);
    head->addWidget(name);
    head->addStretch();
    m_language = makeToolButton(card, "signInLanguage", icon("language", Tone::Muted));
    m_language->setFocusPolicy(Qt::StrongFocus);
    connect(m_language, &QToolButton::clicked, this, &SignInPage::languageAsked);
    head->addWidget(m_language);
    column->addLayout(head);
    auto *hint = makeLabel(card, "muted");
    column->addWidget(hint);
    column->addSpacing(space::l);
    m_texts->keep([this, hint] {
        hint->setText(tr("Sign in to the front desk"));
        m_language->setToolTip(tr("Language"));
        m_language->setAccessibleName(tr("Language"));
    });
}

QLineEdit *SignInPage::addField(QWidget *card, QVBoxLayout *column, const char *objectName,
                                std::function<QString()> words)
{
    auto *label = makeLabel(card);
    auto *field = new QLineEdit(card);
    field->setObjectName(QLatin1String(objectName));
    field->setMinimumHeight(32);
    label->setBuddy(field);
    column->addWidget(label);
    column->addWidget(field);
    column->addSpacing(space::s);
    connect(field, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    m_texts->keep([label, words = std::move(words)] { label->setText(words()); });
    return field;
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeFocus();
}

void SignInPage::setServer(const QUrl &server)
{
    m_server->setText(server.toString());
}

void SignInPage::takeFocus()
{
    for (QLineEdit *field : {m_user, m_server, m_password}) {
        if (field->text().isEmpty()) {
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_password->setFocus(Qt::OtherFocusReason);
}

void SignInPage::signIn()
{
    if (m_access.state().isBusy)
        return;
    m_banner->clear();
    m_told.reset();
    for (QLineEdit *field : {m_user, m_password, m_server}) {
        const bool isEmpty = field->text().trimmed().isEmpty();
        setInvalid(field, isEmpty);
        if (isEmpty) {
            m_banner->tell(Banner::Kind::Bad, field == m_user ? tr("Please enter your user name.")
                                              : field == m_password
                                                  ? tr("Please enter your password.")
                                                  : tr("Please enter the backend's address."));
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    QString typed = m_server->text().trimmed();
    if (!typed.contains(QLatin1String("://")))
        typed.prepend(QLatin1String("https://"));
    const QUrl server(typed, QUrl::StrictMode);
    if (!server.isValid() || server.host().isEmpty()) {
        setInvalid(m_server, true);
        tell(Error{"bad-server", {}});
        return;
    }
    m_asked = server;
    m_access.signIn(server, m_user->text().trimmed(), m_password->text());
}

void SignInPage::follow()
{
    const bool isBusy = m_access.state().isBusy;
    for (QWidget *widget : {static_cast<QWidget *>(m_user), static_cast<QWidget *>(m_password),
                            static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_enter)})
        widget->setEnabled(!isBusy);
    m_enter->setText(isBusy ? tr("Signing in…") : tr("&Sign in"));
    if (m_access.state().isSignedIn) {
        m_password->clear();
        m_asked.clear();
    }
}

void SignInPage::tell(const Error &error)
{
    m_told = error;
    const bool isOfTheLine =
        error.code == "offline" || error.code == "not-the-backend" || error.code == "backend-unwell";
    m_banner->tell(isOfTheLine ? Banner::Kind::Warn : Banner::Kind::Bad, sentence(error, {}));
    if (error.code == "bad-credentials")
        setInvalid(m_password, true);
    // The fields were off while it was asked, and Qt gave the focus away.
    m_password->setFocus(Qt::OtherFocusReason);
    m_password->selectAll();
}

void SignInPage::askAbout(const Error &otherBackend)
{
    auto *dialog = new OtherBackendDialog(otherBackend, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto key = otherBackend.facts.find("key");
    connect(dialog, &QDialog::accepted, this,
            [this, server = m_asked, key = key == otherBackend.facts.end() ? std::string() : key->second] {
                m_banner->clear();
                m_told.reset();
                m_access.signInAtOther(server, m_user->text().trimmed(), m_password->text(), key);
            });
    connect(dialog, &QDialog::rejected, this, [this] { m_server->setFocus(Qt::OtherFocusReason); });
    dialog->open();
}

} // namespace deskbell::ui
