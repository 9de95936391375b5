// What exists while somebody is signed in: the Line, the copy of the property and the picture of it,
// built and destroyed together. Owned by the engine; data thread.
#pragma once

#include "app/engine.h"
#include "app/undos.h"

namespace deskbell::app {

/// Somebody answers, and it is not the backend that this desk knows.
inline bool isAboutWho(const Error &error)
{
    return error.code == "other-backend" || error.code == "backend-unproven";
}

struct Engine::Attempt
{
    QUrl server;
    std::string user;
    std::string password;
    KeychainContent secrets;
    std::optional<std::string> accepted = std::nullopt; ///< see Engine::signIn()

    store::LastSignIn who() const { return {server.toString().toStdString(), user}; }
};

struct Engine::Desk
{
    Desk(Engine &engine, const Attempt &attempt, const store::Profile &profile, const store::DataKey &key);

    Entered entered;
    AccountId account;
    std::unique_ptr<sync::Wire> wire;
    sync::Session session;
    sync::Replica replica;
    sync::Line line;
    Picture picture;
    Searcher searcher;
    Inquirer inquirer;
    Undos undos;
};

} // namespace deskbell::app
