#pragma once

// The subcommands of deskbelld. Each runs to its end, reports on the standard outputs, and returns the
// process's exit status (named in explain.h).

#include <string>

#include "server/daemon/accountadmin.h"
#include "server/daemon/guestlinkadmin.h"
#include "server/daemon/propertyadmin.h"

namespace deskbell::server {

/// All that may be given; each verb takes what it knows.
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

int serve(const Arguments &arguments);
int account(const Arguments &arguments);
int guestLink(const Arguments &arguments);
int property(const Arguments &arguments);
int businessDate(const Arguments &arguments);
int status(const Arguments &arguments);
int checkNoticeTexts(const Arguments &arguments);
int reconcile(const Arguments &arguments);
int restored(const Arguments &arguments);

} // namespace deskbell::server
