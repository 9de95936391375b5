// Values for the tests of the stores and the line: a reservation with everything in it, commands, and
// files damaged in the ways that files are. Header only.
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <random>

#include "domain/command.h"
#include "domain/reservation.h"
#include "protocol/rows.h"

namespace deskbell::testing {

class Samples
{
public:
    explicit Samples(std::uint64_t seed = 1) : m_random(seed) {}

    Uuid uuid()
    {
        return makeUuidV7(now, [this] { return m_random(); });
    }

    Reservation reservation()
    {
        Reservation r;
        r.id = ReservationId{uuid()};
        r.version = 3;
        r.offering = OfferingId{uuid()};
        r.workflow = workflows::prepaid;
        r.stay = {today + Days{2}, today + Days{5}};
        r.quantity = 1;
        r.guest = {"Grace O'Brien", "+82 10-1234-5678", "grace@example.com", "KOR", "ko", true, false};
        r.adults = 2;
        r.children = 1;
        r.currency = *parseCurrency("KRW");
        r.nightlyPrices = {120000, 130000, -5};
        r.state = ReservationState::Confirmed;
        r.isApproved = true;
        r.holdsStock = true;
        r.unit = UnitId{uuid()};
        r.earlierUnits = {{UnitId{uuid()}, {today + Days{2}, today + Days{3}}}};
        r.wish = UnitId{uuid()};
        r.channel = "desk";
        r.note = "늦은 체크인 예정";
        r.endReason = "flight cancelled";
        r.unpaidSince = now;
        r.card = CardOnFile::Kept;
        r.payBy = now + std::chrono::hours{1};
        Payment payment;
        payment.id = PaymentId{uuid()};
        payment.method = PaymentMethod::Card;
        payment.amount = {250000, r.currency};
        payment.state = PaymentState::Taken;
        payment.token = "tok_1";
        payment.providerCode = "DONE";
        payment.isByKeptCard = true;
        payment.at = now;
        payment.refunds.push_back({RefundId{uuid()}, {1000, r.currency}, RefundState::Done, "late", now});
        r.payments.push_back(payment);
        r.notices.push_back({NoticeId{uuid()}, NoticeKind::Confirmed, NoticeState::Delivered, NoticeWay::Sms,
                             "m-1", "4000", "3104", now});
        r.history.push_back({now, "Kim", "reservation-cancelled", "flight cancelled"});
        return r;
    }

    Command confirm(const ReservationId &id)
    {
        Command command;
        command.id = CommandId{uuid()};
        command.args = ConfirmReservation{id};
        command.lane = laneOf(command.args);
        command.businessDate = today;
        command.madeAt = now;
        command.actor = "Kim";
        return command;
    }

    /// With a name that must not be found on any disk.
    Command make(const ReservationId &id)
    {
        MakeReservation made;
        made.reservation = id;
        made.offering = OfferingId{uuid()};
        made.stay = {today, today + Days{1}};
        made.guest.name = secretName;
        made.currency = *parseCurrency("KRW");
        made.nightlyPrices = {100};
        made.channel = "desk";
        Command command = confirm(id);
        command.args = made;
        return command;
    }

    static constexpr const char *secretName = "Hildegard Unfindable";
    Instant now{std::chrono::milliseconds{1'700'000'000'000}};
    Date today{Days{19'700}};

private:
    std::mt19937_64 m_random;
};

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool overwrite(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
}

/// True when the text stands in any file below the folder.
inline bool isWrittenAnywhere(const QString &folder, const QByteArray &text)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (contentOf(files.next()).contains(text))
            return true;
    }
    return false;
}

/// The ways a file is found after something went wrong with its disk.
enum class Damage { ZeroBytes, Garbage, Truncated, BrokenHeader, BrokenPages };

inline bool damage(const QString &path, Damage how)
{
    QByteArray content = contentOf(path);
    std::mt19937 random(5);
    switch (how) {
    case Damage::ZeroBytes:
        content.clear();
        break;
    case Damage::Garbage:
        for (char &c : content)
            c = static_cast<char>(random());
        break;
    case Damage::Truncated:
        content.truncate(content.size() / 3);
        break;
    case Damage::BrokenHeader:
        content.replace(0, 16, "not a database!!");
        break;
    case Damage::BrokenPages:
        for (qsizetype at = 4096; at < content.size(); ++at)
            content[at] = static_cast<char>(random());
        break;
    }
    return overwrite(path, content);
}

} // namespace deskbell::testing

Q_DECLARE_METATYPE(deskbell::testing::Damage)
