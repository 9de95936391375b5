#pragma once

// The command line of `deskbelld import`: reads the arguments after "import", opens the database,
// imports, prints the summary. Returns the process's exit status: 0 when the file was read (rows
// refused one by one included), 1 when nothing could be imported, 2 for wrong arguments.

#include <string>
#include <vector>

namespace deskbell::server {

/// `--csv FILE --property NAME [--as-of DATE] [--hotel NAME] [--db FILE] [--report FILE] [--seed N]`
/// or `--workload DIR --property NAME [--db FILE]`.
int runImport(const std::vector<std::string> &arguments);

} // namespace deskbell::server
