#include "http/privatefiles.h"
#include "server/daemon/commandline.h"

int main(int argc, char **argv)
{
    deskbell::http::makeFilesPrivate();
    return deskbell::server::runCommandLine(argc, argv);
}
