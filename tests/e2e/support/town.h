#pragma once

// Everything of one test: a house and its front desks, each behind a network of its own. Made anew
// for each test and gone with it. UI thread.

#include <QTemporaryDir>

#include <memory>
#include <vector>

#include "e2e/support/front.h"
#include "e2e/support/house.h"
#include "e2e/support/proxy.h"

namespace deskbell::e2e {

class Town
{
public:
    struct DeskSite
    {
        std::unique_ptr<Proxy> line;
        std::unique_ptr<Front> front;
    };

    /// False when the house could not be set up; house().why() says why.
    bool build();
    /// A further desk, its window open and nobody signed in.
    DeskSite &addDesk();
    House &house() { return m_house; }
    /// All that stands behind the proxies has moved: the backend was started again.
    void followBackend();
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    House m_house;
    std::vector<std::unique_ptr<DeskSite>> m_desks; ///< gone before the house
};

} // namespace deskbell::e2e
