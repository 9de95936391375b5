#include "ui/window/confirmation.h"

#include <QEvent>

#include <algorithm>

#include "ui/house.h"
#include "ui/outbox/linkwords.h"
#include "ui/subject.h"

namespace deskbell::ui {

namespace {
constexpr int shownMs = 6000;
} // namespace

Confirmation::Confirmation(models::FrontDesk &desk, const House &house, QWidget *parent)
    : ElidedLabel(parent), m_desk(desk), m_house(house)
{
    setObjectName(QStringLiteral("footText"));
    setProperty("role", QStringLiteral("muted"));
    m_end.setSingleShot(true);
    m_end.setInterval(shownMs);
    connect(&m_end, &QTimer::timeout, this, &Confirmation::stop);
    connect(&m_desk, &models::FrontDesk::submitted, this,
            [this](const CommandId &id, const std::optional<Error> &refusal) {
                if (refusal || m_id == id)
                    stop(); // refused, or withdrawn
                else
                    begin(id);
            });
    connect(&m_desk, &models::FrontDesk::outboxChanged, this, &Confirmation::follow);
    connect(&m_desk, &models::FrontDesk::linkChanged, this, &Confirmation::follow);
}

void Confirmation::stop()
{
    m_id.reset();
    m_what.reset();
    m_told.reset();
    m_end.stop();
    setFullText({});
}

void Confirmation::begin(const CommandId &id)
{
    const auto &items = m_desk.outbox().items;
    const auto item =
        std::ranges::find_if(items, [&](const models::OutboxItem &each) { return each.command.id == id; });
    if (item == items.end()) // withdrawn, not kept
        return;
    m_id = id;
    m_what = item->command.args;
    m_whom = subjectText(item->command.args, m_house, item->guest);
    m_told.reset();
    follow();
}

Confirmation::Stage Confirmation::stage() const
{
    const models::Outbox &outbox = m_desk.outbox();
    const auto isIt = [this](const auto &each) { return each.command.id == *m_id; };
    if (std::ranges::any_of(outbox.cards, isIt))
        return Stage::Refused;
    const auto item = std::ranges::find_if(outbox.items, isIt);
    if (item == outbox.items.end() || item->state == models::OutboxState::Settling)
        return Stage::Done;
    // Catching up is a line, too: it is carried out, not kept for later.
    const models::LinkState &link = m_desk.link();
    if (link.phase != models::LinkPhase::Online && link.phase != models::LinkPhase::CatchingUp)
        return Stage::Offline;
    return isSlow(link) || item->lastError ? Stage::Slow : Stage::Kept;
}

void Confirmation::follow()
{
    if (!m_id)
        return;
    // The outbox of who has signed out is empty for another reason than that all is done.
    if (m_desk.link().phase == models::LinkPhase::SignedOut)
        return stop();
    const Stage now = stage();
    if (m_told == now)
        return;
    m_told = now;
    say();
    if (now == Stage::Kept || now == Stage::Slow)
        m_end.stop();
    else
        m_end.start();
}

void Confirmation::changeEvent(QEvent *event)
{
    ElidedLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_told)
        say();
}

void Confirmation::say()
{
    const QString what = askedText(*m_what, m_house, m_whom);
    switch (*m_told) {
    case Stage::Kept:
        setFullText(tr("Kept, being sent: %1").arg(what));
        break;
    case Stage::Slow:
        setFullText(tr("Kept; the backend is slow to answer: %1").arg(what));
        break;
    case Stage::Offline:
        setFullText(tr("Kept on this desk, sent when back online: %1").arg(what));
        break;
    case Stage::Done:
        setFullText(tr("Done: %1").arg(what));
        break;
    case Stage::Refused:
        setFullText({});
        break;
    }
}

} // namespace deskbell::ui
