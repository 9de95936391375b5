// The screens of a person's own account: the password, and the desks where somebody is signed in.

#include <QComboBox>
#include <QLineEdit>

#include "ui/scenes.h"

namespace deskbell::testing {

void fillSessions(Stage &stage)
{
    using std::chrono::hours;
    using std::chrono::minutes;
    const auto session = [&](const char *name, const Actor &who, const char *user, minutes opened,
                             minutes seen, const char *address) {
        return models::DeskSession{makeNamedUuid({}, name), user,    who,  stage.desk.now - opened,
                                   stage.desk.now - seen,   address, false};
    };
    const Actor other{AccountId{makeNamedUuid({}, "other")}, "박서준", Role::Manager};
    const Actor &own = stage.desk.actor();
    stage.desk.sessions = {session("here", own, "mina", hours{5}, minutes{3}, "10.0.4.17"),
                           session("manager", other, "seojun", hours{30}, minutes{11}, "10.0.4.21"),
                           session("back", own, "mina", hours{24 * 9}, hours{24 * 2}, "2001:db8:7::4f")};
    stage.desk.sessions.front().isCurrent = true;
}

namespace {

QWidget *opened(Stage &stage, const char *action)
{
    act(stage, action)->trigger();
    return dialogOf(stage);
}

QWidget *passwordTyped(Stage &stage, const char *current, const char *next)
{
    QWidget *dialog = opened(stage, "actionPassword");
    find<QLineEdit>(dialog, "passwordCurrent")->setText(QLatin1String(current));
    find<QLineEdit>(dialog, "passwordNext")->setText(QLatin1String(next));
    find<QLineEdit>(dialog, "passwordAgain")->setText(QLatin1String(next));
    press(dialog, "dialogAccept");
    stage.settle();
    return dialog;
}

} // namespace

std::vector<Screen> accountScreens()
{
    return {
        {"62-password", Role::Clerk, [](Stage &s) { return opened(s, "actionPassword"); }},
        {"63-password-refused", Role::Clerk,
         [](Stage &s) { return passwordTyped(s, "the password as it is", "password123"); }},
        {"64-password-changed", Role::Clerk,
         [](Stage &s) { return passwordTyped(s, "the password as it is", "a better password"); }},
        {"65-sessions", Role::Clerk,
         [](Stage &s) {
             fillSessions(s);
             return opened(s, "actionSessions");
         }},
        {"66-sessions-of-all", Role::Admin,
         [](Stage &s) {
             fillSessions(s);
             QWidget *dialog = opened(s, "actionSessions");
             find<QComboBox>(dialog, "sessionsWhose")->setCurrentIndex(1);
             s.settle();
             return dialog;
         }},
        {"67-sessions-without-line", Role::Clerk,
         [](Stage &s) {
             s.desk.setOnline(false);
             return opened(s, "actionSessions");
         }},
    };
}

} // namespace deskbell::testing
