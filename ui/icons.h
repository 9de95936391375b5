#pragma once

// Icons: our own line drawings from resources/icons, tinted when they are painted by the theme that
// is on then, so that a change of scheme needs no reload. UI thread.

#include <QIcon>

#include "ui/marks.h"

namespace deskbell::ui {

enum class Tone { Text, Muted, Accent, OnAccent, Good, Warn, Bad };

/// By file name without ".svg"; asserts that it is there.
QIcon icon(const char *name, Tone tone = Tone::Text);
/// A state's or other mark as an icon in the state's own colour (marks that are no states: by tone).
QIcon markIcon(Mark mark, Tone tone = Tone::Muted);
QColor toneColor(Tone tone);
/// The program's own mark, for windows.
QIcon programIcon();

} // namespace deskbell::ui
