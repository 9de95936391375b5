#pragma once

// SignInPage: backend address, user name and password; errors are sentences in place, and the fields
// are disabled while signing in. Uses the DeskAccess port only. UI thread.

#include <QWidget>

#include <functional>

#include "models/deskaccess.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace deskbell::ui {

class Banner;
class TextKeeper;

class SignInPage : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPage(models::DeskAccess &access, QWidget *parent = nullptr);

    void setServer(const QUrl &server);
    /// Puts the caret where something is still missing.
    void takeFocus();

protected:
    void showEvent(QShowEvent *event) override;

signals:
    void languageAsked();

private:
    void build();
    void buildHead(QWidget *card, QVBoxLayout *column);
    QLineEdit *addField(QWidget *card, QVBoxLayout *column, const char *objectName,
                        std::function<QString()> words);
    void signIn();
    void follow();
    void tell(const Error &error);
    void askAbout(const Error &otherBackend);

    models::DeskAccess &m_access;
    TextKeeper *m_texts;
    QLineEdit *m_server;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QPushButton *m_enter;
    QToolButton *m_language;
    Banner *m_banner;
    std::optional<Error> m_told;
    QUrl m_asked; ///< where the person at this page has asked to be signed in, until the answer
};

} // namespace deskbell::ui
