#pragma once

// The main job from the first sign-in to everything in agreement again, played by a clerk and a
// manager at two desks through their real windows, against programs that are running already. The
// tour plays it on the imported hotel and leaves pictures, the end-to-end test on the demonstration
// hotel. UI thread.

#include <QString>
#include <QUrl>

#include "e2e/support/story.h"

namespace deskbell::e2e {

struct StorySite
{
    QUrl backend;
    QUrl provider;
    QString clerkPassword;
    QString managerPassword;
    QString folder; ///< for the desks' data
};

void playMainStory(Story &story, const StorySite &site);

} // namespace deskbell::e2e
