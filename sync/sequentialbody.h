// A request body that can be read only once. Qt repeats a POST by itself when the connection closes
// without an answer, unless it cannot read the body again; this body prevents the repetition. Owned
// by the reply it is sent with.
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace deskbell::sync {

class SequentialBody : public QIODevice
{
    Q_OBJECT

public:
    explicit SequentialBody(QByteArray body, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    qint64 bytesAvailable() const override;
    bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_read = 0;
};

} // namespace deskbell::sync
