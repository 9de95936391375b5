#include "protocol/rows.h"

#include "protocol/read.h"
#include "protocol/rowio.h"

namespace deskbell::protocol {
namespace {

constexpr std::string_view badRow = "bad-row";

} // namespace

void write(Writer &out, const Row &row)
{
    out.beginObject();
    WriteVisitor visit{out};
    visit("entity", entityOf(row));
    std::visit([&](const auto &entity) { describe(visit, entity); }, row);
    out.endObject();
}

void read(const Node &node, Row &row, Strictness strictness)
{
    ReadVisitor visit(node, strictness);
    Entity entity{};
    visit("entity", entity);
    if (!node.isSound())
        return;
    visitEntity(entity, [&]<typename Kind>() { describe(visit, row.emplace<Kind>()); });
    visit.finish();
}

void appendRow(std::string &out, const Row &row)
{
    Writer writer(out);
    write(writer, row);
}

std::string encodeRow(const Row &row)
{
    std::string text;
    text.reserve(1024);
    appendRow(text, row);
    return text;
}

Expected<Row> decodeRow(const json::value &value)
{
    return readWhole<Row>(value, badRow, Strictness::SkipUnknown);
}

Expected<Row> decodeRow(std::string_view text)
{
    return parseJson(text).and_then([](const json::value &value) { return decodeRow(value); });
}

Expected<Reservation> decodeReservation(std::string_view text)
{
    auto row = decodeRow(text);
    if (!row)
        return tl::unexpected(row.error());
    if (auto *reservation = std::get_if<Reservation>(&*row))
        return std::move(*reservation);
    return failure(std::string(badRow), {{"path", "/entity"}, {"reason", "other-entity"}});
}

Expected<Guest> decodeGuestOf(std::string_view row)
{
    // In texts a quotation mark has a backslash before it.
    constexpr std::string_view member = "\"guest\":";
    const std::size_t at = row.find(member);
    json::stream_parser parser;
    json::error_code error;
    if (at != std::string_view::npos)
        parser.write_some(row.substr(at + member.size()), error);
    if (at == std::string_view::npos || error || !parser.done())
        return failure(std::string(badRow), {{"path", "guest"}, {"reason", "missing"}});
    return readWhole<Guest>(parser.release(), badRow, Strictness::SkipUnknown);
}

} // namespace deskbell::protocol
