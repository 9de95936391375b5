// What exists while somebody is signed in: the line, the copy of the property and the picture of it,
// built and taken down together. Owned by the engine; data thread.
#pragma once

#include "app/engine.h"

namespace deskbell::app {

struct Engine::Attempt
{
    QUrl server;
    std::string user;
    std::string password;
    KeychainContent secrets;

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
};

} // namespace deskbell::app
