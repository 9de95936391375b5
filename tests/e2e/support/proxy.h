#pragma once

// The network between a desk and the backend, as bad as a test wants it. The desk connects to the
// proxy's port, which stays the same while the backend behind it comes and goes. Owned by the test,
// lives in its thread, moves bytes only while that thread's event loop runs.

#include <QByteArray>
#include <QObject>
#include <QTcpServer>

#include <memory>
#include <vector>

class QTcpSocket;

namespace deskbell::e2e {

class Proxy : public QObject
{
    Q_OBJECT

public:
    enum class Mode {
        Pass,
        Refuse,    ///< nothing listens; lines that stood are cut
        BlackHole, ///< lines stay up and are accepted, nothing passes either way
    };

    explicit Proxy(quint16 upstreamPort);
    ~Proxy() override;

    quint16 port() const { return m_port; }
    void setUpstream(quint16 port) { m_upstream = port; }
    void setMode(Mode mode);
    /// Cuts the lines that stand; new ones are treated by the mode.
    void cut();

    /// The next request whose head contains `needle` reaches the backend; its answer does not reach
    /// the desk: the line is cut when the answer comes. answerDropped() tells.
    void dropNextAnswerTo(const QByteArray &needle) { m_dropNeedle = needle; }
    int droppedAnswers() const { return m_droppedAnswers; }
    /// Bytes towards the desk wait that long; 0 passes them on at once.
    void setDelay(int ms) { m_delayMs = ms; }
    int connections() const { return m_connections; }

signals:
    /// Emitted when the backend's answer is here and will never arrive at the desk.
    void answerDropped();

private:
    struct Line;
    void accept();
    void fromDesk(Line *line);
    void fromBackend(Line *line);
    void end(Line *line, bool isAbrupt);
    void listen();

    QTcpServer m_server;
    quint16 m_port = 0;
    quint16 m_upstream = 0;
    Mode m_mode = Mode::Pass;
    QByteArray m_dropNeedle;
    int m_droppedAnswers = 0;
    int m_delayMs = 0;
    int m_connections = 0;
    std::vector<std::unique_ptr<Line>> m_lines;
};

} // namespace deskbell::e2e
