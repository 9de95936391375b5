#include "ui/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include "ui/theme.h"

// A resource in a static library is linked only when someone names it; the macro wants to be outside
// of namespaces.
static void initResources()
{
    Q_INIT_RESOURCE(desk);
}

namespace deskbell::ui {

namespace {

/// Of what has no size nothing is drawn: a button may be painted before its layout has given it room.
QPixmap pictureOf(QIconEngine &engine, const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    if (size.isEmpty())
        return {};
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    engine.paint(&painter, QRect(QPoint(), size), mode, state);
    return pixmap;
}

class LineIconEngine : public QIconEngine
{
public:
    LineIconEngine(QString file, Tone tone) : m_file(std::move(file)), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Theme &theme = Theme::of(QGuiApplication::palette());
        const QColor color = mode == QIcon::Disabled ? theme.textFaint : toneColor(m_tone);
        QFile file(m_file);
        if (!file.open(QIODevice::ReadOnly))
            return;
        QSvgRenderer renderer(file.readAll().replace("#000000", color.name().toLatin1()));
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return pictureOf(*this, size, mode, state);
    }

    QIconEngine *clone() const override { return new LineIconEngine(*this); }

private:
    QString m_file;
    Tone m_tone;
};

class MarkIconEngine : public QIconEngine
{
public:
    MarkIconEngine(Mark mark, Tone tone) : m_mark(mark), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const Theme &theme = Theme::of(QGuiApplication::palette());
        const bool isState = m_mark <= Mark::NoShow;
        const QColor color =
            isState ? theme.look(static_cast<ReservationState>(m_mark)).edge : toneColor(m_tone);
        drawMark(*painter, rect, m_mark, color);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return pictureOf(*this, size, mode, state);
    }

    QIconEngine *clone() const override { return new MarkIconEngine(*this); }

private:
    Mark m_mark;
    Tone m_tone;
};

} // namespace

QColor toneColor(Tone tone)
{
    const Theme &theme = Theme::of(QGuiApplication::palette());
    switch (tone) {
    case Tone::Muted:
        return theme.textMuted;
    case Tone::Accent:
        return theme.accent;
    case Tone::OnAccent:
        return theme.accentText;
    case Tone::Good:
        return theme.good;
    case Tone::Warn:
        return theme.warn;
    case Tone::Bad:
        return theme.bad;
    case Tone::Text:
        break;
    }
    return theme.text;
}

QIcon icon(const char *name, Tone tone)
{
    initResources();
    const QString file = QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name));
    Q_ASSERT(QFile::exists(file));
    return QIcon(new LineIconEngine(file, tone));
}

QIcon markIcon(Mark mark, Tone tone)
{
    return QIcon(new MarkIconEngine(mark, tone));
}

QIcon programIcon()
{
    initResources();
    return QIcon(QStringLiteral(":/icons/deskbell.svg"));
}

} // namespace deskbell::ui
