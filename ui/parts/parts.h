#pragma once

// Parts: the few small pieces every screen is put together from, so that they look and read alike.
// Each belongs to the parent it is given. UI thread.

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <array>

#include "domain/reservation.h"
#include "ui/icons.h"
#include "ui/words.h"

class QBoxLayout;
class QLineEdit;
class QVBoxLayout;
class QFormLayout;

namespace deskbell::ui {

/// "display", "muted", "section", "error" (resources/desk.qss); empty: body text.
QLabel *makeLabel(QWidget *parent, const char *role = "", const QString &text = {});
/// Lowers the texts that begin higher than the others of their row, so that all stand on one line though
/// their scripts (and with them their fonts) differ. Each is at the top of the row.
void alignFirstLines(std::initializer_list<QLabel *> row);
/// "primary", "danger", "link"; empty: an ordinary button.
QPushButton *makeButton(QWidget *parent, const char *objectName, const char *kind = "");
QToolButton *makeToolButton(QWidget *parent, const char *objectName, const QIcon &icon);
QFrame *makeRule(QWidget *parent);
/// A frame of that role with a column inside.
QFrame *makeFrame(QWidget *parent, const char *role, QVBoxLayout **column);

/// Looks again at the properties the style sheet asks for.
void repolish(QWidget *widget);
void setInvalid(QWidget *field, bool isInvalid);
/// A field takes so many characters, however they are encoded.
void limitCharacters(QLineEdit *field, std::size_t most);
/// Tab goes through them in this order.
void chainFocus(std::initializer_list<QWidget *> order);

/// A state as colour, mark and word.
class StateChip : public QWidget
{
    Q_OBJECT

public:
    explicit StateChip(QWidget *parent = nullptr);
    void setState(ReservationState state, OfferingKind kind = OfferingKind::Rooms);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    ReservationState m_state = ReservationState::Requested;
    OfferingKind m_kind = OfferingKind::Rooms;
};

/// One line that shortens itself with an ellipsis and tells the whole in its tooltip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    void setFullText(const QString &text);
    const QString &fullText() const { return m_full; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_full;
};

/// Words over as many lines as they need. A column of labels is asked for its height many times in
/// each pass of a layout, and a QLabel breaks its lines anew each time: this one remembers.
class WrappingLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappingLabel(QWidget *parent, const char *role = "", const QString &text = {});
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Known
    {
        int width = -1;
        int height = 0;
    };
    /// For the last widths it was asked for, with the text that was there then.
    mutable std::array<Known, 3> m_known;
    mutable std::size_t m_next = 0;
    mutable QString m_knownText;
    mutable QMargins m_knownMargins;
};

/// A coloured strip with an icon and a sentence: what went wrong or should be known, in place.
class Banner : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Info, Good, Warn, Bad };
    explicit Banner(QWidget *parent = nullptr);
    void tell(Kind kind, const QString &sentence);
    void clear();
    QString told() const { return m_text->text(); }

private:
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace deskbell::ui
