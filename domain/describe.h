#pragma once

// The members of a value, listed once beside its struct and in its order:
//   void describe(auto &visit, Of<Stay> auto &stay)
//   {
//       visit("arrival", stay.arrival);
//       visit("departure", stay.departure);
//   }
// Whatever needs all members visits that list: the JSON of the protocol, the cache, the audit, the schema in
// docs/openapi.yaml and the random values of tests. visit(name, member) is always there; visit.maybe(name,
// member) is left out of JSON when it holds its type's default.

#include <concepts>
#include <string_view>
#include <type_traits>
#include <vector>

namespace deskbell {

/// `T` is `Struct`, const or not: one list serves writing and reading.
template <typename T, typename Struct>
concept Of = std::same_as<std::remove_const_t<T>, Struct>;

/// Does nothing with any member.
struct NoVisitor
{
    void operator()(std::string_view, const auto &) {}
    void maybe(std::string_view, const auto &) {}
};

/// A struct with a list of its members.
template <typename T>
concept Described = std::is_class_v<T> && requires(NoVisitor &visit, T &value)
{
    describe(visit, value);
};

/// Remembers where the members of a value are, in their order.
struct MemberPlaces
{
    std::vector<const void *> places;

    void operator()(std::string_view, const auto &member) { places.push_back(&member); }
    void maybe(std::string_view, const auto &member) { places.push_back(&member); }
};

/// Visits the members of a second value of that kind together with those of the first.
template <typename Visit>
struct MemberPairs
{
    Visit &visit;
    std::vector<const void *>::const_iterator next;

    template <typename Member>
    void operator()(std::string_view name, const Member &member)
    {
        visit(name, *static_cast<const Member *>(*next++), member);
    }
    void maybe(std::string_view name, const auto &member) { (*this)(name, member); }
};

/// Calls visit(name, member of `a`, the same member of `b`) for each member.
template <Described T, typename Visit>
void describeBoth(const T &a, const T &b, Visit &&visit)
{
    MemberPlaces first;
    describe(first, a);
    MemberPairs<Visit> pairs{visit, first.places.cbegin()};
    describe(pairs, b);
}

} // namespace deskbell
