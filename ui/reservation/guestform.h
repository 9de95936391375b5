#pragma once

// GuestForm: the fields of a guest, in the new reservation and in editing one alike; tells in place
// what is missing. UI thread.

#include <QWidget>

#include "domain/reservation.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace deskbell::ui {

class TextKeeper;

class GuestForm : public QWidget
{
    Q_OBJECT

public:
    explicit GuestForm(QWidget *parent = nullptr);
    void setGuest(const Guest &guest);
    Guest guest() const;
    /// Empty when the guest can be kept, else the sentence that says what is wrong.
    QString problem() const;
    QLineEdit *nameField() const { return m_name; }

signals:
    void edited();

private:
    void fillCountries();
    /// Messages go by phone: without a number there is nothing to choose.
    void followPhone();

    TextKeeper *m_texts;
    Guest m_before;
    QLineEdit *m_name;
    QLineEdit *m_phone;
    QLineEdit *m_email;
    QComboBox *m_country;
    QComboBox *m_language;
    QCheckBox *m_notices;
    bool m_wantsNotices = true; ///< as was chosen, while there is no number too
};

} // namespace deskbell::ui
