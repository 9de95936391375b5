#include "ui/access/otherbackenddialog.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/plaintext.h"
#include "ui/sentences.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {

QString factOf(const Error &question, const char *name)
{
    const auto fact = question.facts.find(name);
    return fact == question.facts.end() ? QString() : text(fact->second);
}

} // namespace

OtherBackendDialog::OtherBackendDialog(const Error &question, QWidget *parent)
    : DeskDialog("otherBackendDialog", parent)
{
    setMinimumWidth(460);
    addAddress(factOf(question, "known"), "otherBackendKnown", [] { return tr("Known backend"); });
    addAddress(factOf(question, "server"), "otherBackendServer", [] { return tr("Backend that answered"); });
    auto *advice = makeLabel(this);
    advice->setWordWrap(true);
    body()->addWidget(advice);
    body()->addStretch();
    preferReject();
    connect(acceptButton(), &QPushButton::clicked, this, &QDialog::accept);
    texts()->keep([this, advice, waiting = factOf(question, "waiting").toInt(),
                   isShown = !factOf(question, "key").isEmpty()] {
        setHeading(tr("This is another backend"),
                   tr("Neither your password nor any entry has been sent to it."));
        advice->setText(isShown ? tr("Sign in there only if you know that your hotel has a new backend. "
                                     "Otherwise go back and check the address.")
                                : tr("It cannot prove its identity. Sign in there only if you know that your "
                                     "hotel has a new backend. Otherwise go back and check the address."));
        acceptButton()->setText(tr("&Sign in there"));
        rejectButton()->setText(tr("&Go back"));
        if (waiting > 0)
            banner()->tell(Banner::Kind::Warn,
                           tr("%n entry(ies) wait for the backend that this desk works with. They stay on "
                              "this desk and are sent when the person who entered them signs in there again.",
                              nullptr, waiting));
    });
}

void OtherBackendDialog::addAddress(const QString &address, const char *objectName,
                                    std::function<QString()> words)
{
    auto *name = makeLabel(this, "muted");
    auto *value = makeLabel(this);
    value->setObjectName(QLatin1String(objectName));
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setText(address);
    body()->addWidget(name);
    body()->addWidget(value);
    body()->addSpacing(space::s);
    texts()->keep([name, words = std::move(words)] { name->setText(words()); });
}

} // namespace deskbell::ui
