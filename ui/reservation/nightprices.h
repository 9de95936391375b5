#pragma once

// NightPrices: the nights of a stay one below the other, each with how many rooms are free and its
// price, which a person may change; one field on top sets them all. What is no stay of nights (a day
// use, seats, copies) has one price. UI thread.

#include <QWidget>

#include <cstdint>
#include <functional>
#include <vector>

#include "domain/money.h"
#include "domain/time.h"

class QGridLayout;
class QLabel;
class QScrollArea;

namespace deskbell::ui {

class MoneyEdit;
class TextKeeper;

class NightPrices : public QWidget
{
    Q_OBJECT

public:
    explicit NightPrices(QWidget *parent = nullptr);

    struct Night
    {
        Date date{};
        int free = 0;
        std::int64_t price = 0;
    };
    enum class Of { Nights, DayUse, Together };
    struct What
    {
        Currency currency{};
        Of of = Of::Nights;
        int wanted = 1; ///< how many of them have to be free
    };
    void setNights(std::vector<Night> nights, const What &what);
    std::vector<std::int64_t> prices() const;
    Money total() const;
    bool isValid() const;
    /// Empty, or the sentence that says which amount is none.
    QString problem() const;
    bool isFullSomewhere() const;

signals:
    void edited();

private:
    void rebuild();
    void setAll();
    void say();

    TextKeeper *m_texts;
    QLabel *m_allLabel;
    MoneyEdit *m_all;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_page;
    QGridLayout *m_grid;
    std::vector<Night> m_nights;
    std::vector<MoneyEdit *> m_fields;
    std::vector<QLabel *> m_labels;
    What m_what;
};

} // namespace deskbell::ui
