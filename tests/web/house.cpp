// Makes a database with one house that has something of every workflow, for tests of the guests' pages
// and for pictures of them: `web_house DATABASE DATE`. Prints the property's id.

#include <iostream>
#include <random>

#include "server/gateway/tokens.h"
#include "server/storage/sqlitestorage.h"

using namespace deskbell;

namespace {

struct Set
{
    const char *code;
    const char *name;
    Workflow workflow;
    int capacity;
    std::int64_t price;
    int guests;
};

constexpr Set sets[] = {
    {"SEA", "바다 전망 더블 Sea View Double", workflows::prepaid, 3, 128'000, 2},
    {"GDN", "정원 스위트 Garden Suite", workflows::instant, 2, 214'000, 4},
    {"HAN", "한옥 온돌방 Hanok Room", workflows::onRequest, 2, 156'000, 3},
    {"STD", "스탠더드 싱글 Standard Single", workflows::payAtHotel, 4, 82'000, 1},
    {"SHOW", "뮤지컬 〈등대지기〉 The Lighthouse Keeper", workflows::ticket, 40, 66'000, 1},
    {"BOOK", "『소년이 온다』 Human Acts", workflows::loan, 2, 0, 1},
};

} // namespace

int main(int argc, char **argv)
{
    const auto today = argc == 3 ? parseDate(argv[2]) : Expected<Date>(failure("usage"));
    if (!today || !server::prepareCryptography()) {
        std::cerr << "usage: web_house DATABASE DATE\n";
        return 2;
    }
    std::mt19937_64 random(1);
    const auto id = [&random] { return makeUuidV7(Instant{}, [&random] { return random(); }); };
    Property house{{id()}, 1, "등대 호텔 Lighthouse Hotel", "Asia/Seoul", *parseCurrency("KRW"), *today};
    std::vector<protocol::Row> rows{house};
    int order = 0;
    for (const Set &set : sets) {
        Offering offering{{id()},       1,         set.code,   set.name, set.workflow,
                          set.capacity, set.price, set.guests, ++order};
        if (set.workflow == workflows::ticket)
            offering.startsAt = LocalMinute(*today + Days{10}) + std::chrono::minutes(19 * 60 + 30);
        rows.emplace_back(offering);
        const bool isLoan = set.workflow.unit == UnitTiming::BeforeConfirmation;
        const int units = set.workflow.unit == UnitTiming::None ? 0 : isLoan ? 1 : set.capacity;
        for (int n = 1; n <= units; ++n)
            rows.emplace_back(Unit{{id()},
                                   1,
                                   offering.id,
                                   isLoan ? "항구 분관" : std::to_string(100 * order + n),
                                   order,
                                   10 * order + n});
    }
    server::SqliteOptions options;
    options.file = argv[1];
    const auto storage = server::openSqliteStorage(
        options,
        {[] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); },
         [&random] { return random(); }});
    if (!storage || !(*storage)->load(house.id, std::move(rows), server::Loading::Begin)) {
        std::cerr << "cannot make " << argv[1] << '\n';
        return 1;
    }
    std::cout << toString(house.id) << std::endl;
    return 0;
}
