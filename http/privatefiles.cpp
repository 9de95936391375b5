#include "http/privatefiles.h"

#ifndef _WIN32
#include <sys/stat.h>
#endif

namespace deskbell::http {

void makeFilesPrivate()
{
#ifndef _WIN32
    ::umask(S_IRWXG | S_IRWXO);
#endif
}

} // namespace deskbell::http
