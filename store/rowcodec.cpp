#include "store/rowcodec.h"

#include <cstring>

namespace deskbell::store {

namespace {

class Packer
{
public:
    explicit Packer(Blob &out) : m_out(out) { m_out.clear(); }

    void number(std::uint64_t value)
    {
        while (value >= 0x80) {
            m_out.push_back(static_cast<std::uint8_t>(value) | 0x80);
            value >>= 7;
        }
        m_out.push_back(static_cast<std::uint8_t>(value));
    }
    void signedNumber(std::int64_t value)
    {
        const auto bits = static_cast<std::uint64_t>(value);
        number(bits << 1 ^ (value < 0 ? ~std::uint64_t{0} : 0));
    }
    void text(std::string_view value)
    {
        number(value.size());
        m_out.insert(m_out.end(), value.begin(), value.end());
    }
    void uuid(const Uuid &id) { m_out.insert(m_out.end(), id.bytes.begin(), id.bytes.end()); }
    void date(Date date) { signedNumber(date.time_since_epoch().count()); }
    void instant(Instant instant) { signedNumber(instant.time_since_epoch().count()); }
    void currency(Currency currency)
    {
        m_out.insert(m_out.end(), currency.code.begin(), currency.code.end());
    }
    template <typename Tag>
    void optionalId(const std::optional<Id<Tag>> &id)
    {
        number(id ? 1 : 0);
        if (id)
            uuid(id->value);
    }

private:
    Blob &m_out;
};

/// Reads to the end or fails once: after a failure everything reads as nothing.
class Unpacker
{
public:
    explicit Unpacker(Bytes in) : m_in(in) {}

    bool isSound() const { return m_isSound; }
    bool isAtEnd() const { return m_isSound && m_in.empty(); }

    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_in.empty())
                return fail();
            const std::uint8_t byte = m_in.front();
            m_in = m_in.subspan(1);
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                return value;
        }
        return fail();
    }
    std::int64_t signedNumber()
    {
        const std::uint64_t bits = number();
        return static_cast<std::int64_t>(bits >> 1 ^ (bits & 1 ? ~std::uint64_t{0} : 0));
    }
    int smallNumber() { return static_cast<int>(signedNumber()); }
    bool flag() { return number() == 1; }
    std::string text()
    {
        const Bytes bytes = take(number());
        return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
    }
    std::string_view view()
    {
        const Bytes bytes = take(number());
        return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
    }
    Uuid uuid()
    {
        Uuid id;
        if (const Bytes bytes = take(id.bytes.size()); !bytes.empty())
            std::memcpy(id.bytes.data(), bytes.data(), bytes.size());
        return id;
    }
    Date date() { return Date{Days{signedNumber()}}; }
    Instant instant() { return Instant{std::chrono::milliseconds{signedNumber()}}; }
    Currency currency()
    {
        Currency currency;
        if (const Bytes bytes = take(currency.code.size()); !bytes.empty())
            std::memcpy(currency.code.data(), bytes.data(), bytes.size());
        return currency;
    }
    template <typename Id>
    std::optional<Id> optionalId()
    {
        return flag() ? std::optional<Id>(Id{uuid()}) : std::nullopt;
    }
    template <typename Enum>
    Enum enumerated(std::uint64_t last)
    {
        const std::uint64_t value = number();
        return static_cast<Enum>(value <= last ? value : fail());
    }
    /// How many follow, each at least a byte long.
    std::size_t count()
    {
        const std::uint64_t value = number();
        return value <= m_in.size() ? static_cast<std::size_t>(value) : fail();
    }

private:
    Bytes take(std::uint64_t size)
    {
        if (!m_isSound || size > m_in.size()) {
            fail();
            return {};
        }
        const Bytes bytes = m_in.first(static_cast<std::size_t>(size));
        m_in = m_in.subspan(static_cast<std::size_t>(size));
        return bytes;
    }
    std::uint8_t fail()
    {
        m_isSound = false;
        m_in = {};
        return 0;
    }

    Bytes m_in;
    bool m_isSound = true;
};

void packPayment(Packer &pack, const Payment &payment)
{
    pack.uuid(payment.id.value);
    pack.number(static_cast<std::uint64_t>(payment.method));
    pack.signedNumber(payment.amount.minor);
    pack.currency(payment.amount.currency);
    pack.number(static_cast<std::uint64_t>(payment.state));
    pack.text(payment.token);
    pack.number(payment.isByKeptCard ? 1 : 0);
    pack.text(payment.providerCode);
    pack.instant(payment.at);
    pack.number(payment.refunds.size());
    for (const Refund &refund : payment.refunds) {
        pack.uuid(refund.id.value);
        pack.signedNumber(refund.amount.minor);
        pack.currency(refund.amount.currency);
        pack.number(static_cast<std::uint64_t>(refund.state));
        pack.text(refund.reason);
        pack.instant(refund.at);
    }
}

Payment unpackPayment(Unpacker &unpack)
{
    Payment payment;
    payment.id = PaymentId{unpack.uuid()};
    payment.method = unpack.enumerated<PaymentMethod>(static_cast<std::uint64_t>(PaymentMethod::Transfer));
    payment.amount.minor = unpack.signedNumber();
    payment.amount.currency = unpack.currency();
    payment.state = unpack.enumerated<PaymentState>(paymentStateCount - 1);
    payment.token = unpack.text();
    payment.isByKeptCard = unpack.flag();
    payment.providerCode = unpack.text();
    payment.at = unpack.instant();
    payment.refunds.resize(unpack.count());
    for (Refund &refund : payment.refunds) {
        refund.id = RefundId{unpack.uuid()};
        refund.amount.minor = unpack.signedNumber();
        refund.amount.currency = unpack.currency();
        refund.state = unpack.enumerated<RefundState>(static_cast<std::uint64_t>(RefundState::Failed));
        refund.reason = unpack.text();
        refund.at = unpack.instant();
    }
    return payment;
}

void packNotice(Packer &pack, const Notice &notice)
{
    pack.uuid(notice.id.value);
    pack.number(static_cast<std::uint64_t>(notice.kind));
    pack.number(static_cast<std::uint64_t>(notice.state));
    pack.number(static_cast<std::uint64_t>(notice.way));
    pack.text(notice.message);
    pack.text(notice.providerCode);
    pack.text(notice.fallbackCode);
    pack.instant(notice.at);
}

Notice unpackNotice(Unpacker &unpack)
{
    Notice notice;
    notice.id = NoticeId{unpack.uuid()};
    notice.kind = unpack.enumerated<NoticeKind>(noticeKindCount - 1);
    notice.state = unpack.enumerated<NoticeState>(noticeStateCount - 1);
    notice.way = unpack.enumerated<NoticeWay>(noticeWayCount - 1);
    notice.message = unpack.text();
    notice.providerCode = unpack.text();
    notice.fallbackCode = unpack.text();
    notice.at = unpack.instant();
    return notice;
}

void packGuest(Packer &pack, const Guest &guest)
{
    pack.text(guest.name);
    pack.text(guest.phone);
    pack.text(guest.email);
    pack.text(guest.country);
    pack.text(guest.language);
    pack.number(guest.isInvented ? 1 : 0);
    pack.number(guest.wantsNotices ? 1 : 0);
}

Guest unpackGuest(Unpacker &unpack)
{
    Guest guest;
    guest.name = unpack.text();
    guest.phone = unpack.text();
    guest.email = unpack.text();
    guest.country = unpack.text();
    guest.language = unpack.text();
    guest.isInvented = unpack.flag();
    guest.wantsNotices = unpack.flag();
    return guest;
}

} // namespace

void packReservation(const Reservation &reservation, Blob &out)
{
    Packer pack(out);
    pack.uuid(reservation.id.value);
    pack.number(reservation.version);
    pack.uuid(reservation.offering.value);
    pack.text(reservation.workflow.name);
    pack.date(reservation.stay.arrival);
    pack.date(reservation.stay.departure);
    pack.signedNumber(reservation.quantity);
    packGuest(pack, reservation.guest);
    pack.signedNumber(reservation.adults);
    pack.signedNumber(reservation.children);
    pack.currency(reservation.currency);
    pack.number(reservation.nightlyPrices.size());
    for (const std::int64_t price : reservation.nightlyPrices)
        pack.signedNumber(price);
    pack.number(static_cast<std::uint64_t>(reservation.state));
    pack.number(reservation.isApproved ? 1 : 0);
    pack.number(reservation.holdsStock ? 1 : 0);
    pack.optionalId(reservation.unit);
    pack.optionalId(reservation.wish);
    pack.text(reservation.channel);
    pack.text(reservation.note);
    pack.text(reservation.endReason);
    for (const auto &time : {reservation.unpaidSince, reservation.payBy}) {
        pack.number(time ? 1 : 0);
        if (time)
            pack.instant(*time);
    }
    pack.number(static_cast<std::uint64_t>(reservation.card));
    pack.number(reservation.payments.size());
    for (const Payment &payment : reservation.payments)
        packPayment(pack, payment);
    pack.number(reservation.notices.size());
    for (const Notice &notice : reservation.notices)
        packNotice(pack, notice);
    pack.number(reservation.history.size());
    for (const HistoryEntry &entry : reservation.history) {
        pack.instant(entry.at);
        pack.text(entry.actor);
        pack.text(entry.what);
        pack.text(entry.detail);
    }
}

Expected<Reservation> unpackReservation(Bytes packed)
{
    Unpacker unpack(packed);
    Reservation reservation;
    reservation.id = ReservationId{unpack.uuid()};
    reservation.version = static_cast<std::uint32_t>(unpack.number());
    reservation.offering = OfferingId{unpack.uuid()};
    const auto workflow = workflowNamed(unpack.view());
    reservation.stay.arrival = unpack.date();
    reservation.stay.departure = unpack.date();
    reservation.quantity = unpack.smallNumber();
    reservation.guest = unpackGuest(unpack);
    reservation.adults = unpack.smallNumber();
    reservation.children = unpack.smallNumber();
    reservation.currency = unpack.currency();
    reservation.nightlyPrices.resize(unpack.count());
    for (std::int64_t &price : reservation.nightlyPrices)
        price = unpack.signedNumber();
    reservation.state = unpack.enumerated<ReservationState>(reservationStateCount - 1);
    reservation.isApproved = unpack.flag();
    reservation.holdsStock = unpack.flag();
    reservation.unit = unpack.optionalId<UnitId>();
    reservation.wish = unpack.optionalId<UnitId>();
    reservation.channel = unpack.text();
    reservation.note = unpack.text();
    reservation.endReason = unpack.text();
    for (auto *time : {&reservation.unpaidSince, &reservation.payBy}) {
        if (unpack.flag())
            *time = unpack.instant();
    }
    reservation.card = unpack.enumerated<CardOnFile>(cardOnFileCount - 1);
    const std::size_t payments = unpack.count();
    reservation.payments.reserve(payments);
    for (std::size_t i = 0; i < payments && unpack.isSound(); ++i)
        reservation.payments.push_back(unpackPayment(unpack));
    reservation.notices.resize(unpack.count());
    for (Notice &notice : reservation.notices)
        notice = unpackNotice(unpack);
    reservation.history.resize(unpack.count());
    for (HistoryEntry &entry : reservation.history) {
        entry.at = unpack.instant();
        entry.actor = unpack.text();
        entry.what = unpack.text();
        entry.detail = unpack.text();
    }
    if (!unpack.isAtEnd() || !workflow)
        return failure(std::string(failurecode::damaged), {{"id", toString(reservation.id)}});
    reservation.workflow = *workflow;
    return reservation;
}

} // namespace deskbell::store
