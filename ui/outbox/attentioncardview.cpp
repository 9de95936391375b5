#include "ui/outbox/attentioncardview.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/format.h"
#include "ui/parts/clickguard.h"
#include "ui/parts/parts.h"
#include "ui/plaintext.h"
#include "ui/sentences.h"
#include "ui/subject.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {
const char *signOf(const Choice &choice)
{
    if (choice.then == Choice::Then::Drop)
        return choice.isKeeping ? "clock" : "trash";
    return choice.then == Choice::Then::Show ? "search" : "right";
}
} // namespace

AttentionCardView::AttentionCardView(const models::AttentionCard &card, const House &house, ClickGuard &guard,
                                     QWidget *parent)
    : QFrame(parent), m_card(card), m_house(house), m_guard(guard), m_column(new QVBoxLayout(this))
{
    const Names names = house.names(card.command.args);
    setObjectName(QStringLiteral("attentionCard"));
    setProperty("role", QStringLiteral("attention"));
    QVBoxLayout *column = m_column;
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(2);
    auto *guest = new ElidedLabel(this);
    guest->setProperty("role", QStringLiteral("title"));
    const QString whom =
        card.current ? subjectText(*card.current, house) : subjectText(card.command.args, house, card.guest);
    guest->setFullText(whom.isEmpty() ? tr("The property") : whom);
    column->addWidget(guest);
    addPart(column, tr("Your request"),
            tr("%1, at %2")
                .arg(commandText(card.command.args, names), instantText(card.command.madeAt, names.zone)));
    addPart(
        column, card.isParked ? tr("Why it stopped") : tr("Why it was refused"),
        card.isParked
            ? tr("An earlier request that this one depends on was refused, so this one was not processed.")
            : sentence(card.error, names));
    if (const QString now = nowText(); !now.isEmpty())
        addPart(column, tr("Current state"), now);
    column->addSpacing(space::xs);
    column->addWidget(makeLabel(this, "section", tr("You can")));
    column->addSpacing(space::xs);
    followStock();
}

void AttentionCardView::followStock()
{
    if (m_isDecided)
        return;
    auto choices = choicesFor(m_card, m_house);
    if (choices == m_choices)
        return;
    m_choices = std::move(choices);
    showChoices();
}

void AttentionCardView::showChoices()
{
    // Whoever stands on a choice by the keyboard stays at its place.
    const auto focused = std::find_if(m_buttons.begin(), m_buttons.end(),
                                      [](const QPushButton *button) { return button->hasFocus(); });
    const auto place = static_cast<std::size_t>(focused - m_buttons.begin());
    const bool hadFocus = focused != m_buttons.end();
    for (QPushButton *button : m_buttons) {
        button->setObjectName({});
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const Choice &choice = m_choices[i];
        auto *button = makeButton(this, "", "choice");
        button->setObjectName(QStringLiteral("choice%1").arg(i));
        button->setText(buttonText(choice.words));
        button->setToolTip(choice.words);
        // Long ones are cut at the card's edge rather than widening it; the tip tells the whole.
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setIcon(icon(signOf(choice), Tone::Accent));
        m_column->addWidget(button);
        m_buttons.push_back(button);
        connect(button, &QPushButton::clicked, this, [this, i] { choose(i); });
    }
    if (hadFocus)
        m_buttons[std::min(place, m_buttons.size() - 1)]->setFocus(Qt::OtherFocusReason);
}

QWidget *AttentionCardView::chainFocus(QWidget *before)
{
    for (QPushButton *button : m_buttons) {
        setTabOrder(before, button);
        before = button;
    }
    return before;
}

void AttentionCardView::takeFocus()
{
    m_buttons.front()->setFocus(Qt::TabFocusReason); // there is always one, to drop it
}

void AttentionCardView::choose(std::size_t number)
{
    if (!m_guard.takesClicks())
        return;
    const Choice choice = m_choices[number];
    // One press decides; the card goes when the desk has taken it in.
    m_isDecided = choice.then == Choice::Then::Submit;
    m_buttons[number]->setEnabled(!m_isDecided);
    emit chosen(m_card, choice);
}

void AttentionCardView::addPart(QVBoxLayout *column, const QString &heading, const QString &words)
{
    column->addSpacing(space::xs);
    column->addWidget(makeLabel(this, "section", heading));
    QLabel *label = makeLabel(this, "", words);
    label->setWordWrap(true);
    column->addWidget(label);
}

QString AttentionCardView::nowText() const
{
    if (!m_card.current)
        return {};
    const Reservation &now = *m_card.current;
    const Names names = m_house.names(kindOf(now.workflow));
    const QString where = now.unit ? names.unitName(*now.unit) : names.offeringName(now.offering);
    const QString state = tr("%1: %2, %3", "state, stay, room")
                              .arg(stateName(now.state, names.kind), stayText(now.stay), where);
    if (now.history.empty())
        return state;
    const HistoryEntry &last = now.history.back();
    return tr("%1\n%2 (%3, %4)", "state; last thing done, who, when")
        .arg(state, historyText(last, names), actorText(last.actor), instantText(last.at, names.zone));
}

} // namespace deskbell::ui
