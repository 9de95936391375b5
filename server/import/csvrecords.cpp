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

    explicit Parser(char delimiter)
    {
        csv_init(&state, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&state, static_cast<unsigned char>(delimiter));
        if (delimiter == '\t')
            csv_set_space_func(&state, [](unsigned char c) { return c == ' ' ? 1 : 0; });
    }
    ~Parser() { csv_free(&state); }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;
};

std::size_t endOfLine(std::string_view text, std::size_t from)
{
    const std::size_t feed = text.find('\n', from);
    return feed == std::string_view::npos ? text.size() : feed + 1;
}

/// White space around a value, the no-break space of table programs included.
void trim(std::string &field)
{
    constexpr std::string_view noBreak = "\xC2\xA0";
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    std::string_view rest = field;
    while (!rest.empty() && (isSpace(rest.front()) || rest.starts_with(noBreak)))
        rest.remove_prefix(isSpace(rest.front()) ? 1 : noBreak.size());
    while (!rest.empty() && (isSpace(rest.back()) || rest.ends_with(noBreak)))
        rest.remove_suffix(isSpace(rest.back()) ? 1 : noBreak.size());
    if (rest.size() != field.size())
        field = std::string(rest);
}

/// Reads the record that begins at `from` and says where it ends. Lines are added as long as a quote
/// is open; a quote that is never closed costs its own line only.
CsvRecord readRecord(std::string_view text, std::size_t from, std::size_t line, char delimiter,
                     std::size_t &end)
{
    CsvRecord record;
    record.line = line;
    const std::size_t firstEnd = endOfLine(text, from);
    end = firstEnd;
    if (firstEnd - from > maxRecordBytes) {
        record.error = Error{"record-too-long", {{"limit", std::to_string(maxRecordBytes)}}};
        return record;
    }
    Parser parser(delimiter);
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
    for (std::string &field : fields.fields) {
        trim(field);
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

/// A row that was quoted as a whole, undone. Others stay as they are, and are told for their number of
/// fields.
void unwrap(CsvRecord &record, char delimiter)
{
    if (record.error || record.fields.size() != 1)
        return;
    const std::string row = std::move(record.fields.front());
    std::size_t end = 0;
    record = readRecord(row, 0, record.line, delimiter, end);
}

CsvRecord firstRecord(std::string_view text, const CsvForm &form)
{
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = endOfLine(text, at);
        if (!isBlank(text.substr(at, end - at))) {
            CsvRecord record = readRecord(text, at, 1, form.delimiter, end);
            if (form.isWrapped)
                unwrap(record, form.delimiter);
            return record;
        }
        at = end;
    }
    return {};
}

} // namespace

CsvForm csvFormOf(std::string_view text)
{
    CsvForm best;
    std::size_t most = firstRecord(text, best).fields.size();
    for (const bool isWrapped : {false, true}) {
        for (const char delimiter : {',', ';', '\t', '|'}) {
            const CsvForm form{delimiter, isWrapped};
            if (const auto fields = firstRecord(text, form).fields.size(); fields > most) {
                most = fields;
                best = form;
            }
        }
    }
    return best;
}

std::vector<CsvRecord> readCsv(std::string_view text, const CsvForm &form)
{
    std::vector<CsvRecord> records;
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = endOfLine(text, at);
        if (!isBlank(text.substr(at, end - at))) {
            records.push_back(readRecord(text, at, line, form.delimiter, end));
            if (form.isWrapped)
                unwrap(records.back(), form.delimiter);
        }
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
