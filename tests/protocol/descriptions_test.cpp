// The list of a struct's members has all of them, and what is derived from it leaves none out.

#include <boost/pfr.hpp>
#include <boost/type_index.hpp>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "protocol/commands.h"
#include "protocol/rows.h"
#include "support/randomvalues.h"

namespace deskbell::protocol {
namespace {

struct Counter
{
    std::size_t members = 0;
    void operator()(std::string_view, const auto &) { ++members; }
    void maybe(std::string_view, const auto &) { ++members; }
};

template <typename T>
void expectAllMembersListed()
{
    Counter counter;
    const T value{};
    describe(counter, value);
    EXPECT_EQ(counter.members, boost::pfr::tuple_size_v<T>) << boost::typeindex::type_id<T>().pretty_name();
}

TEST(Descriptions, listEveryMemberOfEveryStruct)
{
    forEachEntity([]<typename Kind>() { expectAllMembersListed<Kind>(); });
    forEachType(Commands(), []<typename Args>() { expectAllMembersListed<Args>(); });
    forEachType(TypeList<Guest, Refund, Payment, Notice, HistoryEntry, UnitNights, Stay, Money, OrderPayment,
                         Workflow, WorkflowTerms>(),
                []<typename T>() { expectAllMembersListed<T>(); });
}

/// The names of the members of a value and of theirs.
struct Names
{
    std::vector<std::string> names;

    template <typename T>
    void operator()(std::string_view name, const T &member)
    {
        names.emplace_back(name);
        if constexpr (Described<T>)
            describe(*this, member);
    }
    void maybe(std::string_view name, const auto &member) { (*this)(name, member); }
};

TEST(Descriptions, ofAFullRowAreAllWrittenAndRead)
{
    forEachEntity([]<typename Kind>() {
        EXPECT_TRUE(rc::check([] {
            const Row row = random::full<Kind>();
            const std::string text = encodeRow(row);
            Names members;
            describe(members, std::get<Kind>(row));
            for (const std::string &name : members.names)
                RC_ASSERT(text.find('"' + name + "\":") != std::string::npos);
            RC_ASSERT(decodeRow(std::string_view(text)) == row);
        })) << Kind::entityName;
    });
}

TEST(Descriptions, ofAFullCommandAreAllWrittenAndRead)
{
    forEachType(Commands(), []<typename Args>() {
        EXPECT_TRUE(rc::check([] {
            Command command;
            command.id.value = makeNamedUuid(*random::uuid(), "never null");
            command.args = random::full<Args>();
            command.lane = laneOf(command.args);
            const std::string text = encodeCommand(command);
            Names members;
            describe(members, std::get<Args>(command.args));
            for (const std::string &name : members.names)
                RC_ASSERT(text.find('"' + name + "\":") != std::string::npos);
            RC_ASSERT(decodeCommand(std::string_view(text)) == command);
        })) << Args::spec.name;
    });
}

} // namespace
} // namespace deskbell::protocol
