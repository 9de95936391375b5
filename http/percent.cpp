#include "http/percent.h"

#include <algorithm>
#include <boost/url/encode.hpp>
#include <boost/url/pct_string_view.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

namespace deskbell::http {

namespace urls = boost::urls;

std::string percentEncoded(std::string_view text)
{
    return urls::encode(text, urls::unreserved_chars);
}

std::string segmentEncoded(std::string_view text)
{
    return urls::encode(text, urls::unreserved_chars - '.');
}

std::optional<std::string> percentDecoded(std::string_view text, Plus plus)
{
    const auto escaped = urls::make_pct_string_view(text);
    if (!escaped)
        return std::nullopt;
    urls::encoding_opts options;
    options.space_as_plus = plus == Plus::Space;
    return escaped->decode(options);
}

std::optional<Parameters> parsedFields(std::string_view text)
{
    Parameters fields;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view field = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (field.empty())
            continue;
        const std::size_t equals = std::min(field.find('='), field.size());
        auto name = percentDecoded(field.substr(0, equals), Plus::Space);
        auto value = percentDecoded(field.substr(std::min(equals + 1, field.size())), Plus::Space);
        if (!name || !value)
            return std::nullopt;
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

} // namespace deskbell::http
