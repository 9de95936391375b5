#include "ui/access/firstsyncpage.h"

#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include "ui/parts/parts.h"
#include "ui/parts/textkeeper.h"
#include "ui/theme.h"

namespace deskbell::ui {

FirstSyncPage::FirstSyncPage(models::FrontDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_texts(new TextKeeper(this))
{
    setObjectName(QStringLiteral("firstSyncPage"));
    auto *outer = new QVBoxLayout(this);
    QVBoxLayout *column = nullptr;
    QFrame *card = makeFrame(this, "card", &column);
    card->setFixedWidth(460);
    column->setContentsMargins(36, 32, 36, 28);
    column->setSpacing(space::m);
    m_title = makeLabel(card, "display");
    m_detail = makeLabel(card, "muted");
    m_detail->setWordWrap(true);
    m_detail->setMinimumWidth(card->width() - 2 * 36);
    m_detail->setMinimumHeight(3 * fontMetrics().height());
    m_detail->setAlignment(Qt::AlignTop);
    m_bar = new QProgressBar(card);
    m_bar->setObjectName(QStringLiteral("firstSyncBar"));
    m_bar->setTextVisible(false);
    m_cancel = makeButton(card, "firstSyncCancel");
    column->addWidget(m_title);
    column->addWidget(m_detail);
    column->addWidget(m_bar);
    column->addSpacing(space::s);
    column->addWidget(m_cancel, 0, Qt::AlignRight);
    outer->addStretch(2);
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_desk.cancelFirstSync(); });
    connect(&m_desk, &models::FrontDesk::linkChanged, this, &FirstSyncPage::follow);
    m_texts->keep([this] {
        m_bar->setAccessibleName(tr("Progress of the first fetch"));
        m_cancel->setText(tr("&Cancel"));
        follow();
    });
}

void FirstSyncPage::follow()
{
    const models::LinkState &link = m_desk.link();
    const QLocale locale;
    if (link.phase == models::LinkPhase::FirstSync) {
        m_title->setText(tr("Fetching the property…"));
        m_detail->setText(link.rowsExpected > 0 ? tr("%1 of %2 rows. This is done only once; later the desk "
                                                     "starts at once, even without a network.")
                                                      .arg(locale.toString(qlonglong(link.rowsDone)),
                                                           locale.toString(qlonglong(link.rowsExpected)))
                                                : tr("Asking the backend. This is done only once; later the "
                                                     "desk starts at once, even without a network."));
    } else if (link.phase == models::LinkPhase::Offline) {
        m_title->setText(tr("No data for the property yet"));
        m_detail->setText(tr(
            "The backend cannot be reached, and nothing is stored on this desk yet. Deskbell keeps trying."));
    } else {
        m_title->setText(tr("Opening the desk…"));
        m_detail->setText(tr("Connecting to the backend."));
    }
    const bool isCounted = link.rowsExpected > 0;
    m_bar->setRange(0, isCounted ? 1000 : 0);
    if (isCounted)
        m_bar->setValue(static_cast<int>(link.rowsDone * 1000 / link.rowsExpected));
    m_bar->setVisible(link.phase != models::LinkPhase::Offline);
    m_cancel->setEnabled(link.phase == models::LinkPhase::FirstSync);
}

} // namespace deskbell::ui
