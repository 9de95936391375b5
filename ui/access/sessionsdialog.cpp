#include "ui/access/sessionsdialog.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/format.h"
#include "ui/house.h"
#include "ui/parts/parts.h"
#include "ui/parts/tables.h"
#include "ui/parts/textkeeper.h"
#include "ui/sentences.h"
#include "ui/theme.h"

namespace deskbell::ui {

using models::SessionsModel;

SessionsDialog::SessionsDialog(const House &house, models::FrontDesk &desk, QWidget *parent)
    : DeskDialog("sessionsDialog", parent), m_house(house), m_desk(desk),
      m_model(new SessionsModel(desk, this)), m_whose(new QComboBox(this)), m_state(makeLabel(this, "muted")),
      m_again(makeButton(this, "sessionsAgain")), m_table(makeTable(this, "sessionsTable")),
      m_what(new WrappingLabel(this, "muted")), m_end(makeButton(this, "sessionsEnd"))
{
    setRoomySize({760, 460});
    build();
    connect(m_model, &SessionsModel::stateChanged, this, &SessionsDialog::follow);
    connect(m_whose, &QComboBox::currentIndexChanged, this, &SessionsDialog::reload);
    connect(m_again, &QPushButton::clicked, this, &SessionsDialog::reload);
    connect(m_end, &QPushButton::clicked, this, &SessionsDialog::end);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SessionsDialog::followChoice);
    askAgainOnline(m_desk, *m_model, [this] { reload(); });
    texts()->keep([this] { say(); });
    reload();
    m_table->setFocus();
}

void SessionsDialog::build()
{
    m_whose->setObjectName(QStringLiteral("sessionsWhose"));
    m_state->setObjectName(QStringLiteral("sessionsState"));
    m_what->setObjectName(QStringLiteral("sessionsWhat"));
    m_whose->setVisible(m_desk.actor().role == Role::Admin);
    m_again->setIcon(icon("sync"));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::s);
    bar->addWidget(m_whose);
    bar->addWidget(m_state, 1);
    bar->addWidget(m_again);
    body()->addLayout(bar);
    m_table->setModel(new WordedTable(
        m_model, [this](const QModelIndex &index) { return wordsOf(index); }, this));
    auto *sections = m_table->horizontalHeader();
    sections->setSectionResizeMode(QHeaderView::ResizeToContents);
    sections->setSectionResizeMode(SessionsModel::Who, QHeaderView::Stretch);
    m_table->setMinimumHeight(136);
    body()->addWidget(m_table, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_what, 1);
    row->addWidget(m_end);
    body()->addLayout(row);
    acceptButton()->hide();
    acceptButton()->setDefault(false);
}

void SessionsDialog::say()
{
    setHeading(tr("Signed-in desks"),
               tr("If you end a desk's session, it has to sign in again; its entries are kept."));
    rejectButton()->setText(tr("&Close"));
    m_again->setText(tr("&Refresh"));
    m_end->setText(tr("&End this session"));
    m_whose->setAccessibleName(tr("Whose desks"));
    nameTable(m_table, tr("Signed-in desks"));
    m_model->setHeads({tr("Who"), tr("Network address"), tr("Signed in"), tr("Last renewal")});
    const QSignalBlocker quiet(m_whose);
    const int before = std::max(m_whose->currentIndex(), 0);
    m_whose->clear();
    m_whose->addItems({tr("My own"), tr("Everybody's")});
    m_whose->setCurrentIndex(before);
    follow();
}

void SessionsDialog::reload()
{
    m_model->show(m_whose->currentIndex() == 1);
}

void SessionsDialog::follow()
{
    const int rows = m_model->rowCount();
    m_again->setEnabled(!m_model->isBusy());
    m_state->setText(m_model->isBusy() ? tr("Asking the backend…") : tr("%n desk(s)", nullptr, rows));
    if (const auto &error = m_model->error()) {
        m_state->clear();
        banner()->tell(
            Banner::Kind::Warn,
            models::isUnheard(*error)
                ? tr("The backend cannot be reached. It is asked again when the connection is restored.")
                : sentence(*error, m_house.names()));
    } else {
        banner()->clear();
    }
    // After one was ended nothing is chosen: a second click must not end the next.
    if (rows > 0 && !m_table->currentIndex().isValid() && !m_hasEnded)
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    followChoice();
}

void SessionsDialog::followChoice()
{
    const models::DeskSession *one = chosen();
    m_end->setEnabled(one && !one->isCurrent && !m_model->isBusy());
    m_what->setText(one && one->isCurrent ? tr("You are using this desk. To leave it, sign out.")
                                          : QString());
}

const models::DeskSession *SessionsDialog::chosen() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->session(index.row()) : nullptr;
}

void SessionsDialog::end()
{
    if (const models::DeskSession *one = chosen(); one && !one->isCurrent) {
        m_hasEnded = true;
        m_model->end(one->id);
    }
}

QString SessionsDialog::wordsOf(const QModelIndex &index) const
{
    const models::DeskSession &one = m_model->session(index.row());
    const QTimeZone zone = m_house.names().zone;
    switch (index.column()) {
    case SessionsModel::Who: {
        const QString who = tr("%1 (%2)", "name, user name").arg(text(one.account.name), text(one.user));
        return one.isCurrent ? tr("%1 – this desk").arg(who) : who;
    }
    case SessionsModel::From:
        return text(one.address);
    case SessionsModel::Opened:
        return instantText(one.openedAt, zone);
    case SessionsModel::Seen:
        return instantText(one.seenAt, zone);
    default:
        return {};
    }
}

} // namespace deskbell::ui
