#pragma once

// Section: a headed part of the reservation panel: its heading, perhaps a button, and rows. It is
// told with each change what all of its rows say, and touches those only that say something else:
// a change that others make to a long reservation costs a row or two and not the whole panel.
// UI thread.

#include <QString>
#include <QWidget>

#include <span>
#include <vector>

#include "ui/icons.h"

class QAction;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace deskbell::ui {

class ClickGuard;

/// What a row says; rows that say the same look the same.
struct SectionRow
{
    enum class Kind {
        Words, ///< that may be copied, across the section
        Fact,  ///< what it is on the left, its value on the right
        Entry, ///< a sign, words, smaller words under them, perhaps an amount
        Rule,
        Fold, ///< a link that shows the rest of a long list, or hides it again; one in a section
    };
    /// An icon by its name, or a mark where that is empty.
    struct Sign
    {
        QLatin1String icon;
        Mark mark = Mark::Note;
        Tone tone = Tone::Muted;

        friend bool operator==(const Sign &, const Sign &) = default;
    };

    Kind kind = Kind::Rule;
    QString first;
    QString second;
    QString amount;
    QLatin1String role; ///< of words and of values (parts.h)
    Sign sign;

    friend bool operator==(const SectionRow &, const SectionRow &) = default;

    static SectionRow words(const QString &words, const char *role = "");
    static SectionRow fact(const QString &what, const QString &value, const char *role = "");
    static SectionRow entry(const Sign &sign, const QString &first, const QString &second,
                            const QString &amount = {});
    static SectionRow fold(const QString &words);
};

class Section : public QWidget
{
    Q_OBJECT

public:
    explicit Section(QWidget *parent = nullptr);
    void setHeading(const QString &heading);
    /// A small button at the heading that carries the action out; gone when it is not possible.
    void addAction(QAction *action, ClickGuard &guard);

    /// These rows, in this order, are what it says from now on.
    void setRows(const std::vector<SectionRow> &rows);

signals:
    void folded();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// A row on the screen; labels it has none of are null.
    struct Shown
    {
        SectionRow said;
        QWidget *widget = nullptr;
        QLabel *first = nullptr;
        QLabel *second = nullptr;
        QLabel *amount = nullptr;
        QLabel *sign = nullptr;
    };
    Shown make(const SectionRow &row);
    void makeEntry(Shown &shown);
    /// From `at` on, `count` rows are replaced by `rows`.
    void replace(std::size_t at, std::size_t count, std::span<const SectionRow> rows);
    static bool reword(Shown &shown, const SectionRow &row);
    static void align(const Shown &shown);
    static void paintSign(const Shown &shown);
    QWidget *makeFold(const QString &words);
    QWidget *fold() const; ///< null when there is none

    QHBoxLayout *m_head;
    QLabel *m_heading;
    QVBoxLayout *m_column;
    std::vector<Shown> m_rows;
};

} // namespace deskbell::ui
