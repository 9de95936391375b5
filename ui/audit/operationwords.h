#pragma once

// The words for the backend's health and the audit log: its roles, its queues, what a breaker means
// for the desk, and the fields and values that a command changed. Pure functions, UI thread.

#include <QString>

#include <string>
#include <vector>

#include "models/operations.h"
#include "ui/words.h"

namespace deskbell::ui {

/// The roles that the backend has, in the order in which they are shown.
std::vector<std::string> backendRoles();
QString backendRoleName(const std::string &role);
QString backendWorkName(const std::string &work);
/// "Called as usual", "Not called for 12 s: 60 of the last 100 calls failed".
QString breakerText(const models::Breaker &breaker);
/// "40 s", "12 min".
QString secondsText(std::int64_t seconds);

/// What the command asks for, by its name on the wire.
QString auditTypeText(const std::string &type, OfferingKind kind);
/// From where: "This desk", "Guest's page (203.0.113.9)".
QString auditOriginText(const models::AuditEntry &entry);
QString auditFieldName(const std::string &field);
QString auditValueText(const std::string &field, const std::string &value, const Names &names);

} // namespace deskbell::ui
