#pragma once

// Sentences about seats and copies in place of those about rooms: the text for a code and a kind of
// offering, in the source's language (context "Sentences"), with the numbers of the facts that
// sentences.cpp names for the code. Pure; UI thread.

#include <string>

#include "ui/words.h"

namespace deskbell::ui {

/// Null: it is said as of rooms.
const char *sentenceWords(const std::string &code, OfferingKind kind);

} // namespace deskbell::ui
