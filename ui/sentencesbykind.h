#pragma once

// What of the sentences speaks of rooms, said of seats and of copies: the words of a code for those
// kinds of offering, in the source's language (context "Sentences"), with the numbers of the facts
// that sentences.cpp names for the code. Pure; UI thread.

#include <string>

#include "ui/words.h"

namespace deskbell::ui {

/// Null: it is said as of rooms.
const char *sentenceWords(const std::string &code, OfferingKind kind);

} // namespace deskbell::ui
