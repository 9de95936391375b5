#include "ui/reservation/countries.h"

#include <QCoreApplication>

#include "ui/format.h"

namespace deskbell::ui {

namespace {

struct Countries
{
    Q_DECLARE_TR_FUNCTIONS(Countries)
};

struct Line
{
    const char *code;
    const char *name;
};

constexpr Line lines[] = {
    {"KOR", QT_TRANSLATE_NOOP("Countries", "South Korea")},
    {"AUS", QT_TRANSLATE_NOOP("Countries", "Australia")},
    {"AUT", QT_TRANSLATE_NOOP("Countries", "Austria")},
    {"BEL", QT_TRANSLATE_NOOP("Countries", "Belgium")},
    {"BRA", QT_TRANSLATE_NOOP("Countries", "Brazil")},
    {"CAN", QT_TRANSLATE_NOOP("Countries", "Canada")},
    {"CHE", QT_TRANSLATE_NOOP("Countries", "Switzerland")},
    {"CHN", QT_TRANSLATE_NOOP("Countries", "China")},
    {"CZE", QT_TRANSLATE_NOOP("Countries", "Czechia")},
    {"DEU", QT_TRANSLATE_NOOP("Countries", "Germany")},
    {"DNK", QT_TRANSLATE_NOOP("Countries", "Denmark")},
    {"ESP", QT_TRANSLATE_NOOP("Countries", "Spain")},
    {"FIN", QT_TRANSLATE_NOOP("Countries", "Finland")},
    {"FRA", QT_TRANSLATE_NOOP("Countries", "France")},
    {"GBR", QT_TRANSLATE_NOOP("Countries", "United Kingdom")},
    {"GRC", QT_TRANSLATE_NOOP("Countries", "Greece")},
    {"HKG", QT_TRANSLATE_NOOP("Countries", "Hong Kong")},
    {"IDN", QT_TRANSLATE_NOOP("Countries", "Indonesia")},
    {"IND", QT_TRANSLATE_NOOP("Countries", "India")},
    {"IRL", QT_TRANSLATE_NOOP("Countries", "Ireland")},
    {"ITA", QT_TRANSLATE_NOOP("Countries", "Italy")},
    {"JPN", QT_TRANSLATE_NOOP("Countries", "Japan")},
    {"MEX", QT_TRANSLATE_NOOP("Countries", "Mexico")},
    {"MYS", QT_TRANSLATE_NOOP("Countries", "Malaysia")},
    {"NLD", QT_TRANSLATE_NOOP("Countries", "Netherlands")},
    {"NOR", QT_TRANSLATE_NOOP("Countries", "Norway")},
    {"NZL", QT_TRANSLATE_NOOP("Countries", "New Zealand")},
    {"PHL", QT_TRANSLATE_NOOP("Countries", "Philippines")},
    {"POL", QT_TRANSLATE_NOOP("Countries", "Poland")},
    {"PRT", QT_TRANSLATE_NOOP("Countries", "Portugal")},
    {"SGP", QT_TRANSLATE_NOOP("Countries", "Singapore")},
    {"SWE", QT_TRANSLATE_NOOP("Countries", "Sweden")},
    {"THA", QT_TRANSLATE_NOOP("Countries", "Thailand")},
    {"TUR", QT_TRANSLATE_NOOP("Countries", "Türkiye")},
    {"TWN", QT_TRANSLATE_NOOP("Countries", "Taiwan")},
    {"USA", QT_TRANSLATE_NOOP("Countries", "United States")},
    {"VNM", QT_TRANSLATE_NOOP("Countries", "Vietnam")},
    {"ZAF", QT_TRANSLATE_NOOP("Countries", "South Africa")},
};

} // namespace

QStringList countryCodes()
{
    QStringList codes;
    for (const Line &line : lines)
        codes << QLatin1String(line.code);
    return codes;
}

QString countryName(const std::string &code)
{
    for (const Line &line : lines) {
        if (code == line.code)
            return Countries::tr(line.name);
    }
    return text(code);
}

} // namespace deskbell::ui
