#pragma once

// Notices for development: each is appended to a file as one line of JSON, which counts as its
// delivery. Safe from several threads of one process.

#include <filesystem>
#include <mutex>

#include "server/workers/notice/noticechannel.h"

namespace deskbell::server {

class FileChannel : public NoticeChannel
{
public:
    explicit FileChannel(std::filesystem::path file) : m_file(std::move(file)) {}

    NoticeWay way(NoticeWay) const override { return NoticeWay::File; }
    NoticeAnswer send(const NoticeMessage &message) override;
    NoticeAnswer lookUp(const NoticeReference &reference) override;
    void abandon() override {}

private:
    const std::filesystem::path m_file;
    std::mutex m_mutex;
};

} // namespace deskbell::server
