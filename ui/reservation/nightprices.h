#pragma once

// NightPrices: the nights of a stay one below the other, each with how many rooms are free and its
// price, which a person may change; one field on top sets them all. UI thread.

#include <QWidget>

#include <cstdint>
#include <functional>
#include <vector>

#include "domain/money.h"
#include "domain/time.h"

class QGridLayout;
class QLabel;

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
    void setNights(std::vector<Night> nights, Currency currency, bool isDayUse);
    std::vector<std::int64_t> prices() const;
    Money total() const;
    bool isValid() const;
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
    QWidget *m_page;
    QGridLayout *m_grid;
    std::vector<Night> m_nights;
    std::vector<MoneyEdit *> m_fields;
    std::vector<QLabel *> m_labels;
    Currency m_currency{};
    bool m_isDayUse = false;
};

} // namespace deskbell::ui
