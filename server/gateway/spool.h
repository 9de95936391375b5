#pragma once

// A long answer, produced at once and sent as fast as its reader takes it: the beginning in memory, the
// rest in an unnamed file that disappears with the spool. Filled on one thread, then read on another; one
// at a time.

#include <cstddef>
#include <cstdio>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "domain/expected.h"

namespace deskbell::server {

class Spool
{
public:
    explicit Spool(std::size_t mostInMemory) : m_mostInMemory(mostInMemory) {}

    /// Error: "storage-full" (no room for the file).
    Expected<void> add(std::string piece);
    /// The pieces in their order; none at the end. Throws std::runtime_error when the file cannot be read.
    std::optional<std::string> next();

private:
    struct Close
    {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };

    const std::size_t m_mostInMemory;
    std::size_t m_inMemory = 0;
    std::deque<std::string> m_pieces;
    std::unique_ptr<std::FILE, Close> m_file;
    bool m_isReading = false;
};

} // namespace deskbell::server
