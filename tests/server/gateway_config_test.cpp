// The configuration: what the operator's page shows is what the program reads.

#include <fstream>
#include <sstream>

#include "server/config/config.h"
#include "server/storagefixture.h"

namespace deskbell::server::testing {
namespace {

std::string exampleOf(const std::string &page)
{
    std::ifstream file(page, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    const std::string all = text.str();
    const std::size_t begin = all.find("```toml\n");
    EXPECT_NE(begin, std::string::npos);
    return all.substr(begin + 8, all.find("```", begin + 8) - begin - 8);
}

TEST(Config, theOperatorsPageShowsTheDefaults)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "c.toml") << exampleOf(DESKBELL_DOCS "/operating.md");
    Config config;
    const auto read = readConfigFile(folder / "c.toml", config);
    ASSERT_TRUE(read) << (read ? "" : read.error().facts.at("key"));
    EXPECT_EQ(config.address, "10.0.0.5");
    EXPECT_EQ(config.port, 8443);

    const Config defaults;
    EXPECT_EQ(config.ioThreads, defaults.ioThreads);
    EXPECT_EQ(config.leave, defaults.leave);
    EXPECT_TRUE(config.proxies.isEmpty());
    EXPECT_EQ(config.keepChanges, defaults.keepChanges);
    EXPECT_EQ(config.payment.threads, defaults.payment.threads);
    EXPECT_EQ(config.payment.lookEvery, defaults.payment.lookEvery);
    EXPECT_EQ(config.payment.lease(), defaults.payment.lease());
    EXPECT_EQ(config.payment.flow.backoff.most, defaults.payment.flow.backoff.most);
    EXPECT_EQ(config.payment.flow.settleTime, defaults.payment.flow.settleTime);
    EXPECT_EQ(config.payment.expiry.grace, defaults.payment.expiry.grace);
    EXPECT_EQ(config.payment.breaker.openFor, defaults.payment.breaker.openFor);
    EXPECT_EQ(config.payment.breaker.failureRate, defaults.payment.breaker.failureRate);
    EXPECT_EQ(config.notice.threads, defaults.notice.threads);
    EXPECT_EQ(config.notice.lease(), defaults.notice.lease());
    EXPECT_EQ(config.notice.language, defaults.notice.language);
    EXPECT_EQ(config.notice.flow.fallsBackToSms, defaults.notice.flow.fallsBackToSms);
    EXPECT_EQ(config.notice.flow.backoff.first, defaults.notice.flow.backoff.first);
    EXPECT_EQ(config.notice.flow.backoff.most, defaults.notice.flow.backoff.most);
    EXPECT_EQ(config.notice.flow.settleTime, defaults.notice.flow.settleTime);
    EXPECT_EQ(config.notice.flow.mostTries, defaults.notice.flow.mostTries);
    EXPECT_EQ(config.notice.breaker.openFor, defaults.notice.breaker.openFor);
    EXPECT_EQ(config.gateway.signIn.access, defaults.gateway.signIn.access);
    EXPECT_EQ(config.gateway.signIn.perUser.tokensPerSecond, defaults.gateway.signIn.perUser.tokensPerSecond);
    EXPECT_EQ(config.guests.limits.perPhone.burst, defaults.guests.limits.perPhone.burst);
    EXPECT_EQ(config.guests.limits.perPhone.tokensPerSecond, defaults.guests.limits.perPhone.tokensPerSecond);
    EXPECT_EQ(config.guests.limits.perAddress.burst, defaults.guests.limits.perAddress.burst);
    EXPECT_EQ(config.guests.limits.perProperty.burst, defaults.guests.limits.perProperty.burst);
    EXPECT_EQ(config.gateway.maxWaiting, defaults.gateway.maxWaiting);
    EXPECT_EQ(config.limits.maxBodyBytes, defaults.limits.maxBodyBytes);
    EXPECT_EQ(config.limits.maxQueuedBytes, defaults.limits.maxQueuedBytes);
    EXPECT_EQ(config.limits.silenceTimeout, defaults.limits.silenceTimeout);
}

TEST(Config, onlyAddressesAndNetworksAreTrustedProxies)
{
    const TemporaryFolder folder;
    const auto read = [&](const std::string &text) {
        std::ofstream(folder / "c.toml") << "trusted-proxies = " << text << '\n';
        Config config;
        const auto done = readConfigFile(folder / "c.toml", config);
        return done ? config.proxies.trusts("10.1.2.3") ? "trusted" : "not trusted" : done.error().code;
    };
    EXPECT_EQ(read(R"(["127.0.0.1", "10.0.0.0/8"])"), "trusted");
    EXPECT_EQ(read("[]"), "not trusted");
    for (const char *text : {R"("10.0.0.0/8")", R"(["proxy.example"])", R"(["10.0.0.0/40"])", "[10]", "true"})
        EXPECT_EQ(read(text), "config-bad-value") << text;
}

TEST(Config, guestsAreSentToASafeCheckoutOnly)
{
    Config config;
    config.roles = {ProcessRole::Gateway};
    const auto codeFor = [&](const char *url) {
        config.guests.window.url = url;
        const auto checked = checkServing(config);
        return checked ? std::string() : checked.error().code;
    };
    for (const char *good : {"", "https://pay.example/window", "http://127.0.0.1:9/checkout",
                             "http://localhost/checkout", "http://[::1]:80/c"})
        EXPECT_EQ(codeFor(good), "") << good;
    for (const char *bad :
         {"http://pay.example/window", "javascript:alert(1)", "//pay.example", "https://",
          "https://pay.example/?a=1", "https://pay.example/#x", "ftp://pay.example",
          "http://127.0.0.1@pay.example/", "https://pay.example/ x", "https://a;script-src"})
        EXPECT_EQ(codeFor(bad), "checkout-window-bad") << bad;
}

TEST(Config, addressesAreReadWithTheirPorts)
{
    Config config;
    ASSERT_TRUE(setListen(config, "[::1]:0"));
    EXPECT_EQ(config.address, "::1");
    EXPECT_EQ(config.port, 0);
    for (const char *text :
         {"", ":", "127.0.0.1", "127.0.0.1:", ":80", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:8o"})
        EXPECT_FALSE(setListen(config, text)) << text;
}

TEST(Config, rolesThatAreNotThereAreRefused)
{
    Config config;
    ASSERT_TRUE(setRoles(config, "payment"));
    EXPECT_FALSE(config.has(ProcessRole::Gateway));
    ASSERT_TRUE(setRoles(config, "gateway,hotel,notice,mypage"));
    EXPECT_EQ(config.roles.size(), 4u);
    for (const char *text : {"bellboy", "gateway,cook", "", ",", "Gateway"})
        EXPECT_FALSE(setRoles(config, text)) << text;
}

TEST(Config, aSecretIsTheFirstLineOfItsFile)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "key") << "test_sk_1\r\nsomething else\n";
    Config config;
    config.payment.secretFile = folder / "key";
    ASSERT_TRUE(readSecrets(config));
    EXPECT_EQ(config.payment.secret, "test_sk_1");
    Config missing;
    missing.payment.secretFile = folder / "none";
    EXPECT_EQ(readSecrets(missing).error().code, "payment-secret-unreadable");
}

} // namespace
} // namespace deskbell::server::testing
