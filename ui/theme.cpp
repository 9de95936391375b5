#include "ui/theme.h"

namespace deskbell::ui {

namespace {

constexpr QRgb rgb(unsigned value)
{
    return 0xff000000u | value;
}

StateLook look(unsigned fill, unsigned edge, unsigned text)
{
    return {QColor(rgb(fill)), QColor(rgb(edge)), QColor(rgb(text))};
}

Theme makeLight()
{
    Theme t;
    t.scheme = Scheme::Light;
    t.window = QColor(rgb(0xF3F5F8));
    t.surface = QColor(rgb(0xFFFFFF));
    t.raised = QColor(rgb(0xF8F9FB));
    t.border = QColor(rgb(0xDCE1E8));
    t.borderStrong = QColor(rgb(0xB4BDC9));
    t.text = QColor(rgb(0x1B2430));
    t.textMuted = QColor(rgb(0x566171));
    t.textFaint = QColor(rgb(0x98A2B0));
    t.accent = QColor(rgb(0x3A4FB5));
    t.accentHover = QColor(rgb(0x2E409A));
    t.accentText = QColor(rgb(0xFFFFFF));
    t.accentSoft = QColor(rgb(0xE3E8FA));
    t.good = QColor(rgb(0x1F7A3A));
    t.goodSoft = QColor(rgb(0xDFF3E4));
    t.warn = QColor(rgb(0x8A5A00));
    t.warnSoft = QColor(rgb(0xFFF1CC));
    t.bad = QColor(rgb(0xB3273A));
    t.badSoft = QColor(rgb(0xFBE3E6));
    t.grid = QColor(rgb(0xE9ECF1));
    t.gridStrong = QColor(rgb(0xC6CDD8));
    t.weekend = QColor(rgb(0xF6F7FA));
    t.today = QColor(rgb(0xEEF1FC));
    t.todayLine = QColor(rgb(0x3A4FB5));
    t.scarce = QColor(rgb(0x8A5A00));
    t.full = QColor(rgb(0xB3273A));
    t.states = {
        look(0xFFEFC4, 0xA87400, 0x4F3700), // Requested
        look(0xFFE1D1, 0xC4521A, 0x632706), // AwaitingPayment
        look(0xE9DEFB, 0x7A4CC2, 0x3A2069), // AwaitingConfirmation
        look(0xD3EFEC, 0x147A72, 0x0A4541), // AwaitingUnit
        look(0xD3E4F9, 0x2A6FC4, 0x11396B), // Confirmed
        look(0xEAEBEE, 0x6E7683, 0x40474F), // Cancelling
        look(0xCBEAD2, 0x2B8744, 0x11451E), // InHouse
        look(0xE4E7EC, 0x7C8694, 0x3F4855), // Departed
        look(0xF1F2F4, 0x8E96A2, 0x4D5561), // Cancelled
        look(0xF5E0E0, 0xA94F51, 0x632527), // Rejected
        look(0xF9D7DB, 0xB3273A, 0x640F1C), // NoShow
    };
    return t;
}

Theme makeDark()
{
    Theme t;
    t.scheme = Scheme::Dark;
    t.window = QColor(rgb(0x14181E));
    t.surface = QColor(rgb(0x1C2129));
    t.raised = QColor(rgb(0x242A34));
    t.border = QColor(rgb(0x333B47));
    t.borderStrong = QColor(rgb(0x515C6C));
    t.text = QColor(rgb(0xE8ECF2));
    t.textMuted = QColor(rgb(0xA9B3C1));
    t.textFaint = QColor(rgb(0x6B7685));
    t.accent = QColor(rgb(0x8FA2FF));
    t.accentHover = QColor(rgb(0xA9B8FF));
    t.accentText = QColor(rgb(0x10162E));
    t.accentSoft = QColor(rgb(0x2B3562));
    t.good = QColor(rgb(0x6CCB86));
    t.goodSoft = QColor(rgb(0x1C3D27));
    t.warn = QColor(rgb(0xE6B450));
    t.warnSoft = QColor(rgb(0x453610));
    t.bad = QColor(rgb(0xF28490));
    t.badSoft = QColor(rgb(0x4A1F27));
    t.grid = QColor(rgb(0x272D37));
    t.gridStrong = QColor(rgb(0x434D5B));
    t.weekend = QColor(rgb(0x20262F));
    t.today = QColor(rgb(0x242B44));
    t.todayLine = QColor(rgb(0x8FA2FF));
    t.scarce = QColor(rgb(0xE6B450));
    t.full = QColor(rgb(0xF28490));
    t.states = {
        look(0x483910, 0xE0A92E, 0xFFE9B5), // Requested
        look(0x4D2B18, 0xF08A4B, 0xFFDCC7), // AwaitingPayment
        look(0x38295A, 0xAE8CF0, 0xE9DEFF), // AwaitingConfirmation
        look(0x123F3C, 0x43BBB0, 0xCDF5F1), // AwaitingUnit
        look(0x1D3759, 0x66A3EC, 0xD8E8FD), // Confirmed
        look(0x2F343C, 0x97A1AE, 0xCBD2DB), // Cancelling
        look(0x1B4226, 0x5CC278, 0xD3F4DC), // InHouse
        look(0x333941, 0x8B95A2, 0xCDD4DD), // Departed
        look(0x2A2F36, 0x848D99, 0xBCC4CE), // Cancelled
        look(0x452729, 0xD67E80, 0xF6D6D6), // Rejected
        look(0x4B1D25, 0xE8697A, 0xFFD8DC), // NoShow
    };
    return t;
}

} // namespace

const Theme &Theme::of(Scheme scheme)
{
    static const Theme light = makeLight();
    static const Theme dark = makeDark();
    return scheme == Scheme::Dark ? dark : light;
}

const Theme &Theme::of(const QPalette &palette)
{
    return of(palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? Scheme::Dark
                                                                                  : Scheme::Light);
}

QPalette paletteFor(const Theme &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.textMuted);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.bad);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Highlight, t.accentSoft);
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.raised);
    p.setColor(QPalette::Mid, t.border);
    p.setColor(QPalette::Dark, t.borderStrong);
    p.setColor(QPalette::Shadow, t.borderStrong);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.textFaint);
    p.setColor(QPalette::Disabled, QPalette::Base, t.raised);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.border);
    return p;
}

} // namespace deskbell::ui
