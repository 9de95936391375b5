#include "server/storage/postgres/pgstatement.h"

#include <cstdlib>

#include "server/storage/postgres/dialect.h"

namespace deskbell::server {
namespace {

// pg_type.dat: these numbers are part of PostgreSQL's wire protocol.
constexpr Oid byteaType = 17;
constexpr Oid bigintType = 20;
constexpr Oid textType = 25;
constexpr Oid byteaArrayType = 1001;
constexpr Oid bigintArrayType = 1016;

/// Of a streamed result at once.
constexpr int rowsFetched = 512;

template <typename Integer>
void append(std::string &out, Integer value)
{
    for (int shift = static_cast<int>(sizeof(Integer) - 1) * 8; shift >= 0; shift -= 8)
        out += static_cast<char>(static_cast<std::uint64_t>(value) >> shift & 0xff);
}

/// The head of an array of one dimension.
std::string arrayOf(Oid element, std::size_t size)
{
    std::string out;
    append<std::int32_t>(out, size > 0 ? 1 : 0);
    append<std::int32_t>(out, 0); // no nulls
    append<std::int32_t>(out, static_cast<std::int32_t>(element));
    if (size > 0) {
        append<std::int32_t>(out, static_cast<std::int32_t>(size));
        append<std::int32_t>(out, 1);
    }
    return out;
}

} // namespace

PgStatement::PgStatement(PgConnection &connection, const char *sql, std::size_t number)
    : m_connection(connection), m_sql(numberedParameters(sql)), m_name('s' + std::to_string(number)),
      m_isWriting(!m_sql.starts_with("SELECT"))
{
}

PgStatement::Parameter &PgStatement::parameter(int index)
{
    const auto place = static_cast<std::size_t>(index);
    if (m_parameters.size() <= place)
        m_parameters.resize(place + 1);
    return m_parameters[place];
}

void PgStatement::bind(int index, Oid type, std::string_view value)
{
    Parameter &bound = parameter(index);
    bound.type = type;
    bound.isNull = false;
    bound.value = value;
}

void PgStatement::bind(int index, std::int64_t value)
{
    std::string bytes;
    append(bytes, value);
    bind(index, bigintType, bytes);
}

void PgStatement::bind(int index, std::string_view text)
{
    bind(index, textType, text);
}

void PgStatement::bind(int index, std::span<const std::uint8_t> bytes)
{
    bind(index, byteaType, {reinterpret_cast<const char *>(bytes.data()), bytes.size()});
}

void PgStatement::bindNull(int index)
{
    parameter(index).isNull = true;
}

void PgStatement::bind(int index, const std::vector<Uuid> &ids)
{
    std::string out = arrayOf(byteaType, ids.size());
    for (const Uuid &id : ids) {
        append<std::int32_t>(out, static_cast<std::int32_t>(id.bytes.size()));
        out.append(reinterpret_cast<const char *>(id.bytes.data()), id.bytes.size());
    }
    bind(index, byteaArrayType, out);
}

void PgStatement::bind(int index, const std::vector<std::int64_t> &values)
{
    std::string out = arrayOf(bigintType, values.size());
    for (const std::int64_t value : values) {
        append<std::int32_t>(out, 8);
        append(out, value);
    }
    bind(index, bigintArrayType, out);
}

void PgStatement::prepare()
{
    std::vector<Oid> types;
    for (const Parameter &bound : m_parameters)
        types.push_back(bound.type);
    PgConnection::Sent what;
    what.prepared = this;
    m_connection.sent(PQsendPrepare(m_connection.handle(), m_name.c_str(), m_sql.c_str(),
                                    static_cast<int>(types.size()), types.data()),
                      std::move(what));
    m_isPrepared = true;
}

void PgStatement::send(const char *sql, PgConnection::Sent what)
{
    const std::size_t count = m_parameters.size();
    std::vector<Oid> types(count);
    std::vector<const char *> values(count);
    std::vector<int> lengths(count);
    const std::vector<int> formats(count, 1);
    for (std::size_t i = 0; i < count; ++i) {
        const Parameter &bound = m_parameters[i];
        types[i] = bound.type;
        if (!bound.isNull)
            values[i] = bound.value.data();
        lengths[i] = static_cast<int>(bound.value.size());
    }
    PGconn *handle = m_connection.handle();
    const int number = static_cast<int>(count);
    const int isFine = sql ? PQsendQueryParams(handle, sql, number, types.data(), values.data(),
                                               lengths.data(), formats.data(), 1)
                           : PQsendQueryPrepared(handle, m_name.c_str(), number, values.data(),
                                                 lengths.data(), formats.data(), 1);
    m_connection.sent(isFine, std::move(what));
}

void PgStatement::ask()
{
    m_isAsked = true;
    PgConnection::Sent what;
    if (m_isStreaming) {
        const std::string declare = "DECLARE " + m_name + "_rows NO SCROLL CURSOR FOR " + m_sql;
        send(declare.c_str(), std::move(what));
        fetch();
        return;
    }
    if (!m_isPrepared)
        prepare();
    if (m_isWriting)
        ++m_connection.m_written;
    what.receiver = this;
    send(nullptr, std::move(what));
}

void PgStatement::fetch()
{
    m_result.reset();
    m_row = -1;
    const std::string sql = "FETCH " + std::to_string(rowsFetched) + " FROM " + m_name + "_rows";
    PgConnection::Sent what;
    what.receiver = this;
    m_connection.sent(
        PQsendQueryParams(m_connection.handle(), sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 1),
        std::move(what));
}

bool PgStatement::next()
{
    if (!m_isAsked)
        ask();
    if (m_isStreaming && m_row + 1 == rowsFetched)
        fetch();
    if (!m_result)
        m_connection.settle();
    return ++m_row < PQntuples(m_result.get());
}

int PgStatement::run()
{
    next();
    return std::atoi(PQcmdTuples(m_result.get()));
}

void PgStatement::post(const Error *refusal)
{
    if (!m_isPrepared)
        prepare();
    ++m_connection.m_written;
    PgConnection::Sent what;
    if (refusal)
        what.refusal = *refusal;
    send(nullptr, std::move(what));
    if (m_connection.isCareful()) // and wants to know which one failed
        m_connection.settle();
}

void PgStatement::release() noexcept
{
    if (m_isAsked && !m_result)
        m_connection.detach(this);
    m_result.reset();
    m_row = -1;
    m_isAsked = false;
    m_isStreaming = false;
}

bool PgStatement::isNull(int column) const
{
    return PQgetisnull(m_result.get(), m_row, column) != 0;
}

std::int64_t PgStatement::integer(int column) const
{
    const auto bytes = blob(column);
    // An int2 or int4 (a literal) as well as an int8; a boolean is one byte.
    std::int64_t value = !bytes.empty() && bytes.size() > 1 && (bytes[0] & 0x80) ? -1 : 0;
    for (const std::uint8_t byte : bytes)
        value = static_cast<std::int64_t>(static_cast<std::uint64_t>(value) << 8 | byte);
    return value;
}

std::string_view PgStatement::text(int column) const
{
    return {PQgetvalue(m_result.get(), m_row, column),
            static_cast<std::size_t>(PQgetlength(m_result.get(), m_row, column))};
}

std::span<const std::uint8_t> PgStatement::blob(int column) const
{
    const auto value = text(column);
    return {reinterpret_cast<const std::uint8_t *>(value.data()), value.size()};
}

} // namespace deskbell::server
