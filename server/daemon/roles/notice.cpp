// The notice role: the provider's channel behind its breaker, and threads of its own.

#include <cassert>

#include "server/daemon/roles/role.h"
#include "server/workers/notice/filechannel.h"
#include "server/workers/notice/solapichannel.h"

namespace deskbell::server {
namespace {

std::unique_ptr<NoticeChannel> channelOf(const NoticeConfig &config, const WorkerSurroundings &surroundings)
{
    if (config.url.empty())
        return std::make_unique<FileChannel>(config.file);
    return std::make_unique<SolapiChannel>(
        SolapiChannel::Settings{config.url, config.key, config.secret, config.sender, config.http},
        surroundings.now);
}

/// Read with the configuration; ours, which are always right, where a process was put together without.
std::shared_ptr<const NoticeTemplates> textsOf(const NoticeConfig &config)
{
    if (config.texts)
        return config.texts;
    auto ours = readNoticeTexts({});
    assert(ours);
    return std::make_shared<const NoticeTemplates>(std::move(*ours));
}

/// What a notice says of a reservation beside itself.
NoticeFactsSource factsFrom(Storage &storage, const GuestLinks::Settings &settings,
                            const GuestLinks::BaseUrl &baseUrl)
{
    return [&storage, settings, baseUrl](const PropertyId &property,
                                         const Reservation &reservation) -> Expected<NoticeFacts> {
        const auto house = storage.house(property);
        if (!house)
            return tl::unexpected(house.error());
        const auto named = storage.named(property, reservation.id);
        if (!named)
            return tl::unexpected(named.error());
        NoticeFacts facts;
        facts.property = house->property;
        if (*named) {
            facts.offering = (*named)->offering;
            facts.unit = (*named)->unit;
            facts.startsAt = (*named)->startsAt;
        }
        const auto links = GuestLinks::make(settings, storage, baseUrl);
        if (!links)
            return tl::unexpected(links.error());
        auto link = links->linkTo(reservation.id);
        if (!link)
            return tl::unexpected(link.error());
        facts.link = std::move(*link);
        return facts;
    };
}

class NoticeRole : public Role
{
public:
    explicit NoticeRole(const RoleContext &context)
        : m_texts(textsOf(context.config.notice)), m_surroundings(context.surroundings),
          m_breaker(context.config.notice.breaker,
                    [surroundings = context.surroundings] { return surroundings.unitRandom(); },
                    logged(context.log, "messenger")),
          m_channel(channelOf(context.config.notice, context.surroundings)),
          m_writer(*m_texts, context.config.notice.language),
          m_flow(context.config.notice.flow, context.storage, *m_channel, m_breaker, m_writer,
                 factsFrom(context.storage, context.config.guests.links, context.baseUrl),
                 context.surroundings, context.log),
          m_worker(
              {{Work::Notify},
               context.config.notice.threads,
               context.config.notice.lookEvery,
               context.config.notice.lease()},
              context.storage, [this](std::span<const WorkItem> items) { m_flow.carryOut(items.front()); },
              context.surroundings.now, context.log)
    {
    }

    Worker &worker() override { return m_worker; }
    void abandon() override { m_channel->abandon(); }
    std::optional<protocol::BreakerHealth> breaker() const override
    {
        return healthOf(m_breaker.figures(m_surroundings.steady()));
    }

private:
    const std::shared_ptr<const NoticeTemplates> m_texts;
    const WorkerSurroundings m_surroundings;
    CircuitBreaker m_breaker;
    const std::unique_ptr<NoticeChannel> m_channel;
    const NoticeWriter m_writer;
    NoticeFlow m_flow;
    Worker m_worker;
};

} // namespace

std::unique_ptr<Role> makeNoticeRole(const RoleContext &context)
{
    if (!context.config.notice.hasChannel())
        return nullptr;
    return std::make_unique<NoticeRole>(context);
}

} // namespace deskbell::server
