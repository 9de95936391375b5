// The application's look: Fusion underneath on every platform, so that the same screens are tested
// and used; our palette, and the small style sheet of resources/desk.qss filled with its colours.

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QTableView>

#include <utility>

#include "ui/icons.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {

class DeskStyle : public QProxyStyle
{
public:
    DeskStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        switch (hint) {
        case SH_UnderlineShortcut: // a keyboard user sees the mnemonics without holding Alt
            return 1;
        case SH_ToolTip_WakeUpDelay:
            return 450;
        case SH_ItemView_ActivateItemOnSingleClick:
        case SH_EtchDisabledText:
        case SH_DitherDisabledText:
            return 0;
        default:
            return QProxyStyle::styleHint(hint, option, widget, data);
        }
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        if (element != PE_FrameFocusRect || !qobject_cast<const QAbstractItemView *>(widget)) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            return;
        }
        // A table's rows are chosen as wholes; where the keyboard is, its frame tells.
        if (qobject_cast<const QTableView *>(widget))
            return;
        painter->save();
        painter->setPen(Theme::of(option->palette).accent);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
    }

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        switch (metric) {
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
        case PM_ToolBarIconSize:
            return 18;
        case PM_FocusFrameHMargin: // cells begin where their heads do
            return qobject_cast<const QTableView *>(widget)
                       ? space::s - 1
                       : QProxyStyle::pixelMetric(metric, option, widget);
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }
};

QString sheetFor(const Theme &t)
{
    programIcon(); // the resources are there
    QFile file(QStringLiteral(":/desk.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer names first, so that @accentSoft is not taken for @accent.
    const std::pair<const char *, QColor> colors[] = {
        {"@accentHover", t.accentHover},
        {"@accentText", t.accentText},
        {"@accentSoft", t.accentSoft},
        {"@accent", t.accent},
        {"@borderStrong", t.borderStrong},
        {"@border", t.border},
        {"@textMuted", t.textMuted},
        {"@textFaint", t.textFaint},
        {"@text", t.text},
        {"@goodSoft", t.goodSoft},
        {"@good", t.good},
        {"@warnSoft", t.warnSoft},
        {"@warn", t.warn},
        {"@badSoft", t.badSoft},
        {"@bad", t.bad},
        {"@window", t.window},
        {"@surface", t.surface},
        {"@raised", t.raised},
    };
    for (const auto &[name, color] : colors)
        sheet.replace(QLatin1String(name), color.name());
    const qreal points = QApplication::font().pointSizeF();
    sheet.replace(QLatin1String("$display"), QStringLiteral("%1pt").arg(points * 1.45));
    sheet.replace(QLatin1String("$title"), QStringLiteral("%1pt").arg(points * 1.1));
    const bool isDark = t.scheme == Scheme::Dark;
    sheet.replace(QLatin1String("%scheme"), isDark ? QStringLiteral("dark") : QStringLiteral("light"));
    return sheet;
}

} // namespace

Scheme systemScheme()
{
    return Theme::of(QGuiApplication::palette()).scheme;
}

void applyTheme(QApplication &application, Scheme scheme)
{
    const Theme &theme = Theme::of(scheme);
    // Once only: a style set again would be put under the sheet's own and polish everything twice.
    if (!application.property("deskbellStyle").toBool()) {
        QApplication::setStyle(new DeskStyle);
        application.setProperty("deskbellStyle", true);
    }
    QApplication::setPalette(paletteFor(theme));
    application.setStyleSheet(sheetFor(theme));
}

} // namespace deskbell::ui
