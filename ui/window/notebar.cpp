#include "ui/window/notebar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/sentences.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {
const QString refusalKey = QStringLiteral("refusal");
constexpr int refusalMs = 20'000;
constexpr int widest = 860;

bool isBad(const std::string &code)
{
    return code == "disk-full" || code == "intent-set-aside" || code == "newer-file" ||
           code == "store-not-writable" || code == "store-damaged";
}

/// The link's own place tells that the desk is offline or slow; a strip would only repeat it.
bool isToldElsewhere(const std::string &code)
{
    return code == "offline-reason" || code == "backend-slow";
}
} // namespace

NoteBar::NoteBar(QWidget *parent) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("noteBar"));
    m_column->setContentsMargins(space::s, space::xs, space::s, space::xs);
    m_column->setSpacing(space::xs);
    setProperty("role", QStringLiteral("notes"));
    parent->installEventFilter(this);
    hide();
}

void NoteBar::setOver(QWidget *part)
{
    m_over = part;
    part->installEventFilter(this);
    place();
}

bool NoteBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        place();
    if (event->type() == QEvent::LanguageChange && m_strips.contains(refusalKey))
        put(refusalKey, true, m_refusal());
    return QFrame::event(event);
}

bool NoteBar::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::Resize || type == QEvent::Move || type == QEvent::Show || type == QEvent::Hide)
        place();
    return QFrame::eventFilter(watched, event);
}

void NoteBar::place()
{
    QWidget *under = parentWidget();
    QRect room = under->rect();
    if (m_over && m_over->isVisible())
        room = QRect(m_over->mapTo(under, QPoint()), m_over->size());
    // Its strips may need more than a narrow part has; then it lies over its neighbour's edge on both sides
    // alike.
    const int width = std::max(std::min(room.width() - 2 * space::m, widest), minimumSizeHint().width());
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                     : layout()->totalSizeHint().height();
    setGeometry(room.center().x() - width / 2, room.bottom() - space::l - height, width, height);
    raise();
}

void NoteBar::setNotes(const std::vector<Error> &notes, const Names &names)
{
    std::set<QString> now;
    for (const Error &note : notes) {
        const QString key = text(note.code);
        if (isToldElsewhere(note.code))
            continue;
        now.insert(key);
        if (!m_closed.contains(key))
            put(key, isBad(note.code), sentence(note, names));
    }
    std::erase_if(m_closed, [&](const QString &key) { return !now.contains(key); });
    for (auto strip = m_strips.begin(); strip != m_strips.end();) {
        const QString key = (strip++)->first;
        if (key != refusalKey && !now.contains(key))
            take(key);
    }
}

void NoteBar::tellRefusal(std::function<QString()> sentence)
{
    take(refusalKey);
    m_refusal = std::move(sentence);
    put(refusalKey, true, m_refusal());
    QWidget *strip = m_strips[refusalKey];
    QTimer::singleShot(refusalMs, strip, [this, strip] {
        const auto found = m_strips.find(refusalKey);
        if (found != m_strips.end() && found->second == strip)
            take(refusalKey);
    });
}

void NoteBar::put(const QString &key, bool isBadNews, const QString &sentence)
{
    const auto found = m_strips.find(key);
    if (found != m_strips.end()) {
        found->second->findChild<Banner *>()->tell(isBadNews ? Banner::Kind::Bad : Banner::Kind::Warn,
                                                   sentence);
        return;
    }
    auto *strip = new QWidget(this);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(0, 0, 0, 0);
    auto *banner = new Banner(strip);
    banner->setObjectName(QStringLiteral("note"));
    auto *close = makeToolButton(strip, "noteClose", icon("cross", Tone::Muted));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close this note"));
    row->addWidget(banner, 1);
    row->addWidget(close);
    banner->tell(isBadNews ? Banner::Kind::Bad : Banner::Kind::Warn, sentence);
    connect(close, &QToolButton::clicked, this, [this, key] {
        m_closed.insert(key);
        take(key);
    });
    m_column->addWidget(strip);
    m_strips[key] = strip;
    show();
}

void NoteBar::take(const QString &key)
{
    const auto found = m_strips.find(key);
    if (found == m_strips.end())
        return;
    found->second->hide();
    found->second->deleteLater();
    m_strips.erase(found);
    setVisible(!m_strips.empty());
}

} // namespace deskbell::ui
