// Asks for the outcome of a command by its id: GET /v1/commands/{id}. Plain functions.
#pragma once

#include <QString>

#include "protocol/commands.h"
#include "sync/reply.h"

namespace deskbell::sync {

inline QString receiptPath(const CommandId &id)
{
    return QStringLiteral("/v1/commands/%1").arg(QString::fromStdString(toString(id)));
}

/// The backend's answer for this command; NotKnown when it has none.
inline Expected<protocol::CommandResult> receiptOf(const CommandId &id, const Reply &reply)
{
    auto result = reply.content([](std::string_view text) {
        return protocol::parseJson(text).and_then(
            [](const protocol::json::value &value) { return protocol::decodeResult(value); });
    });
    if (result && result->id != id)
        return failure(std::string(notTheBackend));
    return result;
}

} // namespace deskbell::sync
