#include "ui/day/closedaydialog.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/asker.h"
#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"

namespace deskbell::ui {

CloseDayDialog::CloseDayDialog(const models::Book &book, const House &house, Asker &asker, QWidget *parent)
    : DeskDialog("closeDayDialog", parent), m_book(book), m_house(house), m_asker(asker),
      m_date(book.businessDate()), m_stays(book), m_none(makeLabel(this)),
      m_notArrived(addLine("openNotArrived")), m_notDeparted(addLine("openNotDeparted")),
      m_waiting(addLine("openWaiting")), m_payments(makeLabel(this)), m_owed(makeLabel(this))
{
    setMinimumWidth(480);
    m_payments->setObjectName(QStringLiteral("openPayments"));
    m_owed->setObjectName(QStringLiteral("openOwed"));
    for (QLabel *label : {m_none, m_payments, m_owed})
        label->setWordWrap(true);
    for (QWidget *line :
         std::initializer_list<QWidget *>{m_none, m_notArrived, m_notDeparted, m_payments, m_owed, m_waiting})
        body()->addWidget(line, 0, Qt::AlignLeft);
    body()->addStretch();
    preferReject();
    const auto show = [this](QPushButton *line, models::QueueLane lane) {
        connect(line, &QPushButton::clicked, this, [this, lane] {
            emit laneChosen(lane);
            QDialog::reject();
        });
    };
    show(m_notArrived, models::QueueLane::Arriving);
    show(m_notDeparted, models::QueueLane::Departing);
    connect(m_waiting, &QPushButton::clicked, this, [this] {
        emit outboxChosen();
        QDialog::reject();
    });
    connect(acceptButton(), &QPushButton::clicked, this, &CloseDayDialog::submit);
    connect(&m_book, &models::Book::wasReset, this, [this] { m_stays.countAll(); });
    connect(&m_book, &models::Book::changed, this, [this](const models::BookDelta &delta) {
        m_stays.follow(delta);
        say();
    });
    connect(&m_book, &models::Book::propertyChanged, this, [this] { say(); });
    connect(&m_asker.desk(), &models::FrontDesk::linkChanged, this, [this] { say(); });
    texts()->keep([this] { say(); });
}

QPushButton *CloseDayDialog::addLine(const char *objectName)
{
    QPushButton *line = makeButton(this, objectName, "link");
    line->setAutoDefault(false);
    return line;
}

OpenMatters CloseDayDialog::openMatters() const
{
    return {m_book.count(models::QueueLane::Arriving), m_book.count(models::QueueLane::Departing),
            m_stays.paymentsUnderWay(), m_stays.owedByDeparted(), m_asker.desk().link().waiting};
}

void CloseDayDialog::say()
{
    m_open = openMatters();
    const Date next = m_date + Days{1};
    setHeading(tr("Close the business day"),
               tr("%1 ends and %2 begins, for all desks. This cannot be undone.")
                   .arg(dateText(m_date), dateText(next)));
    acceptButton()->setText(tr("&Open %1").arg(dateText(next)));
    m_none->setText(tr("Nothing is left to do for this day."));
    m_notArrived->setText(tr("%n reservation(s) have not arrived", nullptr, m_open.notArrived));
    m_notDeparted->setText(tr("%n guest(s) due to leave are still here", nullptr, m_open.notDeparted));
    m_waiting->setText(tr("%n entry(ies) of this desk wait to be sent", nullptr, m_open.waiting));
    m_payments->setText(tr("%n payment(s) are under way", nullptr, m_open.paymentsUnderWay));
    m_owed->setText(tr("%n departed guest(s) still owe money", nullptr, m_open.owedByDeparted));
    m_none->setVisible(m_open == OpenMatters{});
    m_notArrived->setVisible(m_open.notArrived > 0);
    m_notDeparted->setVisible(m_open.notDeparted > 0);
    m_waiting->setVisible(m_open.waiting > 0);
    m_payments->setVisible(m_open.paymentsUnderWay > 0);
    m_owed->setVisible(m_open.owedByDeparted > 0);
    check();
}

void CloseDayDialog::check()
{
    const bool isOnline = m_asker.desk().link().phase == models::LinkPhase::Online;
    const bool isClosed = m_book.businessDate() != m_date;
    acceptButton()->setEnabled(isOnline && !isClosed && !isSent());
    if (isClosed && !isSent())
        banner()->tell(Banner::Kind::Info, tr("Somebody has already closed this day."));
    else if (!isOnline)
        banner()->tell(Banner::Kind::Warn,
                       tr("The day is closed for all desks, so this needs a connection to the backend."));
    else if (m_open.notArrived > 0 || m_open.notDeparted > 0)
        banner()->tell(Banner::Kind::Info, tr("Guests who have not arrived stay expected; guests who have "
                                              "not left keep their rooms tonight."));
    else
        banner()->clear();
}

void CloseDayDialog::submit()
{
    if (!isSent() && m_book.businessDate() == m_date)
        askOnce(m_asker, AdvanceBusinessDate{m_date + Days{1}}, m_house);
}

} // namespace deskbell::ui
