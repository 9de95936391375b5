#pragma once

// Random values of everything that is described, member by member, so that no sample can forget one.

#include <rapidcheck.h>

#include "domain/entities.h"

namespace deskbell::random {

/// Text as it may come: quotes, backslashes, line breaks, Korean, an emoji; always UTF-8.
inline rc::Gen<std::string> text()
{
    const auto piece =
        rc::gen::element<std::string>("a", "Z", "\"", "\\", "/", "\n", "\t", "\x01", "\x1f", "\x7f", "é",
                                      "김", "🛏", " ", "{", "}", "\u2028", "0", "null", "~");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const auto &pieces) {
        std::string joined;
        for (const auto &one : pieces)
            joined += one;
        return joined;
    });
}

inline rc::Gen<Uuid> uuid()
{
    return rc::gen::map(rc::gen::container<std::array<std::uint8_t, 16>>(rc::gen::arbitrary<std::uint8_t>()),
                        [](const auto &bytes) { return Uuid{bytes}; });
}

enum class Filling {
    Any,  ///< optional members may be empty, lists and texts too
    Full, ///< every member is set to something else than its default
};

/// Fills the members of a value, and theirs.
class Filler
{
public:
    explicit Filler(Filling filling) : m_filling(filling) {}

    template <typename T>
    void operator()(std::string_view, T &member)
    {
        const T initial = member;
        do
            fill(member);
        while (m_filling == Filling::Full && member == initial);
    }
    void maybe(std::string_view name, auto &member) { (*this)(name, member); }

    void fill(std::string &value) { value = take(text()); }
    void fill(std::integral auto &value)
    {
        value = take(rc::gen::arbitrary<std::remove_cvref_t<decltype(value)>>());
    }
    template <Named Enum>
    void fill(Enum &value)
    {
        // A smaller size leaves the last values out.
        value = static_cast<Enum>(*rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, countOf<Enum>)));
    }
    template <typename Tag>
    void fill(Id<Tag> &value)
    {
        value.value = take(uuid());
    }
    void fill(Date &value) { value = Date{Days{take(rc::gen::inRange(-20000, 300000))}}; }
    void fill(Instant &value)
    {
        value = Instant{std::chrono::milliseconds{
            take(rc::gen::inRange<std::int64_t>(-2'000'000'000'000, 30'000'000'000'000))}};
    }
    void fill(LocalMinute &value)
    {
        Date day;
        fill(day);
        value = day + std::chrono::minutes{take(rc::gen::inRange(0, 24 * 60))};
    }
    void fill(Currency &value)
    {
        value = *parseCurrency(take(rc::gen::element<std::string>("EUR", "KRW", "KWD")));
    }
    void fill(WorkflowName &value)
    {
        value = WorkflowName(take(rc::gen::element<std::string>("prepaid", "loan", "of-a-newer-version")));
    }
    void fill(std::chrono::minutes &value)
    {
        value = std::chrono::minutes(take(rc::gen::inRange(0, mostPayWithinMinutes)));
    }
    /// Often a preset, which travels by its name.
    void fill(Workflow &value)
    {
        if (m_filling == Filling::Any && *rc::gen::arbitrary<bool>())
            value = workflows::all[take(rc::gen::inRange<std::size_t>(0, workflows::all.size()))];
        else
            describe(*this, value);
    }
    void fill(Described auto &value) { describe(*this, value); }
    template <typename T>
    void fill(std::optional<T> &value)
    {
        value.reset();
        if (m_filling == Filling::Full || *rc::gen::arbitrary<bool>())
            fill(value.emplace());
    }
    template <typename T>
    void fill(std::vector<T> &values)
    {
        values = std::vector<T>(take(rc::gen::inRange<std::size_t>(0, 4)));
        for (T &value : values)
            fill(value);
    }

private:
    /// Small values are all alike: a full value needs the larger ones.
    template <typename T>
    T take(const rc::Gen<T> &generator) const
    {
        return m_filling == Filling::Full ? *rc::gen::resize(40, generator) : *generator;
    }

    Filling m_filling;
};

template <typename T>
T any()
{
    T value{};
    Filler(Filling::Any).fill(value);
    return value;
}

template <typename T>
T full()
{
    T value{};
    Filler(Filling::Full).fill(value);
    return value;
}

inline Row row(Filling filling = Filling::Any)
{
    return visitEntity(
        static_cast<Entity>(*rc::gen::inRange<std::size_t>(0, entityCount)),
        [&]<typename Kind>() -> Row { return filling == Filling::Any ? any<Kind>() : full<Kind>(); });
}

} // namespace deskbell::random
