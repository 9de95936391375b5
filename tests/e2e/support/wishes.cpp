#include "e2e/support/wishes.h"

#include <algorithm>

namespace deskbell::e2e {

int freeRooms(const Truth &truth, const OfferingId &offering, Date night)
{
    const auto type = std::find_if(truth.offerings.begin(), truth.offerings.end(),
                                   [&](const Offering &each) { return each.id == offering; });
    if (type == truth.offerings.end())
        return 0;
    int taken = 0;
    for (const auto &[id, stay] : truth.reservations) {
        if (stay.holdsStock && stay.offering == offering && stay.stay.contains(night))
            taken += stay.quantity;
    }
    return type->capacity - taken;
}

std::optional<Vacancy> emptyNights(const Truth &truth, int nights, Days after)
{
    const auto smallest =
        std::min_element(truth.offerings.begin(), truth.offerings.end(),
                         [](const Offering &a, const Offering &b) { return a.capacity < b.capacity; });
    if (smallest == truth.offerings.end())
        return std::nullopt;
    const Date first = truth.property.businessDate + after;
    for (Date arrival = first; arrival < first + Days{200}; arrival += Days{1}) {
        const Stay stay{arrival, arrival + Days{nights}};
        bool isEmpty = true;
        for (Date night = stay.arrival; night < stay.departure && isEmpty; night += Days{1})
            isEmpty = freeRooms(truth, smallest->id, night) == smallest->capacity;
        if (isEmpty)
            return Vacancy{*smallest, stay, smallest->capacity};
    }
    return std::nullopt;
}

MakeReservation wish(const Truth &truth, const Vacancy &vacancy, const std::string &guest, const Uuid &id)
{
    MakeReservation make;
    make.reservation = ReservationId{id};
    make.offering = vacancy.offering.id;
    make.stay = vacancy.stay;
    make.guest.name = guest;
    make.guest.language = "en";
    make.adults = 2;
    make.currency = truth.property.currency;
    make.nightlyPrices.assign(static_cast<std::size_t>(vacancy.stay.nights()), vacancy.offering.basePrice);
    make.channel = "desk";
    return make;
}

} // namespace deskbell::e2e
