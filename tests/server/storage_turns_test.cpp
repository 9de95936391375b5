// How often something may be tried, counted in the database for all processes on it.

#include <thread>

#include "server/storagefixture.h"

namespace deskbell::server::testing {
namespace {

using namespace std::chrono_literals;

class StoredTurns : public StorageTest
{
protected:
    static Turns turns(std::uint8_t number, std::int64_t burst = 3, std::chrono::milliseconds every = 10s)
    {
        return {TokenHash{number}, burst, every};
    }
    /// How long to wait; none: it was taken.
    std::optional<std::chrono::milliseconds> take(const std::vector<Turns> &all)
    {
        return m_storage->takeTurns(all, m_clock.now).value();
    }
    void pass(std::chrono::milliseconds time) { m_clock.now = m_clock.now.load() + time; }
};

DESKBELL_ON_EVERY_DATABASE(StoredTurns);

TEST_P(StoredTurns, aBurstIsThereAtOnceAndThenOneAfterAnother)
{
    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(take({turns(1)})) << i;
    EXPECT_EQ(take({turns(1)}), 10s);
    EXPECT_FALSE(take({turns(2)})) << "another's are another's";
    pass(9'999ms);
    EXPECT_EQ(take({turns(1)}), 1ms) << "who is refused takes nothing";
    pass(1ms);
    EXPECT_FALSE(take({turns(1)}));
    EXPECT_EQ(take({turns(1)}), 10s);
    pass(1h);
    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(take({turns(1)})) << "no more than a burst is saved up: " << i;
    EXPECT_EQ(take({turns(1)}), 10s);
}

TEST_P(StoredTurns, ofSeveralTheFirstThatHasNoneSaysHowLong)
{
    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(take({turns(1), turns(2, 100)}));
    EXPECT_EQ(take({turns(2, 100), turns(1), turns(3, 1)}), 10s);
    EXPECT_FALSE(take({turns(3, 1)})) << "what comes after it is not touched";
    EXPECT_FALSE(take({turns(2, 4)})) << "nor what came before";
    EXPECT_EQ(take({turns(2, 4)}), 10s);
}

TEST_P(StoredTurns, givenBackAllAreThereAgain)
{
    for (int i = 0; i < 3; ++i)
        take({turns(1), turns(2)});
    ASSERT_TRUE(m_storage->giveTurnsBack(turns(1).key));
    EXPECT_FALSE(take({turns(1)}));
    EXPECT_TRUE(take({turns(2)}));
}

TEST_P(StoredTurns, outliveAProcessAndAreForgottenWhenAllAreThereAgain)
{
    for (int i = 0; i < 3; ++i)
        take({turns(1)});
    reopen();
    EXPECT_TRUE(take({turns(1)}));
    ASSERT_TRUE(m_storage->prune(m_clock.now, Days(30)));
    EXPECT_TRUE(take({turns(1)})) << "not while they count";
    ASSERT_TRUE(m_storage->prune(m_clock.now.load() + 1h, Days(30)));
    EXPECT_FALSE(take({turns(1)}));
}

TEST_P(StoredTurns, manyWhoTryAtOnceGetNoMoreThanThereAre)
{
    std::atomic<int> taken = 0;
    std::vector<std::thread> threads;
    for (std::uint8_t each = 0; each < 8; ++each)
        threads.emplace_back([&, each] {
            for (int i = 0; i < 20; ++i)
                taken += take({turns(1, 40), turns(static_cast<std::uint8_t>(100 + each), 1'000)}) ? 0 : 1;
        });
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(taken, 40);
}

} // namespace
} // namespace deskbell::server::testing
