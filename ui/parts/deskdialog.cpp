#include "ui/parts/deskdialog.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

#include "domain/rebase.h"
#include "ui/asker.h"
#include "ui/house.h"
#include "ui/parts/dialogbody.h"
#include "ui/parts/fieldvalues.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/plaintext.h"
#include "ui/sentences.h"
#include "ui/subject.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {
/// What window managers put round a window, and a little of what lies behind.
constexpr QSize frame{24, 44};
} // namespace

DeskDialog::DeskDialog(const char *objectName, QWidget *parent)
    : QDialog(parent), m_texts(new TextKeeper(this)), m_heading(makeLabel(this, "display")),
      m_under(makeLabel(this, "muted")), m_body(new DialogBody(this)), m_banner(new Banner(this)),
      m_buttons(new QHBoxLayout)
{
    setObjectName(QLatin1String(objectName));
    setModal(true);
    setWindowFlag(Qt::WindowContextHelpButtonHint, false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l + space::xs, space::xl, space::l + space::xs);
    column->setSpacing(space::m);
    m_heading->setWordWrap(true);
    m_under->setWordWrap(true);
    m_under->hide();
    QSizePolicy tight(QSizePolicy::Preferred, QSizePolicy::Fixed);
    tight.setHeightForWidth(true);
    m_heading->setSizePolicy(tight);
    m_under->setSizePolicy(tight);
    column->addWidget(m_heading);
    column->addWidget(m_under);
    column->addWidget(m_body, 1);
    m_banner->setObjectName(QLatin1String(objectName) + QLatin1String("Banner"));
    column->addWidget(m_banner);
    m_reject = makeButton(this, "dialogCancel");
    m_accept = makeButton(this, "dialogAccept", "primary");
    m_accept->setDefault(true);
    m_buttons->setSpacing(space::s);
    m_buttons->addStretch();
    m_buttons->addWidget(m_reject);
    m_buttons->addWidget(m_accept);
    column->addLayout(m_buttons);
    connect(m_reject, &QPushButton::clicked, this, [this] {
        m_isDropped = true; // who presses it means it
        reject();
        m_isDropped = false;
    });
    m_texts->keep([this] { m_reject->setText(tr("&Cancel")); });
}

QVBoxLayout *DeskDialog::body() const
{
    return m_body->column();
}

void DeskDialog::setVisible(bool isVisible)
{
    if (isVisible && !testAttribute(Qt::WA_Resized)) {
        ensurePolished();
        m_body->setVisible(body()->count() > 0);
        // A field is as high as its style makes it.
        for (QWidget *part : findChildren<QWidget *>())
            part->ensurePolished();
        const QSize most = largest();
        const int width = std::min(
            layout()->totalSizeHint().expandedTo(minimumSize()).expandedTo(m_roomy).width(), most.width());
        const int inside = width - layout()->contentsMargins().left() - layout()->contentsMargins().right();
        const int best = heightAround(width) + (m_body->isHidden() ? 0 : m_body->bestHeight(inside));
        resize(width, std::min(std::max(best, m_roomy.height()), most.height()));
    }
    if (isVisible && m_before.isEmpty())
        m_before = fieldValues(*this);
    QDialog::setVisible(isVisible);
}

bool DeskDialog::event(QEvent *event)
{
    const bool isHandled = QDialog::event(event);
    // What appears in a dialog makes room for itself rather than squeezing the rest; a layout's own
    // minimum does not know how high wrapped texts become.
    if (event->type() == QEvent::LayoutRequest && isVisible()) {
        const int inside = width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
        const int needed = heightAround(width()) + (m_body->isHidden() ? 0 : m_body->leastHeight(inside));
        if (height() < std::min(needed, largest().height()))
            resize(width(), std::min(needed, largest().height()));
    }
    return isHandled;
}

bool DeskDialog::isEdited() const
{
    return fieldValues(*this) != m_before;
}

void DeskDialog::reject()
{
    // Between the press and the desk's word that all is kept: a few milliseconds, not to be left.
    if (m_isSent)
        return;
    // What there is no button for cannot be lost.
    if (m_isDropped || m_accept->isHidden() || !isEdited()) {
        QDialog::reject();
        return;
    }
    if (QVariantList now = fieldValues(*this); now != m_askedAbout) {
        m_askedAbout = std::move(now);
        m_banner->tell(Banner::Kind::Warn,
                       tr("Your changes are not saved. Press Escape again to discard them."));
        return;
    }
    QDialog::reject();
}

void DeskDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = isEnter ? qobject_cast<QAbstractButton *>(focusWidget()) : nullptr;
    // Of what is chosen and not done (a tick, a method of payment) Enter goes on.
    if (button && !button->isCheckable()) {
        if (!event->isAutoRepeat())
            button->click();
        return;
    }
    // A key held down closes nothing after it has asked.
    if (event->key() == Qt::Key_Escape && event->isAutoRepeat())
        return;
    const bool isUp = event->key() == Qt::Key_PageUp;
    if (isUp || event->key() == Qt::Key_PageDown)
        m_body->verticalScrollBar()->triggerAction(isUp ? QAbstractSlider::SliderPageStepSub
                                                        : QAbstractSlider::SliderPageStepAdd);
    else
        QDialog::keyPressEvent(event);
}

void DeskDialog::preferReject(const QString &acceptKind)
{
    m_accept->setDefault(false);
    m_accept->setProperty("kind", acceptKind);
    m_reject->setDefault(true);
    m_reject->setProperty("kind", QStringLiteral("primary"));
    repolish(m_accept);
    repolish(m_reject);
    m_reject->setFocus(Qt::OtherFocusReason);
}

void DeskDialog::holdFocus()
{
    if (focusWidget() != this)
        m_focused = focusWidget();
    setFocus(Qt::OtherFocusReason);
}

void DeskDialog::giveFocusBack()
{
    if (focusWidget() == this && m_focused)
        m_focused->setFocus(Qt::OtherFocusReason);
}

int DeskDialog::heightAround(int width) const
{
    return layout()->totalHeightForWidth(width) - (m_body->isHidden() ? 0 : m_body->sizeHint().height());
}

QSize DeskDialog::largest() const
{
    return screen()->availableSize() - frame;
}

void DeskDialog::setHeading(const QString &heading, const QString &under)
{
    setWindowTitle(titleText(heading));
    m_heading->setText(heading);
    m_under->setText(under);
    m_under->setVisible(!under.isEmpty());
}

namespace {

/// Tells the commands of one dialog apart, however their fields are filled.
std::string keyOf(const CommandArgs &args)
{
    const auto subject = subjectOf(args, {});
    return subject ? toString(*subject) : laneOf(args);
}

} // namespace

void DeskDialog::askOnce(Asker &asker, const std::vector<CommandArgs> &all, const House &house,
                         const models::SubmitOptions &options)
{
    struct Round
    {
        std::size_t asked = 0;
        std::size_t answered = 0;
        std::size_t refused = 0;
        QString why;
    };
    auto round = std::make_shared<Round>();
    std::vector<CommandArgs> open = all;
    std::erase_if(open, [this](const CommandArgs &args) { return m_kept.contains(keyOf(args)); });
    round->asked = open.size();
    if (open.empty()) {
        accept();
        return;
    }
    m_isSent = true;
    holdFocus();
    m_accept->setEnabled(false);
    for (const CommandArgs &args : open)
        asker.ask(
            args, this,
            [this, &house, args, round](const std::optional<Error> &refusal) {
                if (!refusal)
                    m_kept.insert(keyOf(args));
                else if (round->refused++ == 0)
                    round->why = round->asked == 1 ? sentence(*refusal, house.names(args))
                                                   : tr("%1: %2", "what was asked: why not")
                                                         .arg(askedText(args, house),
                                                              sentence(*refusal, house.names(args)));
                if (++round->answered < round->asked)
                    return;
                m_isSent = false;
                if (round->refused == 0)
                    accept();
                else
                    tellNotKept(round->why, round->refused, round->asked);
            },
            options);
}

void DeskDialog::tellNotKept(const QString &why, std::size_t refused, std::size_t asked)
{
    m_accept->setEnabled(true);
    check();
    giveFocusBack();
    m_banner->tell(Banner::Kind::Bad, refused == asked || asked == 1
                                          ? why
                                          : tr("%1 of %2 could not be kept: %3", "how many, of how many, why")
                                                .arg(QString::number(refused), QString::number(asked), why));
}

} // namespace deskbell::ui
