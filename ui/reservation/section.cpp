#include "ui/reservation/section.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/parts/clickguard.h"
#include "ui/parts/parts.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {

QIcon iconOf(const SectionRow::Sign &sign)
{
    return sign.icon.isEmpty() ? markIcon(sign.mark, sign.tone) : icon(sign.icon.data(), sign.tone);
}

void say(QLabel *label, const QString &words)
{
    if (label && label->text() != words)
        label->setText(words);
}

} // namespace

SectionRow SectionRow::words(const QString &words, const char *role)
{
    return {Kind::Words, words, {}, {}, QLatin1String(role), {}};
}

SectionRow SectionRow::fact(const QString &what, const QString &value, const char *role)
{
    return {Kind::Fact, what, value, {}, QLatin1String(role), {}};
}

SectionRow SectionRow::entry(const Sign &sign, const QString &first, const QString &second,
                             const QString &amount)
{
    return {Kind::Entry, first, second, amount, {}, sign};
}

SectionRow SectionRow::fold(const QString &words)
{
    return {Kind::Fold, words, {}, {}, {}, {}};
}

Section::Section(QWidget *parent)
    : QWidget(parent), m_head(new QHBoxLayout), m_heading(makeLabel(this, "section")),
      m_column(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    m_head->addWidget(m_heading, 1);
    m_head->setSpacing(2);
    column->addLayout(m_head);
    m_column->setSpacing(3);
    column->addLayout(m_column);
}

void Section::setHeading(const QString &heading)
{
    m_heading->setText(heading);
}

void Section::addAction(QAction *action, ClickGuard &guard)
{
    auto *button = new QToolButton(this);
    button->setObjectName(action->objectName() + QStringLiteral("Small"));
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::TabFocus);
    const auto follow = [button, action] {
        button->setIcon(action->icon());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->iconText());
        button->setVisible(action->isEnabled());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QToolButton::clicked, action, [action, &guard] {
        if (guard.takesClicks())
            action->trigger();
    });
    follow();
    m_head->addWidget(button);
}

void Section::setRows(const std::vector<SectionRow> &rows)
{
    // Rows that are there already, in this order, stay; what lies between two of them is replaced.
    const bool wasOnFold = fold() && fold()->hasFocus();
    std::size_t at = 0;    // on the screen: all before it says what it should
    std::size_t fresh = 0; // first of the rows that wait for the next one that stays
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto found = std::find_if(m_rows.begin() + static_cast<std::ptrdiff_t>(at), m_rows.end(),
                                        [&](const Shown &shown) { return shown.said == rows[i]; });
        if (found == m_rows.end())
            continue;
        const auto gone = static_cast<std::size_t>(found - m_rows.begin()) - at;
        replace(at, gone, std::span(rows).subspan(fresh, i - fresh));
        at = i + 1;
        fresh = i + 1;
    }
    replace(at, m_rows.size() - at, std::span(rows).subspan(fresh));
    if (wasOnFold && fold()) // another widget than before, in the same place for a person
        fold()->setFocus(Qt::OtherFocusReason);
}

QWidget *Section::fold() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [](const Shown &shown) {
        return shown.said.kind == SectionRow::Kind::Fold;
    });
    return found == m_rows.end() ? nullptr : found->widget;
}

QWidget *Section::makeFold(const QString &words)
{
    auto *button = makeButton(this, "", "link");
    button->setObjectName(objectName() + QStringLiteral("Fold"));
    button->setText(words);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, &Section::folded);
    return button;
}

void Section::replace(std::size_t at, std::size_t count, std::span<const SectionRow> rows)
{
    std::size_t done = 0;
    while (done < std::min(count, rows.size()) && reword(m_rows[at + done], rows[done]))
        ++done;
    for (std::size_t i = at + done; i < at + count; ++i) {
        m_column->removeWidget(m_rows[i].widget);
        m_rows[i].widget->hide();
        m_rows[i].widget->setObjectName({}); // it goes; the next of its name is the one to find
        m_rows[i].widget->deleteLater();
    }
    const auto place = m_rows.begin() + static_cast<std::ptrdiff_t>(at);
    m_rows.erase(place + static_cast<std::ptrdiff_t>(done), place + static_cast<std::ptrdiff_t>(count));
    for (std::size_t i = done; i < rows.size(); ++i) {
        Shown shown = make(rows[i]);
        m_column->insertWidget(static_cast<int>(at + i), shown.widget);
        // At once, not when the layout gets to it: what was replaced is already gone.
        shown.widget->show();
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at + i), std::move(shown));
    }
}

bool Section::reword(Shown &shown, const SectionRow &row)
{
    const bool isAlike = shown.said.kind == row.kind && shown.said.role == row.role &&
                         row.kind != SectionRow::Kind::Fold &&
                         shown.said.amount.isEmpty() == row.amount.isEmpty();
    if (!isAlike)
        return false;
    const bool isOtherSign = shown.said.sign != row.sign;
    shown.said = row;
    say(shown.first, row.first);
    say(shown.second, row.second);
    say(shown.amount, row.amount);
    if (isOtherSign)
        paintSign(shown);
    align(shown);
    return true;
}

void Section::align(const Shown &shown)
{
    if (shown.said.kind == SectionRow::Kind::Fact)
        alignFirstLines({shown.first, shown.second});
    else if (shown.amount)
        alignFirstLines({shown.first, shown.amount});
}

void Section::paintSign(const Shown &shown)
{
    if (shown.sign)
        shown.sign->setPixmap(iconOf(shown.said.sign).pixmap(16, 16));
}

Section::Shown Section::make(const SectionRow &row)
{
    Shown shown{row};
    const auto canBeCopied = [](QLabel *label) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setFocusPolicy(Qt::NoFocus);
        return label;
    };
    switch (row.kind) {
    case SectionRow::Kind::Words:
        shown.widget = shown.first = canBeCopied(new WrappingLabel(this, row.role.data(), row.first));
        break;
    case SectionRow::Kind::Fact: {
        shown.widget = new QWidget(this);
        auto *line = new QHBoxLayout(shown.widget);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(space::m);
        shown.first = makeLabel(shown.widget, "muted", row.first);
        shown.second = canBeCopied(new WrappingLabel(shown.widget, row.role.data(), row.second));
        shown.second->setAlignment(Qt::AlignRight | Qt::AlignTop);
        line->addWidget(shown.first, 0, Qt::AlignTop);
        line->addWidget(shown.second, 1);
        break;
    }
    case SectionRow::Kind::Entry:
        makeEntry(shown);
        break;
    case SectionRow::Kind::Rule:
        shown.widget = makeRule(this);
        break;
    case SectionRow::Kind::Fold:
        shown.widget = makeFold(row.first);
        break;
    }
    align(shown);
    return shown;
}

void Section::makeEntry(Shown &shown)
{
    const SectionRow &row = shown.said;
    shown.widget = new QWidget(this);
    auto *line = new QHBoxLayout(shown.widget);
    line->setContentsMargins(0, 2, 0, 2);
    line->setSpacing(space::s);
    shown.sign = makeLabel(shown.widget);
    paintSign(shown);
    line->addWidget(shown.sign, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    shown.first = new WrappingLabel(shown.widget, "", row.first);
    shown.second = new WrappingLabel(shown.widget, "muted", row.second);
    column->addWidget(shown.first);
    column->addWidget(shown.second);
    line->addLayout(column, 1);
    if (row.amount.isEmpty())
        return;
    shown.amount = makeLabel(shown.widget, "", row.amount);
    line->addWidget(shown.amount, 0, Qt::AlignTop);
}

void Section::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        std::ranges::for_each(m_rows, &Section::paintSign);
    QWidget::changeEvent(event);
}

} // namespace deskbell::ui
