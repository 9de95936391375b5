#include "server/daemon/commandline.h"

int main(int argc, char **argv)
{
    return deskbell::server::runCommandLine(argc, argv);
}
