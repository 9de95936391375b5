#include "domain/scene.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace deskbell::testing {

using enum ReservationState;

void Scene::confirm()
{
    if (now().workflow.payment != PaymentTiming::AfterConfirmation &&
        now().workflow.payment != PaymentTiming::ByDeparture)
        pay();
    if (now().state == Requested || now().state == AwaitingConfirmation)
        must(ConfirmReservation{id});
    if (now().state == AwaitingPayment)
        pay();
    if (now().workflow.unit != UnitTiming::None && !now().unit)
        must(usual(typeOf<AssignUnit>()));
    ASSERT_EQ(now().state, Confirmed);
}

void Scene::bringTo(ReservationState wanted)
{
    switch (wanted) {
    case Requested:
    case AwaitingUnit:
        break;
    case AwaitingPayment:
        if (now().state == Requested)
            must(ConfirmReservation{id});
        break;
    case AwaitingConfirmation:
        pay();
        break;
    case Confirmed:
        confirm();
        break;
    case Cancelling:
        // Paid by card, which takes its time to go back.
        must(TakePayment{id, idNumbered<PaymentId>(1), PaymentMethod::Card, chargeable(now()), "tok"});
        for (const PaymentState heard : {PaymentState::Sent, PaymentState::Taken})
            must(RecordPaymentOutcome{id, idNumbered<PaymentId>(1), heard, ""}, Role::System);
        must(CancelReservation{id, "ill"});
        break;
    case InHouse:
        confirm();
        must(CheckIn{id});
        break;
    case Departed:
        confirm();
        must(CheckIn{id});
        pay();
        must(CheckOut{id});
        break;
    case Cancelled:
        confirm();
        must(CancelReservation{id, ""});
        break;
    case Rejected:
        if (now().state == AwaitingPayment)
            pay();
        must(RejectReservation{id, "full"});
        break;
    case NoShow: {
        confirm();
        const Date today = m_hotel.businessDate;
        m_hotel.businessDate = today + Days{1};
        must(MarkNoShow{id});
        m_hotel.businessDate = today;
        break;
    }
    }
    ASSERT_EQ(now().state, wanted);
}

CommandArgs Scene::usual(CommandType type) const
{
    const PaymentId payment = now().payments.empty() ? idNumbered<PaymentId>(1) : now().payments[0].id;
    switch (type) {
    case typeOf<ConfirmReservation>():
        return ConfirmReservation{id};
    case typeOf<RejectReservation>():
        return RejectReservation{id, "no room"};
    case typeOf<CancelReservation>():
        return CancelReservation{id, ""};
    case typeOf<MoveReservation>(): {
        const Stay longer{now().stay.arrival, now().stay.departure + Days{1}};
        auto prices = now().nightlyPrices;
        prices.resize(now().workflow.slotKind == SlotKind::Once ? 1 : 3, 10000);
        return MoveReservation{id, m_offering, longer, now().unit, prices};
    }
    case typeOf<AssignUnit>():
        return AssignUnit{id, m_hotel.unitsOf(m_offering)[1]};
    case typeOf<UnassignUnit>():
        return UnassignUnit{id};
    case typeOf<CheckIn>():
        return CheckIn{id};
    case typeOf<CheckOut>():
        return CheckOut{id};
    case typeOf<MarkNoShow>():
        return MarkNoShow{id};
    case typeOf<EditGuest>(): {
        Guest guest = now().guest;
        guest.phone = "010-1234-5678";
        return EditGuest{id, guest};
    }
    case typeOf<EditNote>():
        return EditNote{id, "late"};
    case typeOf<TakePayment>(): {
        Money amount = chargeable(now());
        amount.minor = std::max<std::int64_t>(amount.minor, 1);
        return TakePayment{id, idNumbered<PaymentId>(now().payments.size() + 1), PaymentMethod::Cash, amount,
                           ""};
    }
    case typeOf<RefundPayment>(): {
        Money amount = now().payments.empty() ? Money{1, m_hotel.currency} : now().payments[0].amount;
        return RefundPayment{id, payment, idNumbered<RefundId>(1), amount, ""};
    }
    case typeOf<RecordPaymentOutcome>():
        return RecordPaymentOutcome{id, payment, PaymentState::Sent, ""};
    case typeOf<RecordRefundOutcome>():
        return RecordRefundOutcome{id, payment, idNumbered<RefundId>(99), RefundState::Done, ""};
    case typeOf<RecordNoticeOutcome>():
        return RecordNoticeOutcome{id, idNumbered<NoticeId>(99), NoticeState::Sent, NoticeWay::Alimtalk, "",
                                   ""};
    case typeOf<AssignAnyUnit>():
        return AssignAnyUnit{id};
    case typeOf<EraseGuest>():
        return EraseGuest{id};
    case typeOf<ExpireReservation>():
        return ExpireReservation{id};
    case typeOf<RecordCardOutcome>():
        return RecordCardOutcome{id, CardOnFile::Kept, "sealed", ""};
    default:
        return request(m_hotel, id, m_offering);
    }
}

} // namespace deskbell::testing
