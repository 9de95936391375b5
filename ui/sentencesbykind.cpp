#include "ui/sentencesbykind.h"

#include <QtGlobal>

namespace deskbell::ui {

namespace {

struct Line
{
    const char *code;
    const char *seats; ///< null: as of rooms
    const char *copies;
};

constexpr Line lines[] = {
    {"unknown-offering", QT_TRANSLATE_NOOP("Sentences", "This performance does not exist any more."),
     QT_TRANSLATE_NOOP("Sentences", "This title does not exist any more.")},
    {"unknown-unit", nullptr, QT_TRANSLATE_NOOP("Sentences", "This branch does not exist any more.")},
    {"unit-of-other-offering", nullptr, QT_TRANSLATE_NOOP("Sentences", "%1 does not hand out this title.")},
    {"unit-not-used", QT_TRANSLATE_NOOP("Sentences", "Seats are not assigned to tickets here."),
     QT_TRANSLATE_NOOP("Sentences", "A reservation of several copies is not assigned a branch.")},
    {"no-unit", nullptr, QT_TRANSLATE_NOOP("Sentences", "No branch hands out %1.")},
    {"unit-in-use", nullptr,
     QT_TRANSLATE_NOOP("Sentences", "%1 has copies reserved or handed out: they must be returned first.")},
    {"no-stock", QT_TRANSLATE_NOOP("Sentences", "%1: %3 seats are left, %4 were wanted."),
     QT_TRANSLATE_NOOP("Sentences", "%1: %3 copies are left, %4 were wanted.")},
    {"bad-stay",
     QT_TRANSLATE_NOOP(
         "Sentences",
         "Seats cannot be reserved for %1: it is in the past, or not the day of the performance."),
     QT_TRANSLATE_NOOP("Sentences", "It cannot be lent from %1 to %2. The return date must be after the loan "
                                    "date, within a year, and not in the past.")},
    {"bad-quantity", QT_TRANSLATE_NOOP("Sentences", "The number of seats must be between 1 and 100."),
     QT_TRANSLATE_NOOP("Sentences", "The number of copies must be between 1 and 100.")},
    {"bad-prices", QT_TRANSLATE_NOOP("Sentences", "There must be one price for all seats together."),
     QT_TRANSLATE_NOOP("Sentences", "There must be one price for all copies together.")},
    {"other-slots",
     QT_TRANSLATE_NOOP("Sentences",
                       "A seat reservation cannot become another kind; make a new reservation instead."),
     QT_TRANSLATE_NOOP("Sentences", "A loan cannot become another kind; make a new reservation instead.")},
    {"folio-not-settled", QT_TRANSLATE_NOOP("Sentences", "%1 is still owed. Take the payment first."),
     QT_TRANSLATE_NOOP("Sentences", "%1 is still owed. Take the payment first.")},
    {"arrival-not-due", QT_TRANSLATE_NOOP("Sentences", "The performance is on %1; the business date is %2."),
     QT_TRANSLATE_NOOP("Sentences", "It is reserved from %1; the business date is %2.")},
    {"unit-missing", nullptr, QT_TRANSLATE_NOOP("Sentences", "A branch has to be chosen first.")},
};

} // namespace

const char *sentenceWords(const std::string &code, OfferingKind kind)
{
    for (const Line &line : lines) {
        if (code == line.code)
            return kind == OfferingKind::Performance ? line.seats
                   : kind == OfferingKind::Title     ? line.copies
                                                     : nullptr;
    }
    return nullptr;
}

} // namespace deskbell::ui
