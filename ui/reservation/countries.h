#pragma once

// Countries guests come from, by ISO 3166-1 alpha-3 with their names in the reader's language: those
// most common at a desk; any other code is shown as it is.

#include <QString>
#include <QStringList>

#include <string>

namespace deskbell::ui {

QStringList countryCodes();
QString countryName(const std::string &code);

} // namespace deskbell::ui
