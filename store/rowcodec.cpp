#include "store/rowcodec.h"

#include <concepts>
#include <cstring>
#include <type_traits>

#include "domain/describe.h"

namespace deskbell::store {

namespace {

/// Packs the described members in their order.
class Packer
{
public:
    explicit Packer(Blob &out) : m_out(out) { m_out.clear(); }

    template <typename T>
    void operator()(std::string_view, const T &member)
    {
        put(member);
    }
    template <typename T>
    void maybe(std::string_view, const T &member)
    {
        put(member);
    }

private:
    void putNumber(std::uint64_t value)
    {
        while (value >= 0x80) {
            m_out.push_back(static_cast<std::uint8_t>(value) | 0x80);
            value >>= 7;
        }
        m_out.push_back(static_cast<std::uint8_t>(value));
    }
    void putText(std::string_view value)
    {
        putNumber(value.size());
        m_out.insert(m_out.end(), value.begin(), value.end());
    }
    void put(std::unsigned_integral auto value) { putNumber(value); }
    void put(std::signed_integral auto value)
    {
        const auto bits = static_cast<std::uint64_t>(std::int64_t{value});
        putNumber(bits << 1 ^ (value < 0 ? ~std::uint64_t{0} : 0));
    }
    void put(Named auto value) { putNumber(static_cast<std::uint64_t>(value)); }
    void put(const std::string &value) { putText(value); }
    void put(const WorkflowName &name) { putText(name); }
    void put(std::chrono::minutes minutes) { put(std::int64_t{minutes.count()}); }
    template <typename Clock, typename Duration>
    void put(std::chrono::time_point<Clock, Duration> time)
    {
        put(std::int64_t{time.time_since_epoch().count()});
    }
    void put(const Currency &currency)
    {
        m_out.insert(m_out.end(), currency.code.begin(), currency.code.end());
    }
    template <typename Tag>
    void put(const Id<Tag> &id)
    {
        m_out.insert(m_out.end(), id.value.bytes.begin(), id.value.bytes.end());
    }
    template <typename T>
    void put(const std::optional<T> &value)
    {
        put(value.has_value());
        if (value)
            put(*value);
    }
    template <typename T>
    void put(const std::vector<T> &values)
    {
        putNumber(values.size());
        for (const T &value : values)
            put(value);
    }
    void put(const Described auto &value) { describe(*this, value); }

    Blob &m_out;
};

/// The other way. Reads to the end or fails once: after a failure everything reads as nothing.
class Unpacker
{
public:
    explicit Unpacker(Bytes in) : m_in(in) {}

    bool isAtEnd() const { return m_isSound && m_in.empty(); }

    template <typename T>
    void operator()(std::string_view, T &member)
    {
        take(member);
    }
    template <typename T>
    void maybe(std::string_view, T &member)
    {
        take(member);
    }

private:
    std::uint64_t takeNumber()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_in.empty())
                return fail();
            const std::uint8_t byte = m_in.front();
            m_in = m_in.subspan(1);
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                return value;
        }
        return fail();
    }
    std::int64_t takeSigned()
    {
        const std::uint64_t bits = takeNumber();
        return static_cast<std::int64_t>(bits >> 1 ^ (bits & 1 ? ~std::uint64_t{0} : 0));
    }
    std::string_view takeText()
    {
        const Bytes bytes = takeBytes(takeNumber());
        return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
    }
    void take(bool &value) { value = takeNumber() == 1; }
    template <std::unsigned_integral T>
    void take(T &value)
    {
        value = static_cast<T>(takeNumber());
    }
    template <std::signed_integral T>
    void take(T &value)
    {
        value = static_cast<T>(takeSigned());
    }
    template <Named T>
    void take(T &value)
    {
        const std::uint64_t number = takeNumber();
        value = static_cast<T>(number < static_cast<std::uint64_t>(countOf<T>) ? number : fail());
    }
    void take(std::string &value) { value = takeText(); }
    void take(WorkflowName &name)
    {
        const std::string_view text = takeText();
        name = WorkflowName(text.size() <= WorkflowName::longest ? text : std::string_view());
    }
    void take(std::chrono::minutes &minutes) { minutes = std::chrono::minutes(takeSigned()); }
    template <typename Clock, typename Duration>
    void take(std::chrono::time_point<Clock, Duration> &time)
    {
        time = std::chrono::time_point<Clock, Duration>(
            Duration(static_cast<typename Duration::rep>(takeSigned())));
    }
    void take(Currency &currency) { copy(currency.code); }
    template <typename Tag>
    void take(Id<Tag> &id)
    {
        copy(id.value.bytes);
    }
    template <typename T>
    void take(std::optional<T> &value)
    {
        if (takeNumber() == 1)
            take(value.emplace());
        else
            value.reset();
    }
    template <typename T>
    void take(std::vector<T> &values)
    {
        const std::uint64_t count = takeNumber(); // each is at least a byte long
        values.resize(count <= m_in.size() ? static_cast<std::size_t>(count) : fail());
        for (T &value : values)
            take(value);
    }
    void take(Described auto &value) { describe(*this, value); }

    template <typename Array>
    void copy(Array &array)
    {
        if (const Bytes bytes = takeBytes(array.size()); !bytes.empty())
            std::memcpy(array.data(), bytes.data(), bytes.size());
    }
    Bytes takeBytes(std::uint64_t size)
    {
        if (!m_isSound || size > m_in.size()) {
            fail();
            return {};
        }
        const Bytes bytes = m_in.first(static_cast<std::size_t>(size));
        m_in = m_in.subspan(static_cast<std::size_t>(size));
        return bytes;
    }
    std::uint8_t fail()
    {
        m_isSound = false;
        m_in = {};
        return 0;
    }

    Bytes m_in;
    bool m_isSound = true;
};

/// FNV-1a over the names and kinds of all members, in their order.
class Fingerprint
{
public:
    template <typename T>
    void operator()(std::string_view name, const T &)
    {
        add(name);
        addKind<T>();
    }
    void maybe(std::string_view name, const auto &member) { (*this)(name, member); }
    void add(std::string_view text)
    {
        for (const char c : text)
            m_hash = (m_hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3;
        m_hash *= 0x100000001b3; // the end of a text
    }
    std::int64_t value() const { return static_cast<std::int64_t>(m_hash); }

private:
    template <typename T>
    void addKind()
    {
        if constexpr (Named<T>) {
            for (const std::string_view name : namesOf<T>)
                add(name);
        } else if constexpr (std::integral<T>) {
            add(std::signed_integral<T> ? "signed" : "unsigned");
        } else if constexpr (Described<T>) {
            add("{");
            const T value{};
            describe(*this, value);
            add("}");
        } else if constexpr (requires { typename T::value_type; } && !std::same_as<T, std::string>) {
            add(requires(T t) { t.has_value(); } ? "optional" : "list");
            addKind<typename T::value_type>();
        } else {
            add("value");
        }
    }

    std::uint64_t m_hash = 0xcbf29ce484222325;
};

template <typename Kind>
void pack(const Kind &row, Blob &out)
{
    Packer packer(out);
    describe(packer, row);
}

template <typename Kind>
Expected<Kind> unpack(Bytes packed)
{
    Unpacker unpacker(packed);
    Kind row;
    describe(unpacker, row);
    if (!unpacker.isAtEnd())
        return failure(std::string(failurecode::damaged), {{"id", toString(row.id)}});
    return row;
}

} // namespace

std::int64_t rowFormat()
{
    static const std::int64_t format = [] {
        Fingerprint fingerprint;
        fingerprint.add("6"); // of the packing itself
        forEachEntity([&]<typename Kind>() { fingerprint(Kind::entityName, Kind()); });
        return fingerprint.value();
    }();
    return format;
}

void packReservation(const Reservation &reservation, Blob &out)
{
    pack(reservation, out);
}

Expected<Reservation> unpackReservation(Bytes packed)
{
    return unpack<Reservation>(packed);
}

void packUndated(const UndatedRow &row, Blob &out)
{
    std::visit([&](const auto &each) { pack(each, out); }, row);
}

Expected<UndatedRow> unpackUndated(std::int64_t kind, Bytes packed)
{
    Expected<UndatedRow> row = failure(std::string(failurecode::damaged), {{"kind", std::to_string(kind)}});
    forEachType(UndatedEntities(), [&]<typename Kind>() {
        if (entityAt(kind) == entityOf<Kind>())
            row = unpack<Kind>(packed).map([](Kind &&each) { return UndatedRow(std::move(each)); });
    });
    return row;
}

} // namespace deskbell::store
