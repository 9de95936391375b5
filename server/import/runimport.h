#pragma once

// The command line of `deskbelld import`: reads the arguments after "import", opens the database,
// imports, prints the summary and writes the report, also of a file that is refused. Returns the process's
// exit status: 0 when the file was read (rows refused one by one included), 1 when it was refused or
// could not be loaded, 2 for wrong arguments (see exitstatus).

#include <string>
#include <vector>

namespace deskbell::server {

/// `--csv FILE --property NAME [--as-of DATE] [--hotel NAME] [--map FILE] [--encoding NAME] [--dates ORDER]
/// [--dry-run] [--db FILE] [--report FILE] [--seed N]` or `--workload DIR --property NAME [--db FILE]`.
int runImport(const std::vector<std::string> &arguments);

} // namespace deskbell::server
