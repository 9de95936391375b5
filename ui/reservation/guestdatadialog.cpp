#include "ui/reservation/guestdatadialog.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "domain/guestmatch.h"
#include "ui/asker.h"
#include "ui/format.h"
#include "ui/parts/parts.h"
#include "ui/parts/tables.h"
#include "ui/parts/textkeeper.h"
#include "ui/sentences.h"
#include "ui/theme.h"

namespace deskbell::ui {

namespace {

enum Column { Code, Who, Dates, What, Standing, KnownBy, ColumnCount };

bool canBeErased(const models::GuestStay &stay)
{
    return isFinal(stay.reservation.state) && !isErased(stay.reservation.guest);
}

bool hasMoneyOpen(const Reservation &reservation)
{
    return !owed(reservation).isZero() || !credit(reservation).isZero();
}

} // namespace

QByteArray documentOf(const models::GuestData &data, const std::vector<const models::GuestStay *> &stays)
{
    QJsonArray all;
    for (const models::GuestStay *stay : stays)
        all.append(QJsonDocument::fromJson(QByteArray::fromStdString(stay->document)).object());
    const QJsonObject whole{{QStringLiteral("property"), typed(data.property)},
                            {QStringLiteral("madeAt"), text(toString(data.madeAt))},
                            {QStringLiteral("stays"), all}};
    return QJsonDocument(whole).toJson(QJsonDocument::Indented);
}

GuestDataDialog::GuestDataDialog(const House &house, Asker &asker, const Reservation &of, QWidget *parent)
    : DeskDialog("guestDataDialog", parent), m_house(house), m_asker(asker), m_of(of),
      m_ticket(QRandomGenerator::global()->generate64()), m_table(new QTableWidget(this)),
      m_state(makeLabel(this, "muted")), m_save(makeButton(this, "guestDataSave")),
      m_isMeant(new QCheckBox(this))
{
    setRoomySize({820, 480});
    build();
    connect(&asker.desk(), &models::FrontDesk::guestDataTold, this, &GuestDataDialog::take);
    connect(m_table, &QTableWidget::itemChanged, this, &GuestDataDialog::follow);
    connect(m_isMeant, &QCheckBox::toggled, this, &GuestDataDialog::follow);
    connect(m_save, &QPushButton::clicked, this, &GuestDataDialog::save);
    connect(acceptButton(), &QPushButton::clicked, this, &GuestDataDialog::erase);
    askAgainOnline(asker.desk(), *this, [this] { ask(); });
    texts()->keep([this] { say(); });
    ask();
    m_table->setFocus();
}

void GuestDataDialog::build()
{
    m_table->setObjectName(QStringLiteral("guestDataTable"));
    m_state->setObjectName(QStringLiteral("guestDataState"));
    m_table->setColumnCount(ColumnCount);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_table->setMinimumHeight(136);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_state);
    m_isMeant->setObjectName(QStringLiteral("guestDataIsMeant"));
    body()->addWidget(m_isMeant);
    preferReject(QStringLiteral("danger"));
    buttonRow()->insertWidget(0, m_save);
}

void GuestDataDialog::say()
{
    setHeading(tr("Data kept about %1").arg(guestText(m_of.guest.name)),
               tr("Reservations with the same name and the same phone number or e-mail address are ticked. "
                  "Tick others only if they belong to the same person."));
    rejectButton()->setText(tr("&Close"));
    m_save->setText(tr("&Save a copy…"));
    acceptButton()->setText(tr("&Erase"));
    nameTable(m_table, tr("Reservations of this guest"));
    m_table->setHorizontalHeaderLabels(
        {tr("Number"), tr("Guest"), tr("Stay"), tr("What"), tr("State"), tr("Matched by")});
    fill();
}

void GuestDataDialog::ask()
{
    m_error.reset();
    m_isBusy = true;
    m_asker.desk().askGuestData(m_of.id, ++m_ticket);
    follow();
}

void GuestDataDialog::take(quint64 ticket, const Expected<models::GuestData> &data)
{
    if (ticket != m_ticket || !m_isBusy)
        return;
    m_isBusy = false;
    if (data)
        m_data = *data;
    else
        m_error = data.error();
    fill();
}

void GuestDataDialog::fill()
{
    const QSignalBlocker quiet(m_table);
    const bool isFirst = m_table->rowCount() != static_cast<int>(m_data.stays.size());
    m_table->setRowCount(static_cast<int>(m_data.stays.size()));
    const GuestMatch match(m_of.guest);
    int row = 0;
    for (const models::GuestStay &stay : m_data.stays) {
        const Reservation &one = stay.reservation;
        const OfferingKind kind = kindOf(one.workflow);
        const QString what = stay.unit.empty()
                                 ? text(stay.offering)
                                 : tr("%1, %2", "room type, room").arg(text(stay.offering), text(stay.unit));
        // A family or a company has one phone number: with another name it may be another person.
        const bool isSameGuest = one.id == m_of.id || (stay.isSure && match.with(one.guest).isByName);
        const QString knownBy = !stay.isSure  ? tr("Name only")
                                : isSameGuest ? tr("Contact data")
                                              : tr("Contact data, other name");
        const QString cells[ColumnCount] = {text(shortCode(one.id)),    guestText(one.guest.name),
                                            stayText(one.stay),         what,
                                            stateName(one.state, kind), knownBy};
        const bool wasTicked = !isFirst && m_table->item(row, Code)->checkState() == Qt::Checked;
        for (int column = 0; column < ColumnCount; ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setToolTip(cells[column]);
            if (column == Code)
                item->setCheckState((isFirst ? isSameGuest : wasTicked) ? Qt::Checked : Qt::Unchecked);
            m_table->setItem(row, column, item);
        }
        ++row;
    }
    follow();
}

std::vector<const models::GuestStay *> GuestDataDialog::chosen() const
{
    std::vector<const models::GuestStay *> all;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (m_table->item(row, Code)->checkState() == Qt::Checked)
            all.push_back(&m_data.stays[static_cast<std::size_t>(row)]);
    }
    return all;
}

void GuestDataDialog::follow()
{
    const auto all = chosen();
    const auto erasable =
        std::count_if(all.begin(), all.end(), [](const auto *stay) { return canBeErased(*stay); });
    const bool hasOpenMoney = std::any_of(all.begin(), all.end(), [](const auto *stay) {
        return canBeErased(*stay) && hasMoneyOpen(stay->reservation);
    });
    const auto kept = static_cast<int>(all.size()) - static_cast<int>(erasable);
    m_save->setEnabled(!all.empty() && !m_isBusy);
    m_isMeant->setEnabled(erasable > 0 && !m_isBusy);
    m_isMeant->setText(tr("Erase name, phone, e-mail, notes and reasons of %n reservation(s) &for good",
                          nullptr, static_cast<int>(erasable)));
    acceptButton()->setEnabled(m_isMeant->isEnabled() && m_isMeant->isChecked() && !isSent());
    m_state->setText(
        m_isBusy   ? tr("Asking the backend…")
        : kept > 0 ? tr("%n of them is not over yet or already erased, and stays unchanged.", nullptr, kept)
                   : QString());
    if (m_error)
        banner()->tell(
            Banner::Kind::Warn,
            models::isUnheard(*m_error)
                ? tr("The backend cannot be reached. It is asked again when the connection is restored.")
                : sentence(*m_error, m_house.names()));
    else if (hasOpenMoney && m_isMeant->isEnabled())
        banner()->tell(Banner::Kind::Warn,
                       tr("Some amounts are not settled: settle them first. Once the data is erased, nobody "
                          "can tell whose they are, and erasing cannot be undone."));
    else if (m_isMeant->isEnabled() && m_isMeant->isChecked())
        banner()->tell(Banner::Kind::Warn, tr("The data is erased here, at the backend and at every desk, "
                                              "and cannot be restored. Stays and amounts remain."));
    else
        banner()->clear();
}

void GuestDataDialog::save()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save a copy"), QStringLiteral("guest-%1.json").arg(text(shortCode(m_of.id))),
        tr("Data (*.json)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray document = documentOf(m_data, chosen());
    if (file.open(QIODevice::WriteOnly) && file.write(document) == document.size() && file.commit())
        banner()->tell(Banner::Kind::Good, tr("Saved: %1").arg(path));
    else
        banner()->tell(Banner::Kind::Bad, tr("%1 could not be written: %2").arg(path, file.errorString()));
}

void GuestDataDialog::erase()
{
    if (isSent() || !acceptButton()->isEnabled())
        return;
    std::vector<CommandArgs> all;
    for (const models::GuestStay *stay : chosen()) {
        if (canBeErased(*stay))
            all.emplace_back(EraseGuest{stay->reservation.id});
    }
    askOnce(m_asker, all, m_house);
}

} // namespace deskbell::ui
