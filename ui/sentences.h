#pragma once

// Sentences: the one place where a code (a refusal of domain/refusal.h, a note of the link, a failed
// sign-in) becomes a sentence that says what happened and, where something can be done, what. Pure
// functions, UI thread.

#include <QString>
#include <QStringList>

#include "domain/expected.h"
#include "ui/words.h"

namespace deskbell::ui {

/// Never empty: a code nobody has a sentence for is named as it is.
QString sentence(const Error &error, const Names &names);
/// There is a sentence of its own for this code.
bool hasSentence(const std::string &code);
/// Every code that has one, for the test that reads them all.
QStringList codesWithSentences();

} // namespace deskbell::ui
