// The ledger's file: one JSON document a line, appended and flushed before the answer leaves; read
// back at the start. A last line cut short by a kill is passed over. Owned by the Provider.
#pragma once

#include "sandbox/answerbook.h"
#include "sandbox/ledger.h"

#include <fstream>
#include <string>
#include <tl/expected.hpp>

namespace deskbell::sandbox {

class Journal
{
public:
    /// Fills both from the file and goes on at its end; an error code when it cannot be opened.
    tl::expected<void, std::string> open(const std::string &path, Ledger &ledger, AnswerBook &answers);
    bool isOpen() const { return m_file.is_open(); }

    void write(const Payment &payment);
    void write(const std::string &key, const std::string &body, TimePoint at, const WireAnswer &answer);

private:
    void append(const std::string &line);
    std::ofstream m_file;
};

} // namespace deskbell::sandbox
