// The configuration file (TOML): every key once, with where it goes.

#include <fstream>
#include <functional>
#include <map>

#include "server/config/config.h"
#include "server/config/toml.h"

namespace deskbell::server {
namespace {

using Setter = std::function<bool(const toml::node &)>;
using Setters = std::map<std::string, Setter, std::less<>>;

template <typename Number>
Setter number(Number &target, std::int64_t least, std::int64_t most)
{
    return [&target, least, most](const toml::node &node) {
        const auto value = node.value_exact<std::int64_t>();
        if (!value || *value < least || *value > most)
            return false;
        target = static_cast<Number>(*value);
        return true;
    };
}

Setter part(double &target)
{
    return [&target](const toml::node &node) {
        const auto value = node.value<double>();
        if (!value || *value <= 0 || *value > 1)
            return false;
        target = *value;
        return true;
    };
}

template <typename Duration>
Setter duration(Duration &target, std::int64_t least = 1, std::int64_t most = 1'000'000'000)
{
    return [&target, least, most](const toml::node &node) {
        const auto value = node.value_exact<std::int64_t>();
        if (!value || *value < least || *value > most)
            return false;
        target = Duration(*value);
        return true;
    };
}

/// Work is put off by it, or held.
template <typename Duration>
Setter wait(Duration &target)
{
    return duration(target, 1, std::chrono::duration_cast<Duration>(longestSetting).count());
}

/// Of one call; a lease is three of them and some seconds.
template <typename Duration>
Setter callTime(Duration &target)
{
    return duration(target, 1, std::chrono::duration_cast<Duration>(longestSetting).count() / 4);
}

template <typename Text>
Setter text(Text &target)
{
    return [&target](const toml::node &node) {
        const auto value = node.value_exact<std::string>();
        if (!value || value->empty())
            return false;
        target = *value;
        return true;
    };
}

Setter rate(http::RateLimiter::Options &target, bool isBurst)
{
    return [&target, isBurst](const toml::node &node) {
        const auto value = node.value<double>();
        if (!value || *value <= 0 || *value > 1e6)
            return false;
        (isBurst ? target.burst : target.tokensPerSecond) = *value;
        return true;
    };
}

Setter logLevel(Log::Level &target)
{
    return [&target](const toml::node &node) {
        static const std::map<std::string, Log::Level> levels{{"debug", Log::Level::Debug},
                                                              {"info", Log::Level::Info},
                                                              {"warning", Log::Level::Warning},
                                                              {"error", Log::Level::Error}};
        const auto value = node.value_exact<std::string>();
        const auto found = value ? levels.find(*value) : levels.end();
        if (found == levels.end())
            return false;
        target = found->second;
        return true;
    };
}

void addBreaker(Setters &all, const std::string &prefix, CircuitBreaker::Settings &breaker)
{
    all[prefix + "window"] = number(breaker.window, 1, 10'000);
    all[prefix + "least-calls"] = number(breaker.leastCalls, 1, 10'000);
    all[prefix + "failure-rate"] = part(breaker.failureRate);
    all[prefix + "slow-rate"] = part(breaker.slowRate);
    all[prefix + "slow-call-ms"] = duration(breaker.slowCall);
    all[prefix + "open-ms"] = wait(breaker.openFor);
    all[prefix + "probes"] = number(breaker.probes, 1, 1'000);
}

Setter flag(bool &target)
{
    return [&target](const toml::node &node) {
        const auto value = node.value_exact<bool>();
        target = value.value_or(target);
        return value.has_value();
    };
}

void addNotice(Setters &all, NoticeConfig &notice)
{
    all["notice.url"] = text(notice.url);
    all["notice.key"] = text(notice.key);
    all["notice.secret-file"] = text(notice.secretFile);
    all["notice.sender"] = text(notice.sender);
    all["notice.file"] = text(notice.file);
    all["notice.templates"] = text(notice.templates);
    all["notice.language"] = text(notice.language);
    all["notice.sms-fallback"] = flag(notice.flow.fallsBackToSms);
    all["notice.threads"] = number(notice.threads, 1, 256);
    all["notice.look-every-ms"] = duration(notice.lookEvery);
    all["notice.connect-timeout-ms"] = duration(notice.http.connectTimeout);
    all["notice.timeout-ms"] = callTime(notice.http.timeout);
    all["notice.certificate-authorities"] = text(notice.http.certificateAuthorities);
    all["notice.retry-first-ms"] = wait(notice.flow.backoff.first);
    all["notice.retry-most-ms"] = wait(notice.flow.backoff.most);
    all["notice.settle-ms"] = wait(notice.flow.settleTime);
    all["notice.tries"] = number(notice.flow.mostTries, 1, 1'000'000);
    addBreaker(all, "notice.breaker.", notice.breaker);
}

void addPayment(Setters &all, PaymentConfig &payment)
{
    all["payment.url"] = text(payment.url);
    all["payment.secret-file"] = text(payment.secretFile);
    all["payment.threads"] = number(payment.threads, 1, 256);
    all["payment.look-every-ms"] = duration(payment.lookEvery);
    all["payment.connect-timeout-ms"] = duration(payment.http.connectTimeout);
    all["payment.timeout-ms"] = callTime(payment.http.timeout);
    all["payment.certificate-authorities"] = text(payment.http.certificateAuthorities);
    all["payment.retry-first-ms"] = wait(payment.flow.backoff.first);
    all["payment.retry-most-ms"] = wait(payment.flow.backoff.most);
    all["payment.settle-ms"] = wait(payment.flow.settleTime);
    all["payment.grace-ms"] = wait(payment.expiry.grace);
    addBreaker(all, "payment.breaker.", payment.breaker);
}

void addWorker(Setters &all, const std::string &name, WorkerConfig &worker)
{
    all[name + ".threads"] = number(worker.threads, 1, 256);
    all[name + ".look-every-ms"] = duration(worker.lookEvery);
    all[name + ".lease-ms"] = wait(worker.lease);
    all[name + ".retry-first-ms"] = wait(worker.backoff.first);
    all[name + ".retry-most-ms"] = wait(worker.backoff.most);
}

void addLimits(Setters &all, http::Limits &limits)
{
    constexpr std::int64_t most = 1 << 30;
    all["limits.header-bytes"] = number(limits.maxHeaderBytes, 1'024, most);
    all["limits.target-bytes"] = number(limits.maxTargetBytes, 256, most);
    all["limits.header-fields"] = number(limits.maxHeaderFields, 8, 10'000);
    all["limits.body-bytes"] = number(limits.maxBodyBytes, 1'024, most);
    all["limits.connections"] = number(limits.maxConnections, 1, most);
    all["limits.connections-per-address"] = number(limits.maxConnectionsPerAddress, 1, most);
    all["limits.requests-at-once"] = number(limits.maxRequestsAtOnce, 1, most);
    all["limits.header-timeout-ms"] = duration(limits.headerTimeout);
    all["limits.body-timeout-ms"] = duration(limits.bodyTimeout);
    all["limits.idle-timeout-ms"] = duration(limits.idleTimeout);
    all["limits.answer-timeout-ms"] = duration(limits.answerTimeout);
    all["limits.write-timeout-ms"] = duration(limits.writeTimeout);
    all["limits.live-queue-bytes"] = number(limits.maxQueuedBytes, 1'024, most);
    all["limits.live-queue-messages"] = number(limits.maxQueuedMessages, 1, most);
    all["limits.live-ping-ms"] = duration(limits.pingInterval);
    all["limits.live-silence-ms"] = duration(limits.silenceTimeout);
}

void addGateway(Setters &all, GatewaySettings &gateway)
{
    all["gateway.readers"] = number(gateway.readers, 1, 256);
    all["gateway.waiting"] = number(gateway.maxWaiting, 1, 1'000'000);
    all["gateway.password-threads"] = number(gateway.passwordThreads, 1, 64);
    all["gateway.sign-ins-waiting"] = number(gateway.maxSignInsWaiting, 1, 100'000);
    all["gateway.sign-ins-of-network"] = number(gateway.maxSignInsOfNetwork, 1, 100'000);
    all["gateway.snapshots-of-session"] = number(gateway.snapshotPlaces.ofSession, 1, 1'000);
    all["gateway.snapshots-of-account"] = number(gateway.snapshotPlaces.ofAccount, 1, 10'000);
    all["gateway.snapshots-of-property"] = number(gateway.snapshotPlaces.ofProperty, 1, 100'000);
    all["gateway.snapshot-threads"] = number(gateway.snapshotThreads, 1, 2);
    all["gateway.poll-every-ms"] = duration(gateway.pollEvery);
    all["sign-in.access-s"] = duration(gateway.signIn.access);
    all["sign-in.refresh-days"] = duration(gateway.signIn.refresh);
    all["sign-in.user-burst"] = rate(gateway.signIn.perUser, true);
    all["sign-in.user-per-s"] = rate(gateway.signIn.perUser, false);
    all["sign-in.user-anywhere-burst"] = rate(gateway.signIn.perUserAnywhere, true);
    all["sign-in.user-anywhere-per-s"] = rate(gateway.signIn.perUserAnywhere, false);
    all["sign-in.address-burst"] = rate(gateway.signIn.perAddress, true);
    all["sign-in.address-per-s"] = rate(gateway.signIn.perAddress, false);
}

void addGuests(Setters &all, PagesSettings &guests)
{
    all["guests.public-url"] = text(guests.publicUrl);
    all["guests.checkout-window"] = text(guests.window.url);
    all["guests.toss-client-key"] = text(guests.window.clientKey);
    all["guests.toss-sdk"] = text(guests.window.sdk);
    all["guests.link-days"] = duration(guests.links.goodFor);
    all["guests.at-once"] = number(guests.admission.atOnce, 1, 100'000);
    all["guests.longest-wait-ms"] = duration(guests.admission.longestWait);
    all["guests.phone-burst"] = rate(guests.limits.perPhone, true);
    all["guests.phone-per-s"] = rate(guests.limits.perPhone, false);
    all["guests.address-burst"] = rate(guests.limits.perAddress, true);
    all["guests.address-per-s"] = rate(guests.limits.perAddress, false);
    all["guests.site-burst"] = rate(guests.limits.perSite, true);
    all["guests.site-per-s"] = rate(guests.limits.perSite, false);
    all["guests.property-burst"] = rate(guests.limits.perProperty, true);
    all["guests.property-per-s"] = rate(guests.limits.perProperty, false);
    all["guests.threads"] = number(guests.threads, 1, 64);
    all["guests.patience-ms"] = duration(guests.watch.patience);
}

/// Addresses and networks.
Setter proxies(http::TrustedProxies &target)
{
    return [&target](const toml::node &node) {
        const toml::array *all = node.as_array();
        if (!all)
            return false;
        target = {};
        for (const toml::node &each : *all) {
            const auto text = each.value_exact<std::string>();
            if (!text || !target.add(*text))
                return false;
        }
        return true;
    };
}

Setters settersOf(Config &config, Error &inner)
{
    const auto checked = [&inner](auto set) {
        return [&inner, set](const toml::node &node) {
            const auto value = node.value_exact<std::string>();
            const Expected<void> done = value ? set(*value) : Expected<void>(failure("config-bad-value"));
            if (!done)
                inner = done.error();
            return done.has_value();
        };
    };
    Setters all;
    all["db"] = text(config.database);
    all["control"] = text(config.control);
    all["listen"] = checked([&config](const std::string &value) { return setListen(config, value); });
    all["roles"] = checked([&config](const std::string &value) { return setRoles(config, value); });
    all["trusted-proxies"] = proxies(config.proxies);
    all["leave-ms"] = duration(config.leave, 0);
    all["io-threads"] = number(config.ioThreads, 1, 256);
    all["metrics.listen"] =
        checked([&config](const std::string &value) { return setMetricsListen(config, value); });
    all["metrics.token-file"] = text(config.metricsTokenFile);
    all["keep-changes-days"] = duration(config.keepChanges);
    all["privacy.keep-guests-days"] = duration(config.keepGuests, 0);
    all["log-level"] = logLevel(config.logLevel);
    all["tls.certificate"] = text(config.certificate);
    all["tls.key"] = text(config.privateKey);
    addPayment(all, config.payment);
    addNotice(all, config.notice);
    addWorker(all, "hotel", config.hotel);
    addLimits(all, config.limits);
    addGateway(all, config.gateway);
    addGuests(all, config.guests);
    return all;
}

Expected<void> setAll(const toml::table &table, const std::string &prefix, const std::string &file,
                      const Setters &setters, Error &inner)
{
    for (const auto &[key, node] : table) {
        const std::string name = prefix + std::string(key.str());
        if (const toml::table *inside = node.as_table()) {
            if (auto done = setAll(*inside, name + ".", file, setters, inner); !done)
                return done;
            continue;
        }
        const auto found = setters.find(name);
        if (found == setters.end())
            return failure("config-unknown-key", {{"file", file}, {"key", name}});
        if (found->second(node))
            continue;
        if (!inner.code.empty() && inner.code != "config-bad-value")
            return tl::unexpected(inner);
        return failure("config-bad-value", {{"file", file}, {"key", name}});
    }
    return {};
}

} // namespace

Expected<void> readConfigFile(const std::filesystem::path &file, Config &config)
{
    std::ifstream stream(file);
    if (!stream)
        return failure("config-unreadable", {{"file", file.string()}, {"reason", "cannot be opened"}});
    const toml::parse_result parsed = toml::parse(stream, file.string());
    if (!parsed)
        return failure("config-unreadable", {{"file", file.string()},
                                             {"reason", std::string(parsed.error().description())},
                                             {"line", std::to_string(parsed.error().source().begin.line)}});
    Error inner;
    const Setters setters = settersOf(config, inner);
    return setAll(parsed.table(), {}, file.string(), setters, inner);
}

} // namespace deskbell::server
