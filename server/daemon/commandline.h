#pragma once

// deskbelld's command line: reads the arguments and runs what they ask for. Called by main() once;
// returns the process's exit status (explain.h).

namespace deskbell::server {

int runCommandLine(int argc, char **argv);

} // namespace deskbell::server
