#pragma once

// A prepared statement of PostgreSQL. It is prepared on its first use, in the same trip; values and
// results travel in binary. Owned by its connection and as bound to one thread.

#include <vector>

#include "domain/uuid.h"
#include "server/storage/postgres/pgconnection.h"

namespace deskbell::server {

class PgStatement : public Statement
{
public:
    PgStatement(PgConnection &connection, const char *sql, std::size_t number);

    void bind(int parameter, std::int64_t value) override;
    void bind(int parameter, std::string_view text) override;
    void bind(int parameter, std::span<const std::uint8_t> bytes) override;
    void bindNull(int parameter) override;
    /// A bytea[]: what `= ANY (?)` asks for.
    void bind(int parameter, const std::vector<Uuid> &ids);
    /// A bigint[].
    void bind(int parameter, const std::vector<std::int64_t> &values);

    void ask() override;
    bool next() override;
    int run() override;
    void post(const Error *refusal) override;
    void stream() override { m_isStreaming = true; }
    /// What the server says it has done: "COMMIT".
    std::string_view tag() const { return PQcmdStatus(m_result.get()); }
    bool isNull(int column) const override;
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    std::span<const std::uint8_t> blob(int column) const override;
    void release() noexcept override;

    /// The connection hands over an answer.
    void receive(PgConnection::Result result) { m_result = std::move(result); }
    void forgetPreparation() { m_isPrepared = false; }

private:
    struct Parameter
    {
        Oid type = 0; ///< 0: as the server infers it
        bool isNull = true;
        std::string value;
    };

    Parameter &parameter(int index);
    void bind(int index, Oid type, std::string_view value);
    /// The values as libpq takes them, for `sql` or, without it, for this statement prepared.
    void send(const char *sql, PgConnection::Sent what);
    void prepare();
    void fetch();

    PgConnection &m_connection;
    const std::string m_sql;
    const std::string m_name;
    const bool m_isWriting;
    bool m_isPrepared = false;
    bool m_isStreaming = false;
    bool m_isAsked = false;
    std::vector<Parameter> m_parameters;
    PgConnection::Result m_result{nullptr, PQclear};
    int m_row = -1;
};

} // namespace deskbell::server
