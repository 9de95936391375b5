// The grouping writer: one transaction for many writes, and none of them harmed by another.

#include <gmock/gmock.h>

#include "server/storage/sql/groupwriter.h"
#include "server/storage/sql/query.h"
#include "server/storage/sqlite/sqliteconnection.h"
#include "server/storagefixture.h"

using namespace deskbell;
using namespace deskbell::server;
using namespace deskbell::server::testing;

namespace {

class Groups : public ::testing::Test
{
protected:
    Groups()
    {
        SqliteConnection connection(m_folder / "group.db", Connection::Access::Write);
        connection.execute("CREATE TABLE line (n INTEGER PRIMARY KEY, text TEXT) STRICT");
    }
    std::unique_ptr<Connection> open() const
    {
        return std::make_unique<SqliteConnection>(m_folder / "group.db", Connection::Access::Write);
    }
    int count()
    {
        SqliteConnection connection(m_folder / "group.db", Connection::Access::Read);
        Query query(connection, "SELECT count(*) FROM line");
        query.next();
        return query.number<int>(0);
    }
    static void insert(Connection &connection, int n, const std::string &text = "x")
    {
        Query(connection, "INSERT INTO line (n, text) VALUES (?, ?)", n, text).run();
    }
    /// Posts a job that holds the writer until all others are queued, so that they form one group.
    void postTogether(GroupWriter &writer, std::vector<GroupWriter::Job> jobs)
    {
        std::promise<void> begun;
        std::promise<void> queued;
        std::promise<void> done;
        auto go = queued.get_future().share();
        writer.post({[&begun, go](Connection &) {
                         begun.set_value();
                         go.wait();
                     },
                     [](const Error *) {}});
        begun.get_future().wait();
        for (auto &job : jobs)
            writer.post(std::move(job));
        writer.post({[](Connection &) {}, [&done](const Error *) { done.set_value(); }});
        queued.set_value();
        done.get_future().wait();
    }

    TemporaryFolder m_folder;
};

TEST_F(Groups, oneThatFailsTakesNoOtherDown)
{
    std::atomic<int> rolledBack{0};
    GroupWriter writer({[this] { return open(); }, {}, {}, [&] { ++rolledBack; }}, {});
    std::vector<std::string> errors(5);
    std::vector<GroupWriter::Job> jobs;
    for (int i = 0; i < 5; ++i) {
        jobs.push_back({[i](Connection &connection) {
                            insert(connection, 10 + i);
                            insert(connection, i == 2 ? 10 : 100 + i); // the third repeats a key
                        },
                        [&errors, i](const Error *error) {
                            errors[static_cast<std::size_t>(i)] = error ? error->code : "kept";
                        }});
    }
    postTogether(writer, std::move(jobs));
    EXPECT_THAT(errors, ::testing::ElementsAre("kept", "kept", "storage-constraint", "kept", "kept"));
    EXPECT_EQ(count(), 8);
    EXPECT_EQ(rolledBack, 1);
}

TEST_F(Groups, oneTooLargeForTheDiskTakesNoOtherDown)
{
    auto connection = open();
    connection->execute("PRAGMA max_page_count = 64");
    GroupWriter writer({[&connection] { return std::move(connection); }}, {});
    std::vector<std::string> errors(3);
    std::vector<GroupWriter::Job> jobs;
    for (int i = 0; i < 3; ++i) {
        const std::size_t size = i == 1 ? 1'000'000 : 10;
        jobs.push_back({[i, text = std::string(size, 'x')](Connection &other) { insert(other, i, text); },
                        [&errors, i](const Error *error) {
                            errors[static_cast<std::size_t>(i)] = error ? error->code : "kept";
                        }});
    }
    postTogether(writer, std::move(jobs));
    EXPECT_THAT(errors, ::testing::ElementsAre("kept", "storage-full", "kept"));
    EXPECT_EQ(count(), 2);
}

TEST_F(Groups, theAnswersComeInTheOrderOfTheWritesAndAfterTheCommit)
{
    GroupWriter writer({[this] { return open(); }, {}, {}, [] {}}, {});
    std::vector<int> order;
    std::vector<int> seen;
    std::vector<GroupWriter::Job> jobs;
    for (int i = 0; i < 20; ++i)
        jobs.push_back({[i](Connection &connection) { insert(connection, i); },
                        [&, i](const Error *) {
                            order.push_back(i);
                            seen.push_back(count());
                        }});
    postTogether(writer, std::move(jobs));
    EXPECT_EQ(order.size(), 20u);
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
    for (int i = 0; i < 20; ++i)
        EXPECT_GT(seen[static_cast<std::size_t>(i)], i) << "another connection sees it when it is answered";
}

TEST_F(Groups, aFullQueueAndAStoppedWriterRefuse)
{
    GroupWriter writer({[this] { return open(); }, {}, {}, [] {}}, {8, 2, {}});
    std::promise<void> begun;
    std::promise<void> go;
    auto wait = go.get_future().share();
    writer.post({[&begun, wait](Connection &) {
                     begun.set_value();
                     wait.wait();
                 },
                 [](const Error *) {}});
    begun.get_future().wait();
    std::vector<std::string> errors;
    std::mutex mutex;
    const auto job = [&] {
        return GroupWriter::Job{[](Connection &) {},
                                [&](const Error *error) {
                                    const std::lock_guard lock(mutex);
                                    errors.push_back(error ? error->code : "kept");
                                }};
    };
    for (int i = 0; i < 3; ++i)
        writer.post(job());
    go.set_value();
    writer.stop();
    writer.post(job());
    EXPECT_THAT(errors, ::testing::ElementsAre("storage-busy", "kept", "kept", "storage-stopped"));
}

/// A server that goes away while it commits.
class GoneConnection : public SqliteConnection
{
public:
    using SqliteConnection::SqliteConnection;
    bool isLost() const override { return m_isLost; }
    std::optional<CommitToken> leaveToken() override { return CommitToken{}; }
    void commit() override
    {
        m_isLost = true;
        throw StorageFailure(StorageFailure::Kind::Transaction, Error{"storage-lost", {}});
    }

private:
    bool m_isLost = false;
};

TEST_F(Groups, aWriterThatStopsWaitsForNoServerThatIsGoneAndSaysWhatIsNotKnown)
{
    std::atomic<int> asked{0};
    GroupWriter::Around around;
    around.connect = [&]() -> std::unique_ptr<Connection> {
        if (++asked > 1)
            throw StorageFailure(StorageFailure::Kind::Transaction, Error{"storage-lost", {}});
        return std::make_unique<GoneConnection>(m_folder / "group.db", Connection::Access::Write);
    };
    GroupWriter::Limits limits;
    limits.maxGroup = 1;
    limits.maxReconnecting = std::chrono::minutes(2);
    GroupWriter writer(std::move(around), limits);
    std::vector<std::string> errors;
    for (int i = 0; i < 2; ++i)
        writer.post({[i](Connection &connection) { insert(connection, i); },
                     [&](const Error *error) { errors.push_back(error ? error->code : "kept"); }});
    while (asked < 3)
        std::this_thread::yield();
    const auto began = std::chrono::steady_clock::now();
    writer.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::minutes(1));
    EXPECT_THAT(errors, ::testing::ElementsAre("storage-away", "storage-unknown"))
        << "who waits behind it hears at once, and nobody is told that nothing was done";
    EXPECT_EQ(count(), 0);
}

} // namespace
