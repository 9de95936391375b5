// Whatever this process makes from now on, by whatever library, is for its own user only. First thing in
// main(). On Windows nothing of the kind exists: there each file says so for itself.
#pragma once

namespace deskbell::http {

void makeFilesPrivate();

} // namespace deskbell::http
