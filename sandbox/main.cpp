#include "domain/money.h"
#include "http/privatefiles.h"
#include "http/server.h"
#include "http/shutdownsignal.h"
#include "sandbox/checkout.h"
#include "sandbox/faultroutes.h"
#include "sandbox/messenger.h"
#include "sandbox/provider.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <random>

using namespace deskbell;

namespace {
struct Arguments
{
    std::uint16_t port = 0;
    std::string secretKey = "test_sk_deskbell_sandbox";
    std::string secretKeyFile;
    std::string currency = "KRW";
    std::string ledgerFile;
    std::string messageKey = "NCSDESKBELLSANDBOX";
    std::string messageSecret = "deskbell-sandbox-message-secret";
    std::string messageSecretFile;
    std::uint32_t deliveryMs = 1'000;
};

sandbox::TimePoint systemTime()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

sandbox::Random systemRandom()
{
    return [device = std::make_shared<std::random_device>()] {
        return std::uint64_t{(*device)()} << 32 | (*device)();
    };
}

/// The first line of a file, where one is named.
bool readSecret(const std::string &file, std::string &secret)
{
    if (file.empty())
        return true;
    std::ifstream stream(file);
    if (std::getline(stream, secret) && !secret.empty())
        return true;
    std::cerr << "no secret in " << file << '\n';
    return false;
}

int run(const Arguments &arguments)
{
    http::ShutdownSignal shutdown;
    // A held answer stays open until its client gives up, so this server itself has more patience.
    http::ServerOptions options;
    options.port = arguments.port;
    options.limits.answerTimeout = std::chrono::hours(24);
    options.limits.closeTimeout = std::chrono::milliseconds(500);

    http::Server *running = nullptr;
    const auto later = [&running](auto delay, auto function) {
        running->runAfter(delay, std::move(function));
    };
    sandbox::FaultBook faults;
    sandbox::Provider provider({.secretKey = arguments.secretKey,
                                .currency = arguments.currency,
                                .clock = &systemTime,
                                .random = systemRandom(),
                                .later = later},
                               faults);
    sandbox::CheckoutWindow checkout(
        arguments.currency, &systemTime, systemRandom(),
        [&provider](const sandbox::CheckoutSession &session) { provider.opened(session); });
    sandbox::Messenger messenger({.apiKey = arguments.messageKey,
                                  .secret = arguments.messageSecret,
                                  .deliveryTime = std::chrono::milliseconds(arguments.deliveryMs),
                                  .clock = &systemTime,
                                  .random = systemRandom(),
                                  .later = later},
                                 faults);
    if (!arguments.ledgerFile.empty())
        if (const auto kept = provider.keepIn(arguments.ledgerFile); !kept) {
            std::cerr << kept.error() << ": " << arguments.ledgerFile << '\n';
            return 1;
        }
    http::Router router;
    provider.addRoutes(router);
    checkout.addRoutes(router);
    messenger.addRoutes(router);
    sandbox::addFaultRoutes(router, faults);
    http::Server server(options, router);
    running = &server;
    if (const auto started = server.start(); !started) {
        std::cerr << started.error().code << ": " << started.error().detail << '\n';
        return 1;
    }
    std::cout << "listening on 127.0.0.1:" << server.port() << std::endl;
    shutdown.wait();
    server.stop(std::chrono::seconds(1));
    return 0;
}
} // namespace

int main(int argc, char **argv)
try {
    http::makeFilesPrivate();
    Arguments arguments;
    CLI::App program("A simulated payment provider and messenger for development and demonstrations, with "
                     "faults to switch on.",
                     "deskbell-sandbox");
    program.set_version_flag("--version", "deskbell-sandbox " DESKBELL_VERSION);
    program.add_option("--port", arguments.port, "Port on 127.0.0.1; 0 takes any free one");
    program
        .add_option("--secret-key", arguments.secretKey,
                    "The key that callers authenticate with. Arguments are visible to everybody on this "
                    "machine: give a real secret in the environment or a file")
        ->envname("DESKBELL_SANDBOX_SECRET_KEY");
    program.add_option("--secret-key-file", arguments.secretKeyFile, "… from the first line of this file");
    program.add_option("--currency", arguments.currency, "ISO 4217 code used in the answers")
        ->capture_default_str()
        ->check([](const std::string &code) {
            return parseCurrency(code) ? std::string() : "not an ISO 4217 currency: " + code;
        });
    program.add_option("--ledger", arguments.ledgerFile, "Keep the ledger in this file across restarts");
    program.add_option("--message-key", arguments.messageKey, "The messenger's API key")
        ->capture_default_str();
    program.add_option("--message-secret", arguments.messageSecret, "… and its secret, likewise")
        ->envname("DESKBELL_SANDBOX_MESSAGE_SECRET");
    program.add_option("--message-secret-file", arguments.messageSecretFile,
                       "… from the first line of this file");
    program.add_option("--delivery-ms", arguments.deliveryMs, "How long the delivery of a message takes")
        ->capture_default_str();
    CLI11_PARSE(program, argc, argv);
    if (!readSecret(arguments.secretKeyFile, arguments.secretKey) ||
        !readSecret(arguments.messageSecretFile, arguments.messageSecret))
        return 1;
    return run(arguments);
} catch (const std::exception &error) {
    std::fprintf(stderr, "failed: %s\n", error.what());
    return 1;
}
