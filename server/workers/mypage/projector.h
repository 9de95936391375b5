#pragma once

// The mypage role's work: brings the two read views of reservations up to date. Idempotent: views carry
// the reservation's version, and older ones never replace newer ones. Called on the worker's threads.

#include <functional>
#include <span>

#include "server/log/log.h"
#include "server/storage/storage.h"

namespace deskbell::server {

class Projector
{
public:
    Projector(Storage &storage, std::function<Instant()> now, const Log &log)
        : m_storage(storage), m_now(std::move(now)), m_log(log)
    {
    }

    void carryOut(std::span<const WorkItem> items);

private:
    Storage &m_storage;
    const std::function<Instant()> m_now;
    const Log &m_log;
};

} // namespace deskbell::server
