#include "sync/sequentialbody.h"

#include <algorithm>
#include <cstring>

namespace deskbell::sync {

SequentialBody::SequentialBody(QByteArray body, QObject *parent) : QIODevice(parent), m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 SequentialBody::bytesAvailable() const
{
    return m_body.size() - m_read + QIODevice::bytesAvailable();
}

qint64 SequentialBody::readData(char *data, qint64 most)
{
    const qint64 count = std::min<qint64>(most, m_body.size() - m_read);
    if (count == 0)
        return m_read == m_body.size() ? -1 : 0;
    std::memcpy(data, m_body.constData() + m_read, static_cast<std::size_t>(count));
    m_read += count;
    return count;
}

} // namespace deskbell::sync
