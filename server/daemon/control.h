#pragma once

// The control socket of a running deskbelld. While a process has the database open, the operator's
// commands reach it over a loopback port of its own. A control file (beside an SQLite database),
// readable only by the process's user, holds the address and a token made at each start; it is removed
// when the process stops. ControlServer is owned by the daemon; askControl() is the other end.

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "http/server.h"
#include "server/daemon/accountadmin.h"
#include "server/daemon/guestlinkadmin.h"
#include "server/daemon/propertyadmin.h"
#include "server/gateway/taskpool.h"

namespace deskbell::server {

class ControlServer
{
public:
    /// Each call makes the body of an answer, on the control socket's own thread.
    struct Calls
    {
        std::function<Expected<std::string>()> status;
        std::function<Expected<std::string>(const AccountRequest &)> account;
        std::function<Expected<std::string>(const GuestLinkRequest &)> guestLink;
        std::function<Expected<std::string>(const PropertyRequest &)> property;
        /// The reports of a day, or of yesterday.
        std::function<Expected<std::string>(std::optional<Date>)> reconcile;
    };

    /// Errors: "control-unusable" (facts: reason).
    static Expected<std::unique_ptr<ControlServer>> start(const std::filesystem::path &file, Calls calls);
    ~ControlServer(); ///< stops; the file is gone then

private:
    using Make = std::function<Expected<std::string>(const http::Request &)>;

    ControlServer(std::filesystem::path file, Calls calls);
    void answer(const http::Request &request, const http::Responder &responder, Make make);

    const std::filesystem::path m_file;
    const Calls m_calls;
    const std::string m_token;
    TaskPool m_thread;
    std::unique_ptr<http::Server> m_server;
};

/// Calls the deskbelld whose control socket this file names. Errors: "control-not-found" (no file),
/// "control-not-answering", and what it answers.
Expected<std::string> askControl(const std::filesystem::path &file, const std::string &path,
                                 const std::optional<std::string> &body,
                                 std::chrono::milliseconds timeout = std::chrono::seconds(15));

} // namespace deskbell::server
