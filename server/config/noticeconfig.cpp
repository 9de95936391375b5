#include "server/config/noticeconfig.h"

#include <algorithm>

#include "server/workers/notice/embeddednotices.h"

namespace deskbell::server {

Expected<NoticeTemplates> readNoticeTexts(const std::filesystem::path &folder)
{
    if (!folder.empty())
        return NoticeTemplates::readFolder(folder);
    std::vector<NoticeFile> files;
    for (const EmbeddedFile &file : embeddedNotices())
        files.push_back({std::string(file.name), std::string(file.content)});
    return NoticeTemplates::read(files);
}

Expected<void> checkNotices(const NoticeConfig &config)
{
    if (!config.hasChannel())
        return failure("notice-channel-missing");
    if (!config.url.empty() && !config.file.empty())
        return failure("notice-channels-two");
    if (config.url.empty())
        return {};
    if (!isSafeForSecrets(config.url))
        return failure("notice-url-unsafe", {{"url", config.url}});
    if (config.key.empty())
        return failure("notice-key-missing");
    if (config.secret.empty())
        return failure("notice-secret-missing");
    const bool isNumber = !config.sender.empty() && std::all_of(config.sender.begin(), config.sender.end(),
                                                                [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return failure("notice-sender-missing");
    // Plain HTTP is a sandbox on this machine.
    if (config.templates.empty() && config.url.starts_with("https://"))
        return failure("notice-templates-missing", {{"url", config.url}});
    return {};
}

} // namespace deskbell::server
