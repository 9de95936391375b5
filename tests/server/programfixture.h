#pragma once

// A database with a hotel, to run the real programs on.

#include <fstream>
#include <map>

#include "server/gatewayfixture.h"
#include "support/childprocess.h"

namespace deskbell::server::testing {

using namespace std::chrono_literals;
using deskbell::test::ChildProcess;

class Program : public ::testing::TestWithParam<DiskFactory>
{
protected:
    void SetUp() override
    {
        if (!ChildProcess::isSupported())
            GTEST_SKIP() << "no child processes on this system";
        const bool isOnEvery = ::testing::UnitTest::GetInstance()->current_test_info()->value_param();
        m_disk = isOnEvery ? GetParam()() : onSqlite();
        TestClock clock;
        const auto storage = m_disk->open(clock, nullptr);
        ASSERT_TRUE(storage);
        ASSERT_TRUE(storage->load(m_hotel.property, m_hotel.rows(), Loading::Begin));
    }
    std::string database() const { return m_disk->address(); }
    std::string write(const std::string &name, const std::string &text) const
    {
        std::ofstream(m_folder / name) << text;
        return (m_folder / name).string();
    }
    /// Runs deskbelld to its end: its exit status, and what it said.
    std::pair<int, std::string> run(std::vector<std::string> arguments, const std::string &input = {})
    {
        ChildProcess process;
        EXPECT_TRUE(process.start(DESKBELLD_PROGRAM, arguments, m_environment, input));
        const int status = process.exitStatus().value_or(-1);
        return {status, process.output()};
    }
    std::uint16_t serve(ChildProcess &process, std::vector<std::string> more = {})
    {
        std::vector<std::string> arguments{"serve", "--db", database(), "--listen", "127.0.0.1:0"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        EXPECT_TRUE(process.start(DESKBELLD_PROGRAM, arguments, m_environment));
        const auto url = process.lineBeginning("listening on http://127.0.0.1:");
        EXPECT_TRUE(url) << process.output();
        return static_cast<std::uint16_t>(std::stoi(url.value_or("0")));
    }
    void addClerk()
    {
        ASSERT_EQ(run({"account", "add", "anna", "--role", "clerk", "--db", database()}, password).first, 0);
    }

    std::map<std::string, std::string> m_environment{{"DESKBELL_PAYMENT_SECRET", "test_sk"}};
    const std::string password = "a long enough password\n";
    TemporaryFolder m_folder;
    std::unique_ptr<Disk> m_disk;
    SmallHotel m_hotel;
};

} // namespace deskbell::server::testing
