#include "server/storage/changeset.h"

#include "server/storage/history.h"

namespace deskbell::server {
namespace {

bool isSeenAt(const Window &window, const std::optional<Place> &place)
{
    return place && isSeen(window, *place);
}

/// What has no dates is seen always.
bool isSeenAfter(const Window &window, const ChangedRow &row)
{
    return !isWindowed(row.entity) || isSeenAt(window, row.after);
}

/// What stands between the braces of a transaction.
void appendMembers(std::string &out, const ChangeSet &change, const Window &window)
{
    out += "\"seq\":" + std::to_string(change.seq) + ",\"at\":\"" + toString(change.at) + '"';
    if (change.command)
        out += ",\"command\":\"" + toString(*change.command) + '"';
    out += ",\"rows\":[";
    std::string leaves;
    bool isFirst = true;
    for (const ChangedRow &row : change.rows) {
        if (isSeenAfter(window, row)) {
            if (!isFirst)
                out += ',';
            isFirst = false;
            out += row.row;
        } else if (isSeenAt(window, row.before)) {
            leaves += leaves.empty() ? "" : ",";
            leaves += "{\"entity\":\"" + std::string(protocol::toString(row.entity)) + "\",\"id\":\"" +
                      toString(row.id) + "\"}";
        }
    }
    out += ']';
    if (!leaves.empty())
        out += ",\"leaves\":[" + leaves + ']';
}

} // namespace

void appendTransaction(std::string &out, const ChangeSet &change, const Window &window)
{
    out += '{';
    appendMembers(out, change, window);
    out += '}';
}

std::string liveTransaction(const ChangeSet &change, const History &history, const Window &window)
{
    std::string out = "{\"tx\":{";
    appendMembers(out, change, window);
    const protocol::Cursor cursor = history.cursor(change.property, window, change.seq, markOf(change));
    out += ",\"cursor\":\"" + protocol::toString(cursor) + "\"}}";
    return out;
}

} // namespace deskbell::server
