#include "server/import/csvrecords.h"

#include <algorithm>
#include <fstream>
#include <system_error>

#include <csv.h>

#include "domain/text.h"

namespace deskbell::server {
namespace {

/// One record's fields as libcsv hands them over.
struct Fields
{
    std::vector<std::string> fields;
    bool isWhole = false;

    static void field(void *bytes, std::size_t size, void *self)
    {
        static_cast<Fields *>(self)->fields.emplace_back(static_cast<const char *>(bytes), size);
    }
    static void record(int, void *self) { static_cast<Fields *>(self)->isWhole = true; }
};

struct Parser
{
    csv_parser state{};

    Parser() { csv_init(&state, CSV_STRICT | CSV_STRICT_FINI); }
    ~Parser() { csv_free(&state); }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;
};

std::size_t endOfLine(std::string_view text, std::size_t from)
{
    const std::size_t feed = text.find('\n', from);
    return feed == std::string_view::npos ? text.size() : feed + 1;
}

/// Reads the record that begins at `from` and says where it ends. Lines are added as long as a quote
/// is open; a quote that is never closed costs its own line only.
CsvRecord readRecord(std::string_view text, std::size_t from, std::size_t line, std::size_t &end)
{
    CsvRecord record;
    record.line = line;
    const std::size_t firstEnd = endOfLine(text, from);
    end = firstEnd;
    if (firstEnd - from > maxRecordBytes) {
        record.error = Error{"record-too-long", {{"limit", std::to_string(maxRecordBytes)}}};
        return record;
    }
    Parser parser;
    Fields fields;
    std::size_t fed = from;
    bool isStrict = true;
    while (isStrict && !fields.isWhole && fed < text.size() && end - from <= maxRecordBytes) {
        isStrict = csv_parse(&parser.state, text.data() + fed, end - fed, Fields::field, Fields::record,
                             &fields) == end - fed;
        fed = end;
        if (!fields.isWhole)
            end = endOfLine(text, end);
    }
    if (isStrict && !fields.isWhole && fed == text.size())
        isStrict = csv_fini(&parser.state, Fields::field, Fields::record, &fields) == 0;
    if (!isStrict || !fields.isWhole) {
        end = firstEnd;
        record.error = Error{"quote-misplaced", {}};
        return record;
    }
    end = fed;
    for (const std::string &field : fields.fields) {
        if (!isUtf8(field))
            record.error = Error{"not-utf-8", {}};
        else if (std::any_of(field.begin(), field.end(),
                             [](unsigned char c) { return c < ' ' && c != '\n' && c != '\r' && c != '\t'; }))
            record.error = Error{"control-character", {}};
    }
    if (!record.error)
        record.fields = std::move(fields.fields);
    return record;
}

} // namespace

std::vector<CsvRecord> readCsv(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    std::vector<CsvRecord> records;
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = endOfLine(text, at);
        if (!isBlank(text.substr(at, end - at)))
            records.push_back(readRecord(text, at, line, end));
        line += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                    text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
        at = end;
    }
    return records;
}

Expected<std::string> readFile(const std::filesystem::path &file, std::size_t maxBytes)
{
    const Facts facts{{"file", file.string()}};
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error)
        return failure(std::filesystem::exists(file, error) ? "file-unreadable" : "file-not-found", facts);
    if (size > maxBytes)
        return failure("file-too-large", facts);
    std::ifstream in(file, std::ios::binary);
    std::string text(size, '\0');
    if (!in.read(text.data(), static_cast<std::streamsize>(size)))
        return failure("file-unreadable", facts);
    return text;
}

} // namespace deskbell::server
