#include "server/daemon/commandline.h"

#include <cstdlib>
#include <iostream>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "http/shutdownsignal.h"
#include "server/daemon/daemon.h"
#include "server/daemon/explain.h"
#include "server/daemon/propertyadmin.h"
#include "server/daemon/queues.h"
#include "server/gateway/tokens.h"
#include "server/import/runimport.h"
#include "server/workers/notice/solapichannel.h"

namespace deskbell::server {
namespace {

namespace json = boost::json;

constexpr const char *databaseHelp = "SQLite file, or postgresql://USER@HOST/DATABASE (default: deskbell.db)";

struct Arguments
{
    std::string config;
    std::string database;
    std::string control;
    std::string listen;
    std::string certificate;
    std::string privateKey;
    std::string roles;
    std::string paymentUrl;
    std::string paymentSecretFile;
    std::string notices;
    bool asksProvider = false;
    std::string publicUrl;
    std::string checkoutWindow;
    AccountRequest account;
    PropertyRequest property;
    GuestLinkRequest guestLink;
    std::string day;
    std::string metricsListen;
};

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
    set(config.guests.checkoutWindow, arguments.checkoutWindow);
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
    Daemon daemon(std::move(*config), log);
    if (const auto started = daemon.start(); !started)
        return failed(started.error());
    if (const std::string url = daemon.url(); !url.empty())
        std::cout << "listening on " << url << std::endl;
    else
        std::cout << "working" << std::endl;
    shutdown.wait();
    daemon.stop();
    return exitstatus::fine;
}

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
Expected<std::string> administerSomewhere(const Config &config, const AccountRequest &request)
{
    const GatewaySurroundings surroundings = systemSurroundings();
    const auto storage = config.database.open(DatabasePlace::Make::Never, storageSurroundings());
    if (storage)
        return administer(request, **storage, Passwords(config.gateway.passwordCost), surroundings);
    if (storage.error().code != "storage-in-use")
        return tl::unexpected(storage.error());
    auto asked = askControl(config.controlFile(), "/account", encodeAccountRequest(request));
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
    std::cout.flush();
}

int account(Arguments arguments)
{
    const auto config = configOf(arguments);
    if (!config)
        return failed(config.error());
    AccountRequest &request = arguments.account;
    if (request.action == "add" || request.action == "passwd") {
        auto password = givenPassword();
        if (!password)
            return failed(password.error());
        request.password = std::move(*password);
    }
    const auto done = administerSomewhere(*config, request);
    if (!done)
        return failed(done.error());
    printAccounts(*done);
    return exitstatus::fine;
}

/// As administerSomewhere().
Expected<std::string> linkSomewhere(const Config &config, const GuestLinkRequest &request)
{
    const auto storage = config.database.open(DatabasePlace::Make::Never, storageSurroundings());
    if (storage)
        return administerGuestLink(request, **storage, config.guests.links,
                                   [&config] { return config.guests.publicUrl; });
    if (storage.error().code != "storage-in-use")
        return tl::unexpected(storage.error());
    return askControl(config.controlFile(), "/guest-link", encodeGuestLinkRequest(request));
}

int guestLink(const Arguments &arguments)
{
    const auto config = configOf(arguments);
    if (!config)
        return failed(config.error());
    const auto answer = linkSomewhere(*config, arguments.guestLink);
    if (!answer)
        return failed(answer.error());
    const json::value link = json::parse(*answer);
    std::cout << std::string(link.at("code").as_string()) << '\t' << std::string(link.at("link").as_string())
              << "\tuntil " << std::string(link.at("goodUntil").as_string()) << std::endl;
    return exitstatus::fine;
}

int property(const Arguments &arguments)
{
    const auto config = configOf(arguments);
    if (!config)
        return failed(config.error());
    const auto added = addProperty(config->database, arguments.property, storageSurroundings());
    if (!added)
        return failed(added.error());
    std::cout << toString(added->id) << '\t' << added->name << std::endl;
    return exitstatus::fine;
}

/// What a shared database itself can tell: the queues, whoever works on them.
Expected<std::string> statusOf(const DatabasePlace &database)
{
    return database.open(DatabasePlace::Make::Never, storageSurroundings()).and_then([](const auto &storage) {
        return queuesOf(*storage, storageSurroundings().now()).map([](json::array queues) {
            return json::serialize(json::object{{"queues", std::move(queues)}});
        });
    });
}

int status(const Arguments &arguments)
{
    const auto config = configOf(arguments);
    if (!config)
        return failed(config.error());
    const auto answer = config->controlFile().empty()
                            ? statusOf(config->database)
                            : askControl(config->controlFile(), "/status", std::nullopt);
    if (!answer)
        return failed(answer.error());
    std::cout << *answer << std::endl;
    return exitstatus::fine;
}

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
    std::cout << "desks will fetch everything anew and ask about what this database has forgotten\n"
              << "epoch " << toString(*epoch) << std::endl;
    return exitstatus::fine;
}

void addServeOptions(CLI::App &app, Arguments &arguments)
{
    app.add_option("--config", arguments.config, "Configuration file (TOML); options here win over it");
    app.add_option("--db,--database", arguments.database, databaseHelp);
    app.add_option("--control", arguments.control,
                   "File of the control line (default: beside an SQLite file; none with PostgreSQL)");
    app.add_option("--listen", arguments.listen,
                   "ADDRESS:PORT; port 0 takes any free one (default: 127.0.0.1:0)");
    app.add_option("--tls-cert", arguments.certificate, "Certificate chain (PEM)");
    app.add_option("--tls-key", arguments.privateKey, "Its private key (PEM)");
    app.add_option("--roles", arguments.roles,
                   "What this process does: gateway,payment,hotel,notice,mypage (default: all)");
    app.add_option("--metrics-listen", arguments.metricsListen,
                   "ADDRESS:PORT for GET /metrics besides the gateway's own");
    app.add_option("--payment-url", arguments.paymentUrl,
                   "The payment provider; its secret key is read from DESKBELL_PAYMENT_SECRET");
    app.add_option("--public-url", arguments.publicUrl,
                   "Where guests reach this house, as https://hotel.example (default: where it listens)");
    app.add_option("--checkout-window", arguments.checkoutWindow,
                   "The payment provider's window for guests; without it no card can be paid on their pages");
    app.add_option("--payment-secret-file", arguments.paymentSecretFile,
                   "… or from the first line of this file");
}

void addPropertyCommands(CLI::App &app, Arguments &arguments)
{
    app.require_subcommand(1);
    CLI::App *made = app.add_subcommand("add", "Make a property; prints its id");
    made->add_option("--config", arguments.config, "Configuration file (TOML)");
    made->add_option("--db,--database", arguments.database, databaseHelp);
    made->add_option("name,--name", arguments.property.name, "As people call it")->required();
    made->add_option("--time-zone", arguments.property.timeZone, "IANA name, as Asia/Seoul")->required();
    made->add_option("--currency", arguments.property.currency, "ISO 4217, as KRW")->required();
    made->add_option("--business-date", arguments.property.businessDate,
                     "The day its books begin, as 2026-05-10")
        ->required();
}

void addAccountCommands(CLI::App &app, Arguments &arguments)
{
    app.require_subcommand(1);
    const auto add = [&](const char *name, const char *what) {
        CLI::App *command = app.add_subcommand(name, what);
        command->add_option("--config", arguments.config, "Configuration file (TOML)");
        command->add_option("--db,--database", arguments.database, databaseHelp);
        command->callback([&arguments, name] { arguments.account.action = name; });
        return command;
    };
    const auto addUser = [&](CLI::App *command) {
        command->add_option("user,--user", arguments.account.user, "What is typed at sign-in")->required();
    };
    CLI::App *made =
        add("add", "Make an account; the password is the first line of standard input, or DESKBELL_PASSWORD");
    addUser(made);
    made->add_option("--role", arguments.account.role, "clerk, manager or admin")->required();
    made->add_option("--name", arguments.account.name, "Shown to people (default: the user)");
    made->add_option("--property", arguments.account.properties,
                     "Name or id; may be repeated (default: all)");
    add("list", "List the accounts");
    addUser(add("passwd", "Change a password, given as above; ends the account's sessions"));
    addUser(add("disable", "Close an account; ends its sessions"));
    addUser(add("enable", "Open an account again"));
}

void addGuestLinkCommands(CLI::App &app, Arguments &arguments)
{
    app.require_subcommand(1);
    const auto add = [&](const char *name, const char *what) {
        CLI::App *command = app.add_subcommand(name, what);
        command->add_option("--config", arguments.config, "Configuration file (TOML)");
        command->add_option("--db,--database", arguments.database, databaseHelp);
        command->add_option("--public-url", arguments.publicUrl, "What the link begins with");
        command
            ->add_option("reservation,--reservation", arguments.guestLink.which,
                         "Its id, or a link that leads or led to it")
            ->required();
        command->callback([&arguments, name] { arguments.guestLink.action = name; });
    };
    add("show", "Print the link that is good now");
    add("revoke", "Take back every link there is, and print the new one");
}

} // namespace

int runCommandLine(int argc, char **argv)
{
    if (!prepareCryptography()) {
        std::cerr << "deskbelld: libsodium cannot be used on this machine" << std::endl;
        return exitstatus::failed;
    }
    // The importer reads its own arguments.
    if (argc > 1 && std::string_view(argv[1]) == "import")
        return runImport({argv + 2, argv + argc});

    Arguments arguments;
    CLI::App app("The backend of Deskbell, the front desk of a hotel that never closes.", "deskbelld");
    app.footer(
        "Exit status: 0 fine, 1 failed, 2 arguments or configuration, 3 address or certificate, 4 database.");
    addServeOptions(app, arguments);
    CLI::App *serving =
        app.add_subcommand("serve", "Answer desks and carry reservations through (the default)");
    addServeOptions(*serving, arguments);
    app.add_subcommand("import", "Import bookings: see `deskbelld import --help`");
    CLI::App *accounts = app.add_subcommand("account", "Who may sign in; works on a running deskbelld, too");
    addAccountCommands(*accounts, arguments);
    CLI::App *links =
        app.add_subcommand("guest-link", "The link to a guest's own page; works on a running deskbelld, too");
    addGuestLinkCommands(*links, arguments);
    CLI::App *properties = app.add_subcommand("property", "Properties of a database that nobody has open");
    addPropertyCommands(*properties, arguments);
    CLI::App *asking = app.add_subcommand(
        "status", "Queues, workers and the payment provider's state, of a running deskbelld");
    asking->add_option("--config", arguments.config, "Configuration file (TOML)");
    asking->add_option("--db,--database", arguments.database, databaseHelp);
    asking->add_option("--control", arguments.control, "File of a running deskbelld's control line");
    CLI::App *reconciling = app.add_subcommand(
        "reconcile", "Compare a day's card payments with the provider's books, by a running deskbelld");
    reconciling->add_option("--config", arguments.config, "Configuration file (TOML)");
    reconciling->add_option("--db,--database", arguments.database, databaseHelp);
    reconciling->add_option("--control", arguments.control, "File of a running deskbelld's control line");
    reconciling->add_option("--day", arguments.day, "YYYY-MM-DD at the provider (default: yesterday)");
    CLI::App *restoring =
        app.add_subcommand("restored", "Say that the database was put back from a backup, before serving it");
    restoring->add_option("--config", arguments.config, "Configuration file (TOML)");
    restoring->add_option("--db,--database", arguments.database, databaseHelp);
    CLI::App *checking = app.add_subcommand(
        "check-notices", "Check what notices say: a folder of templates, or the configured ones");
    checking->add_option("folder", arguments.notices, "With ko.toml, en.toml, …");
    checking->add_option("--config", arguments.config, "Configuration file (TOML)");
    checking->add_flag("--approved", arguments.asksProvider,
                       "Ask the messenger for what it approved, and compare to the letter");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? exitstatus::fine : exitstatus::usage;
    }
    if (accounts->parsed())
        return account(std::move(arguments));
    if (links->parsed())
        return guestLink(arguments);
    if (properties->parsed())
        return property(arguments);
    if (asking->parsed())
        return status(arguments);
    if (checking->parsed())
        return checkNoticeTexts(arguments);
    if (reconciling->parsed())
        return reconcile(arguments);
    if (restoring->parsed())
        return restored(arguments);
    return serve(arguments);
}

} // namespace deskbell::server
