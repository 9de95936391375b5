#include "server/daemon/commandline.h"

#include <iostream>

#include <CLI/CLI.hpp>

#include "server/daemon/explain.h"
#include "server/daemon/verbs.h"
#include "server/gateway/tokens.h"
#include "server/import/runimport.h"

namespace deskbell::server {
namespace {

constexpr const char *databaseHelp = "SQLite file, or postgresql://USER@HOST/DATABASE (default: deskbell.db)";

void addServeOptions(CLI::App &app, Arguments &arguments)
{
    app.add_option("--config", arguments.config, "Configuration file (TOML); options given here override it");
    app.add_option("--db,--database", arguments.database, databaseHelp);
    app.add_option("--control", arguments.control,
                   "Control file (default: next to an SQLite file; none with PostgreSQL)");
    app.add_option("--listen", arguments.listen,
                   "ADDRESS:PORT; port 0 takes any free one (default: 127.0.0.1:0)");
    app.add_option("--tls-cert", arguments.certificate, "Certificate chain (PEM)");
    app.add_option("--tls-key", arguments.privateKey, "Its private key (PEM)");
    app.add_option("--roles", arguments.roles,
                   "Roles of this process: gateway,payment,hotel,notice,mypage (default: all)");
    app.add_option("--metrics-listen", arguments.metricsListen,
                   "ADDRESS:PORT for GET /metrics, in addition to the gateway's");
    app.add_option("--payment-url", arguments.paymentUrl,
                   "URL of the payment provider; its secret key is read from DESKBELL_PAYMENT_SECRET");
    app.add_option(
        "--public-url", arguments.publicUrl,
        "Address of the guests' pages, for example https://hotel.example (default: the listening address)");
    app.add_option("--checkout-window", arguments.checkoutWindow,
                   "URL of the payment provider's window for guests; without it their pages take no cards");
    app.add_option("--payment-secret-file", arguments.paymentSecretFile,
                   "… or from the first line of this file");
}

/// A command of a verb that works on a database.
CLI::App *addCommand(CLI::App &app, Arguments &arguments, const char *name, const char *what)
{
    CLI::App *command = app.add_subcommand(name, what);
    command->add_option("--config", arguments.config, "Configuration file (TOML)");
    command->add_option("--db,--database", arguments.database, databaseHelp);
    return command;
}

void addPropertyCommands(CLI::App &app, Arguments &arguments)
{
    app.require_subcommand(1);
    const auto add = [&](const char *name, const char *what) {
        CLI::App *command = addCommand(app, arguments, name, what);
        command->callback([&arguments, name] { arguments.property.action = name; });
        return command;
    };
    CLI::App *made = add("add", "Create a property and print its id");
    made->add_option("name,--name", arguments.property.name, "Its name")->required();
    made->add_option("--time-zone", arguments.property.timeZone, "IANA time zone, for example Asia/Seoul")
        ->required();
    made->add_option("--currency", arguments.property.currency, "ISO 4217 code, for example KRW")->required();
    made->add_option("--business-date", arguments.property.businessDate,
                     "Its first business date, for example 2026-05-10")
        ->required();
    add("list", "List the properties: id, name, time zone, currency, business date, who confirms");
    CLI::App *corrected = add("edit", "Change a property; values that are not given stay the same");
    corrected->add_option("property,--property", arguments.property.property, "Its name or id")->required();
    corrected->add_option("--name", arguments.property.name, "Its new name");
    corrected->add_option("--time-zone", arguments.property.timeZone,
                          "IANA time zone, for example Asia/Seoul");
    corrected->add_option("--clerks-confirm", arguments.property.clerksConfirm,
                          "yes: clerks may confirm reservations that they took; no: only managers confirm");
    corrected->add_option("--closed", arguments.property.closed,
                          "yes: take no new reservations; no: take them again");
}

void addBusinessDateOptions(CLI::App &app, Arguments &arguments)
{
    app.add_option("--config", arguments.config, "Configuration file (TOML)");
    app.add_option("--db,--database", arguments.database, databaseHelp);
    app.add_option("property,--property", arguments.property.property,
                   "Its name or id; not needed if there is only one property");
    app.add_flag_callback(
        "--next", [&arguments] { arguments.property.action = "next-day"; }, "Open the next business day");
}

void addAccountCommands(CLI::App &app, Arguments &arguments)
{
    app.require_subcommand(1);
    const auto add = [&](const char *name, const char *what) {
        CLI::App *command = addCommand(app, arguments, name, what);
        command->callback([&arguments, name] { arguments.account.action = name; });
        return command;
    };
    const auto addUser = [&](CLI::App *command) {
        command->add_option("user,--user", arguments.account.user, "User name")->required();
    };
    CLI::App *made = add(
        "add", "Create an account; the password is the first line of standard input, or DESKBELL_PASSWORD");
    addUser(made);
    made->add_option("--role", arguments.account.role, "clerk, manager or admin")->required();
    made->add_option("--name", arguments.account.name, "Display name (default: the user name)");
    made->add_option("--property", arguments.account.properties,
                     "Name or id; may be repeated (default: all)");
    add("list", "List the accounts");
    addUser(add("passwd", "Change the password, given as for add; ends the account's sessions"));
    CLI::App *changed =
        add("edit", "Change an account; values that are not given stay the same. Ends its sessions");
    addUser(changed);
    changed->add_option("--user-name", arguments.account.newUser, "New user name");
    changed->add_option("--name", arguments.account.name, "Display name");
    changed->add_option("--role", arguments.account.role, "clerk, manager or admin");
    changed->add_option("--property", arguments.account.properties,
                        "Name or id of every property that it may use; may be repeated");
    addUser(add("delete", "Delete an account; its past actions stay recorded under its name"));
    addUser(add("disable", "Close an account; ends its sessions"));
    addUser(add("enable", "Open an account again"));
}

void addGuestLinkCommands(CLI::App &app, Arguments &arguments)
{
    app.require_subcommand(1);
    const auto add = [&](const char *name, const char *what) {
        CLI::App *command = addCommand(app, arguments, name, what);
        command->add_option("--public-url", arguments.publicUrl, "Start of the link");
        command
            ->add_option("reservation,--reservation", arguments.guestLink.which,
                         "Its id, or a current or former link to it")
            ->required();
        command->callback([&arguments, name] { arguments.guestLink.action = name; });
    };
    add("show", "Print the link that is valid now");
    add("revoke", "Revoke all existing links and print a new one");
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
    CLI::App app("The backend of Deskbell, the front desk of a hotel.", "deskbelld");
    app.footer("Exit status: 0 success, 1 failure, 2 arguments or configuration, 3 address or certificate, 4 "
               "database.");
    app.set_version_flag("--version", "deskbelld " DESKBELL_VERSION);
    addServeOptions(app, arguments);
    CLI::App *serving = app.add_subcommand("serve", "Run the backend (the default)");
    addServeOptions(*serving, arguments);
    app.add_subcommand("import", "Import bookings: see `deskbelld import --help`");
    CLI::App *accounts = app.add_subcommand("account", "Manage accounts; also while deskbelld is running");
    addAccountCommands(*accounts, arguments);
    CLI::App *links = app.add_subcommand(
        "guest-link", "Manage the links to guests' own pages; also while deskbelld is running");
    addGuestLinkCommands(*links, arguments);
    CLI::App *properties =
        app.add_subcommand("property", "Manage properties; also while deskbelld is running");
    addPropertyCommands(*properties, arguments);
    CLI::App *dating = app.add_subcommand(
        "business-date", "Print the business date, or open the next one; also while deskbelld is running");
    addBusinessDateOptions(*dating, arguments);
    CLI::App *asking = app.add_subcommand(
        "status", "Show the queues, the workers and the payment provider's state of a running deskbelld");
    asking->add_option("--config", arguments.config, "Configuration file (TOML)");
    asking->add_option("--db,--database", arguments.database, databaseHelp);
    asking->add_option("--control", arguments.control, "Control file of a running deskbelld");
    CLI::App *reconciling = app.add_subcommand(
        "reconcile", "Let a running deskbelld compare a day's card payments with the provider's records");
    reconciling->add_option("--config", arguments.config, "Configuration file (TOML)");
    reconciling->add_option("--db,--database", arguments.database, databaseHelp);
    reconciling->add_option("--control", arguments.control, "Control file of a running deskbelld");
    reconciling->add_option("--day", arguments.day,
                            "YYYY-MM-DD in the provider's time zone (default: yesterday)");
    CLI::App *restoring = app.add_subcommand(
        "restored", "Declare that the database was restored from a backup; run it before serve");
    restoring->add_option("--config", arguments.config, "Configuration file (TOML)");
    restoring->add_option("--db,--database", arguments.database, databaseHelp);
    CLI::App *checking = app.add_subcommand(
        "check-notices", "Check the templates of the notices: those in a folder, or the configured ones");
    checking->add_option("folder", arguments.notices, "Folder with ko.toml, en.toml, …");
    checking->add_option("--config", arguments.config, "Configuration file (TOML)");
    checking->add_flag("--approved", arguments.asksProvider,
                       "Fetch the templates that the messenger approved, and compare them exactly");
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
    if (dating->parsed()) {
        if (arguments.property.action.empty())
            arguments.property.action = "business-date";
        return businessDate(arguments);
    }
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
