#include "server/daemon/verbs.h"

#include <atomic>
#include <cstdlib>
#include <functional>
#include <iostream>

#include <boost/json.hpp>

#include "http/shutdownsignal.h"
#include "server/daemon/daemon.h"
#include "server/daemon/explain.h"
#include "server/daemon/queues.h"
#include "server/storage/sqlite/storagefile.h"
#include "server/workers/notice/solapichannel.h"

namespace deskbell::server {

namespace json = boost::json;

namespace {

int failed(const Error &error)
{
    std::cerr << "deskbelld: " << explain(error) << std::endl;
    return exitStatusOf(error);
}

std::string environment(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

/// Defaults, the file over them, the command line over both.
Expected<Config> configOf(const Arguments &arguments)
{
    Config config;
    if (!arguments.config.empty()) {
        if (auto read = readConfigFile(arguments.config, config); !read)
            return tl::unexpected(read.error());
    }
    const auto set = [](auto &target, const std::string &value) {
        if (!value.empty())
            target = value;
    };
    set(config.database, arguments.database);
    set(config.control, arguments.control);
    set(config.certificate, arguments.certificate);
    set(config.privateKey, arguments.privateKey);
    set(config.payment.url, arguments.paymentUrl);
    set(config.payment.secretFile, arguments.paymentSecretFile);
    set(config.guests.publicUrl, arguments.publicUrl);
    set(config.guests.window.url, arguments.checkoutWindow);
    set(config.payment.secret, environment("DESKBELL_PAYMENT_SECRET"));
    set(config.notice.secret, environment("DESKBELL_NOTICE_SECRET"));
    for (std::string *url : {&config.payment.url, &config.notice.url, &config.guests.publicUrl}) {
        while (url->ends_with('/'))
            url->pop_back();
    }
    if (!arguments.listen.empty()) {
        if (auto listen = setListen(config, arguments.listen); !listen)
            return tl::unexpected(listen.error());
    }
    if (!arguments.metricsListen.empty()) {
        if (auto listen = setMetricsListen(config, arguments.metricsListen); !listen)
            return tl::unexpected(listen.error());
    }
    if (!arguments.roles.empty()) {
        if (auto roles = setRoles(config, arguments.roles); !roles)
            return tl::unexpected(roles.error());
    }
    return config;
}

/// A verb that asks something and prints the answer. Its exit status.
template <typename Ask, typename Print>
int askAndPrint(const Arguments &arguments, const Ask &ask, const Print &print)
{
    const auto answer = configOf(arguments).and_then(ask);
    if (!answer)
        return failed(answer.error());
    print(*answer);
    std::cout.flush();
    return exitstatus::fine;
}

} // namespace

int serve(const Arguments &arguments)
{
    http::ShutdownSignal shutdown;
    auto config = configOf(arguments);
    if (!config)
        return failed(config.error());
    if (auto read = readSecrets(*config); !read)
        return failed(read.error());
    // A house without a card provider is a house; one that names the role means it.
    if (config->payment.url.empty() && !config->hasChosenRoles) {
        config->roles.erase(ProcessRole::Payment);
        std::cerr << "deskbelld: no --payment-url: cards are not charged by this process" << std::endl;
    }
    if (!config->notice.hasChannel() && !config->hasChosenRoles)
        config->roles.erase(ProcessRole::Notice); // likewise a house that sends no notices
    if (config->has(ProcessRole::Notice)) {
        auto texts = readNoticeTexts(config->notice.templates);
        if (!texts)
            return failed(texts.error());
        config->notice.texts = std::make_shared<const NoticeTemplates>(std::move(*texts));
    }
    const Log log(config->logLevel);
    if (config->database.isFile()) {
        for (const auto &file : narrowFiles(config->database.file()))
            log.warning("file-narrowed", {{"file", file.string()}});
    }
    std::atomic<bool> isDamaged{false};
    Daemon daemon(std::move(*config), log, [&] {
        isDamaged = true;
        shutdown.wish();
    });
    if (const auto started = daemon.start(); !started)
        return failed(started.error());
    if (const std::string url = daemon.url(); !url.empty())
        std::cout << "listening on " << url << std::endl;
    else
        std::cout << "working" << std::endl;
    shutdown.wait();
    if (!isDamaged)
        shutdown.waitFor(daemon.leave()); // who asks a second time does not want to wait
    daemon.stop();
    if (!isDamaged)
        return exitstatus::fine;
    std::cerr << "deskbelld: the database is badly damaged: restore it from a backup" << std::endl;
    return exitstatus::database;
}

namespace {

/// The first line of standard input, unless the environment has it. Never an argument: those are
/// seen by everybody on the machine.
Expected<std::string> givenPassword()
{
    std::string password = environment("DESKBELL_PASSWORD");
    if (password.empty() && !std::getline(std::cin, password))
        return failure("password-missing");
    if (password.ends_with('\r'))
        password.pop_back();
    if (password.empty())
        return failure("password-missing");
    return password;
}

/// In the database itself, or through the process that has it open.
Expected<std::string> doneSomewhere(const Config &config, const char *call, const std::string &request,
                                    const std::function<Expected<std::string>(Storage &)> &here,
                                    DatabasePlace::Make make = DatabasePlace::Make::Never)
{
    const auto storage = config.database.open(make, storageSurroundings());
    if (storage)
        return here(**storage);
    if (storage.error().code != "storage-in-use")
        return tl::unexpected(storage.error());
    return askControl(config.controlFile(), call, request);
}

Expected<std::string> administerSomewhere(const Config &config, const AccountRequest &request)
{
    auto asked = doneSomewhere(config, "/account", encodeAccountRequest(request), [&](Storage &storage) {
        return administer(request, storage, Passwords(config.gateway.passwordCost), systemSurroundings());
    });
    if (!asked && asked.error().facts.empty())
        return failure(asked.error().code,
                       {{"user", request.user},
                        {"property", request.properties.empty() ? "" : request.properties.front()}});
    return asked;
}

void printAccounts(const std::string &answer)
{
    const json::value value = json::parse(answer);
    for (const json::value &each : value.at("accounts").as_array()) {
        std::string places;
        for (const json::value &place : each.at("properties").as_array())
            places += (places.empty() ? "" : ", ") + std::string(place.as_string());
        std::cout << std::string(each.at("user").as_string()) << '\t'
                  << std::string(each.at("role").as_string()) << '\t'
                  << (each.at("disabled").as_bool() ? "disabled" : "enabled") << '\t'
                  << std::string(each.at("name").as_string()) << '\t' << places << '\n';
    }
}

} // namespace

int account(const Arguments &arguments)
{
    const auto ask = [&](const Config &config) -> Expected<std::string> {
        AccountRequest request = arguments.account;
        if (request.action == "add" || request.action == "passwd") {
            auto password = givenPassword();
            if (!password)
                return tl::unexpected(password.error());
            request.password = std::move(*password);
        }
        return administerSomewhere(config, request);
    };
    return askAndPrint(arguments, ask, printAccounts);
}

namespace {

Expected<std::string> linkSomewhere(const Config &config, const GuestLinkRequest &request)
{
    return doneSomewhere(config, "/guest-link", encodeGuestLinkRequest(request), [&](Storage &storage) {
        return administerGuestLink(request, storage, config.guests.links,
                                   [&config] { return config.guests.publicUrl; });
    });
}

Expected<json::array> propertiesOf(const Config &config, const PropertyRequest &request)
{
    const bool isAdd = request.action == "add";
    return doneSomewhere(
               config, "/property", encodePropertyRequest(request),
               [&](Storage &storage) { return administerProperty(request, storage, storageSurroundings()); },
               isAdd ? DatabasePlace::Make::IfMissing : DatabasePlace::Make::Never)
        .map([](const std::string &answer) { return json::parse(answer).at("properties").as_array(); });
}

} // namespace

int guestLink(const Arguments &arguments)
{
    return askAndPrint(
        arguments, [&](const Config &config) { return linkSomewhere(config, arguments.guestLink); },
        [](const std::string &answer) {
            const json::value link = json::parse(answer);
            std::cout << std::string(link.at("code").as_string()) << '\t'
                      << std::string(link.at("link").as_string()) << "\tuntil "
                      << std::string(link.at("goodUntil").as_string()) << '\n';
        });
}

int property(const Arguments &arguments)
{
    const auto print = [isAdd = arguments.property.action == "add"](const json::array &properties) {
        for (const json::value &each : properties) {
            std::cout << std::string(each.at("id").as_string()) << '\t'
                      << std::string(each.at("name").as_string());
            if (!isAdd)
                std::cout << '\t' << std::string(each.at("timeZone").as_string()) << '\t'
                          << std::string(each.at("currency").as_string()) << '\t'
                          << std::string(each.at("businessDate").as_string()) << '\t'
                          << (each.at("clerksConfirm").as_bool() ? "clerks confirm" : "managers confirm")
                          << (each.at("isClosed").as_bool() ? "\tclosed" : "");
            std::cout << '\n';
        }
    };
    return askAndPrint(
        arguments, [&](const Config &config) { return propertiesOf(config, arguments.property); }, print);
}

int businessDate(const Arguments &arguments)
{
    return askAndPrint(
        arguments, [&](const Config &config) { return propertiesOf(config, arguments.property); },
        [](const json::array &properties) {
            for (const json::value &each : properties)
                std::cout << std::string(each.at("businessDate").as_string()) << '\t'
                          << std::string(each.at("name").as_string()) << '\n';
        });
}

namespace {

/// What a shared database itself can tell: the queues, whoever works on them.
Expected<std::string> statusOf(const DatabasePlace &database)
{
    return database.open(DatabasePlace::Make::Never, storageSurroundings()).and_then([](const auto &storage) {
        return queuesOf(*storage, storageSurroundings().now()).map([](json::array queues) {
            return json::serialize(json::object{{"queues", std::move(queues)}});
        });
    });
}

} // namespace

int status(const Arguments &arguments)
{
    return askAndPrint(
        arguments,
        [](const Config &config) {
            return config.controlFile().empty() ? statusOf(config.database)
                                                : askControl(config.controlFile(), "/status", std::nullopt);
        },
        [](const std::string &answer) { std::cout << answer << '\n'; });
}

namespace {

/// Asks the provider for each of them.
Expected<void> askForApproval(const NoticeConfig &config, const NoticeTemplates &texts)
{
    if (auto possible = checkNotices(config); !possible)
        return possible;
    if (config.url.empty())
        return failure("notice-channel-missing");
    SolapiChannel channel({config.url, config.key, config.secret, config.sender, config.http},
                          systemSurroundings().now);
    return checkApproved(texts, [&](const std::string &id) { return channel.approved(id); });
}

} // namespace

int checkNoticeTexts(const Arguments &arguments)
{
    auto config = configOf(arguments);
    if (!config)
        return failed(config.error());
    if (auto read = readSecrets(*config); !read)
        return failed(read.error());
    const auto texts = readNoticeTexts(arguments.notices.empty() ? config->notice.templates
                                                                 : std::filesystem::path(arguments.notices));
    if (!texts)
        return failed(texts.error());
    if (arguments.asksProvider) {
        if (const auto approved = askForApproval(config->notice, *texts); !approved)
            return failed(approved.error());
    }
    for (const auto &[tag, language] : texts->all())
        std::cout << tag << '\t' << language.pfId << '\t' << language.templates.size() << '\n';
    std::cout.flush();
    return exitstatus::fine;
}

/// The report of a day as JSON, one for each property; exit status 1 when something differs.
int reconcile(const Arguments &arguments)
{
    const auto config = configOf(arguments);
    if (!config)
        return failed(config.error());
    if (!arguments.day.empty()) {
        if (const auto day = parseDate(arguments.day); !day)
            return failed(day.error());
    }
    const std::string path = arguments.day.empty() ? "/reconcile" : "/reconcile?day=" + arguments.day;
    const auto answer = askControl(config->controlFile(), path, "{}", std::chrono::minutes(60));
    if (!answer)
        return failed(answer.error());
    std::cout << *answer << std::endl;
    const json::value value = json::parse(*answer);
    for (const json::value &report : value.at("reports").as_array()) {
        if (!report.at("differences").as_array().empty())
            return exitstatus::failed;
    }
    return exitstatus::fine;
}

int restored(const Arguments &arguments)
{
    const auto config = configOf(arguments);
    if (!config)
        return failed(config.error());
    const auto epoch = config->database.beginEpoch(storageSurroundings());
    if (!epoch)
        return failed(epoch.error());
    std::cout << "desks will fetch everything again and send what this database has lost\n"
              << "epoch " << toString(*epoch) << std::endl;
    return exitstatus::fine;
}

} // namespace deskbell::server
