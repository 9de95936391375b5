#pragma once

// What every benchmark prints: one JSON object a figure on a line of its own on standard output,
// {name, unit, n, median, p95, p99, max, note}. scripts/bench gathers the lines into one array.
// Nothing here judges a figure.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace deskbell::bench {

/// The value below which `share` of the samples lie (nearest rank). `sorted` is not empty.
inline double quantile(const std::vector<double> &sorted, double share)
{
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

inline std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
    }
    return out + '"';
}

inline void print(std::string_view name, std::string_view unit, std::vector<double> samples,
                  std::string_view note = {})
{
    if (samples.empty())
        return;
    std::sort(samples.begin(), samples.end());
    std::printf("{\"name\":%s,\"unit\":%s,\"n\":%zu,\"median\":%.4g,\"p95\":%.4g,\"p99\":%.4g,\"max\":%.4g,"
                "\"note\":%s}\n",
                quoted(name).c_str(), quoted(unit).c_str(), samples.size(), quantile(samples, 0.5),
                quantile(samples, 0.95), quantile(samples, 0.99), samples.back(), quoted(note).c_str());
    std::fflush(stdout);
}

} // namespace deskbell::bench
