#include "ui/parts/parts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QVBoxLayout>
#include <QVariant>

#include <algorithm>

#include "ui/theme.h"
#include "ui/words.h"

namespace deskbell::ui {

QLabel *makeLabel(QWidget *parent, const char *role, const QString &text)
{
    auto *label = new QLabel(text, parent);
    if (*role)
        label->setProperty("role", QLatin1String(role));
    label->setTextFormat(Qt::PlainText);
    return label;
}

namespace {
int firstAscent(QLabel &label)
{
    label.ensurePolished();
    QTextLayout layout(label.text(), label.font(), &label);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return line.isValid() ? qRound(line.ascent()) : label.fontMetrics().ascent();
}
} // namespace

void alignFirstLines(std::initializer_list<QLabel *> row)
{
    int lowest = 0;
    for (QLabel *label : row)
        lowest = std::max(lowest, firstAscent(*label));
    for (QLabel *label : row)
        label->setContentsMargins(0, lowest - firstAscent(*label), 0, 0);
}

QPushButton *makeButton(QWidget *parent, const char *objectName, const char *kind)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(QLatin1String(objectName));
    button->setAutoDefault(false);
    if (*kind)
        button->setProperty("kind", QLatin1String(kind));
    return button;
}

QToolButton *makeToolButton(QWidget *parent, const char *objectName, const QIcon &icon)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QLatin1String(objectName));
    button->setIcon(icon);
    button->setIconSize({18, 18});
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QFrame *makeRule(QWidget *parent)
{
    auto *rule = new QFrame(parent);
    rule->setProperty("role", QStringLiteral("rule"));
    return rule;
}

QFrame *makeFrame(QWidget *parent, const char *role, QVBoxLayout **column)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("role", QLatin1String(role));
    *column = new QVBoxLayout(frame);
    return frame;
}

void repolish(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void setInvalid(QWidget *field, bool isInvalid)
{
    if (field->property("invalid").toBool() == isInvalid)
        return;
    field->setProperty("invalid", isInvalid);
    repolish(field);
}

void limitCharacters(QLineEdit *field, std::size_t most)
{
    field->setMaxLength(static_cast<int>(2 * most)); // a character is one unit of UTF-16 or two
    QObject::connect(field, &QLineEdit::textChanged, field, [field, most](const QString &text) {
        const auto points = text.toUcs4();
        if (points.size() <= static_cast<qsizetype>(most))
            return;
        const int cursor = field->cursorPosition();
        field->setText(QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()),
                                         static_cast<qsizetype>(most)));
        field->setCursorPosition(cursor);
    });
}

void chainFocus(std::initializer_list<QWidget *> order)
{
    QWidget *last = nullptr;
    for (QWidget *next : order) {
        if (last)
            QWidget::setTabOrder(last, next);
        last = next;
    }
}

StateChip::StateChip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState(m_state);
}

void StateChip::setState(ReservationState state, OfferingKind kind)
{
    m_state = state;
    m_kind = kind;
    setAccessibleName(stateName(state, kind));
    // The hints speak of guests and rooms.
    setToolTip(kind == OfferingKind::Rooms ? stateHint(state) : QString());
    updateGeometry();
    update();
}

QSize StateChip::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(stateName(m_state, m_kind)) + 36, metrics.height() + 8};
}

void StateChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const StateLook &look = Theme::of(palette()).look(m_state);
    painter.setPen(QPen(look.edge, 1));
    painter.setBrush(look.fill);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    drawMark(painter, QRectF(9, (height() - 13) / 2.0, 13, 13), markOf(m_state), look.edge);
    painter.setPen(look.text);
    painter.drawText(rect().adjusted(27, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     stateName(m_state, m_kind));
}

void StateChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setState(m_state, m_kind);
    QWidget::changeEvent(event);
}

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void ElidedLabel::setFullText(const QString &text)
{
    m_full = text;
    setText(text); // what assistive technology reads
    updateGeometry();
    update();
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {std::min(metrics.horizontalAdvance(m_full), metrics.averageCharWidth() * 8), metrics.height()};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_full) + 2, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
    const QString shown = fontMetrics().elidedText(m_full, Qt::ElideRight, width());
    setToolTip(shown == m_full ? QString() : m_full);
    painter.drawText(rect(), static_cast<int>(alignment() | Qt::TextSingleLine), shown);
}

WrappingLabel::WrappingLabel(QWidget *parent, const char *role, const QString &text) : QLabel(text, parent)
{
    if (*role)
        setProperty("role", QLatin1String(role));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

int WrappingLabel::heightForWidth(int width) const
{
    if (text() != m_knownText || contentsMargins() != m_knownMargins) {
        m_known.fill({});
        m_knownText = text();
        m_knownMargins = contentsMargins();
    }
    for (const Known &known : m_known) {
        if (known.width == width)
            return known.height;
    }
    const int height = QLabel::heightForWidth(width);
    m_known[m_next] = {width, height};
    m_next = (m_next + 1) % m_known.size();
    return height;
}

void WrappingLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_known.fill({});
    QLabel::changeEvent(event);
}

Banner::Banner(QWidget *parent) : QFrame(parent), m_icon(new QLabel(this)), m_text(makeLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::s, space::m, space::s);
    row->setSpacing(space::s);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    hide();
}

void Banner::tell(Kind kind, const QString &sentence)
{
    struct Look
    {
        const char *tone;
        const char *icon;
        Tone color;
    };
    static constexpr Look looks[] = {{"info", "info", Tone::Accent},
                                     {"good", "check", Tone::Good},
                                     {"warn", "alert", Tone::Warn},
                                     {"bad", "alert", Tone::Bad}};
    const Look &look = looks[static_cast<int>(kind)];
    m_icon->setPixmap(icon(look.icon, look.color).pixmap(18, 18));
    m_text->setText(sentence);
    setProperty("tone", QLatin1String(look.tone));
    repolish(this);
    show();
}

void Banner::clear()
{
    m_text->clear();
    hide();
}

} // namespace deskbell::ui
