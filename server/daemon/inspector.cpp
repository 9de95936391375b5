#include "server/daemon/inspector.h"

#include <algorithm>

namespace deskbell::server {
namespace {

constexpr std::chrono::hours lookEvery{24};
constexpr std::chrono::minutes againAfterFailure{10};
constexpr std::size_t mostRemembered = 20;
/// After each slice: the rest of the time is everybody else's.
constexpr std::chrono::milliseconds pause{2};

std::string_view textOf(Damage::Reach reach)
{
    return reach == Damage::Reach::Row ? "row" : reach == Damage::Reach::File ? "file" : "root";
}

} // namespace

Inspector::Inspector(Storage &storage, std::function<Instant()> now, std::function<void()> rootDamaged,
                     const Log &log)
    : m_storage(storage), m_now(std::move(now)), m_rootDamaged(std::move(rootDamaged)), m_log(log)
{
}

Inspector::~Inspector()
{
    stop();
}

void Inspector::start()
{
    m_thread = std::thread([this] { run(); });
}

void Inspector::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_stopped.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Inspector::State Inspector::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

boost::json::object Inspector::status() const
{
    const State state = this->state();
    boost::json::array damage;
    for (const Damage &each : state.damage)
        damage.push_back(
            boost::json::object{{"where", each.where}, {"what", each.what}, {"reach", textOf(each.reach)}});
    boost::json::object told{{"damaged", state.count}, {"damage", std::move(damage)}};
    if (state.lookedAt)
        told["lookedAt"] = deskbell::toString(*state.lookedAt);
    return told;
}

void Inspector::run()
{
    std::chrono::milliseconds wait{0};
    while (!isStoppedWithin(wait)) {
        const bool isDone = look();
        wait = isDone ? std::chrono::milliseconds(lookEvery) : std::chrono::milliseconds(againAfterFailure);
    }
}

bool Inspector::look()
{
    State found;
    const Looking looking{[&](const Damage &damage) { note(found, damage); },
                          [this] { return !isStoppedWithin(pause); }};
    const auto looked = m_storage.examine(looking);
    if (isStoppedWithin(std::chrono::milliseconds::zero()))
        return false;
    if (!looked) {
        m_log.warning("not-examined", {{"code", looked.error().code}});
        return false;
    }
    found.lookedAt = m_now();
    m_log.write(found.count == 0 ? Log::Level::Info : Log::Level::Error, "storage-examined",
                {{"damaged", std::to_string(found.count)}});
    const std::lock_guard lock(m_mutex);
    m_state = std::move(found);
    return true;
}

void Inspector::note(State &state, const Damage &damage)
{
    const bool isFirstRoot = damage.reach == Damage::Reach::Root &&
                             std::none_of(state.damage.begin(), state.damage.end(), [](const Damage &each) {
                                 return each.reach == Damage::Reach::Root;
                             });
    ++state.count;
    state.worst = std::max(state.worst, std::optional(damage.reach));
    if (state.damage.size() < mostRemembered || isFirstRoot) {
        state.damage.push_back(damage);
        m_log.error(
            "storage-damaged",
            {{"where", damage.where}, {"what", damage.what}, {"reach", std::string(textOf(damage.reach))}});
    }
    {
        // At once: it may be long before all of it has been looked at.
        const std::lock_guard lock(m_mutex);
        if (state.count > m_state.count)
            m_state = state;
    }
    if (isFirstRoot)
        m_rootDamaged();
}

bool Inspector::isStoppedWithin(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_stopped.wait_for(lock, time, [this] { return m_isStopping; });
}

} // namespace deskbell::server
