// Makes every file that this process or its libraries create from now on accessible to its own user
// only. Called first in main(). Windows has no such setting: there each file is restricted individually.
#pragma once

namespace deskbell::http {

void makeFilesPrivate();

} // namespace deskbell::http
