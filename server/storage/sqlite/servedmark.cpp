#include "server/storage/sqlite/servedmark.h"

#include <algorithm>
#include <array>

#include "server/files/privatefile.h"
#include "server/storage/sql/changelog.h"
#include "server/storage/sql/query.h"

namespace deskbell::server {
namespace {

/// The property, the number, the mark, and a sum of them, least byte first: within one sector, so that it is
/// there whole or not at all.
constexpr std::size_t recordSize = 64;
constexpr std::size_t sumAt = 32;

void put(std::string &record, std::size_t at, std::uint64_t value)
{
    for (std::size_t byte = 0; byte < 8; ++byte)
        record[at + byte] = static_cast<char>(value >> (8 * byte));
}

std::uint64_t numberIn(std::string_view record, std::size_t at)
{
    std::uint64_t value = 0;
    for (std::size_t byte = 8; byte-- > 0;)
        value = value << 8 | static_cast<std::uint8_t>(record[at + byte]);
    return value;
}

std::uint64_t sumOf(std::string_view record)
{
    std::uint64_t sum = 0xcbf29ce484222325;
    for (const char byte : record.substr(0, sumAt))
        sum = (sum ^ static_cast<std::uint8_t>(byte)) * 0x100000001b3;
    return sum;
}

std::string recordOf(const PropertyId &property, std::uint64_t seq, std::uint64_t mark)
{
    std::string record(recordSize, '\0');
    std::copy(property.value.bytes.begin(), property.value.bytes.end(), record.begin());
    put(record, 16, seq);
    put(record, 24, mark);
    put(record, sumAt, sumOf(record));
    return record;
}

} // namespace

std::filesystem::path ServedMark::fileOf(const std::filesystem::path &database)
{
    std::filesystem::path file = database;
    file += ".mark";
    return file;
}

ServedMark::ServedMark(const std::filesystem::path &database) : m_file(fileOf(database))
{
    std::ifstream stream(m_file, std::ios::binary);
    std::string record(recordSize, '\0');
    for (std::size_t place = 0; stream.read(record.data(), recordSize); ++place) {
        if (numberIn(record, sumAt) != sumOf(record))
            continue;
        PropertyId property;
        std::copy_n(record.begin(), property.value.bytes.size(), property.value.bytes.begin());
        m_reached[property] = {numberIn(record, 16), numberIn(record, 24), place};
    }
}

bool ServedMark::contradicts(Connection &connection) const
{
    return std::any_of(m_reached.begin(), m_reached.end(), [&](const auto &each) {
        const auto &[property, reached] = each;
        Query query(connection, "SELECT seq, lowest FROM property_clock WHERE property = ?", property);
        if (!query.next())
            return true;
        const auto seq = query.number<std::uint64_t>(0), lowest = query.number<std::uint64_t>(1);
        if (reached.seq > seq || reached.seq < lowest)
            return true;
        const std::uint64_t mark = readMark(connection, property, reached.seq);
        const bool isPruned = mark == 0 && reached.seq == lowest;
        return mark != reached.mark && !isPruned;
    });
}

void ServedMark::begin(Connection &connection)
{
    std::vector<std::pair<PropertyId, std::uint64_t>> clocks;
    Query query(connection, "SELECT property, seq FROM property_clock ORDER BY property");
    while (query.next())
        clocks.emplace_back(PropertyId{query.uuid(0)}, query.number<std::uint64_t>(1));
    m_reached.clear();
    std::string content;
    for (const auto &[property, seq] : clocks) {
        const Reached reached{seq, readMark(connection, property, seq), m_reached.size()};
        content += recordOf(property, reached.seq, reached.mark);
        m_reached[property] = reached;
    }
    m_stream.close();
    if (const auto written = privatefile::replace(m_file, content); !written)
        throw StorageFailure(StorageFailure::Kind::Transaction,
                             Error{"storage-failed", written.error().facts});
    m_stream.open(m_file, std::ios::in | std::ios::out | std::ios::binary);
}

void ServedMark::keep(const PropertyId &property, std::uint64_t seq, std::uint64_t mark)
{
    Reached &reached = m_reached.try_emplace(property, Reached{0, 0, m_reached.size()}).first->second;
    reached.seq = seq;
    reached.mark = mark;
    // What cannot be written (a full disk) leaves the file behind, which is what it may be.
    m_stream.clear();
    m_stream.seekp(static_cast<std::streamoff>(reached.place * recordSize));
    m_stream << recordOf(property, seq, mark) << std::flush;
}

} // namespace deskbell::server
