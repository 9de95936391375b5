#include "server/import/findvalueforms.h"

#include <algorithm>
#include <tuple>

namespace deskbell::server {
namespace {

/// How much sense a booking makes as it was read: a reservation ends between its making and its departure, a
/// stay with the departure, a no-show on the arrival.
int senseOf(const Booking &booking)
{
    const auto &[arrival, departure] = booking.stay;
    const bool isExact = (booking.end == BookingEnd::CheckedOut && booking.endedOn == departure) ||
                         (booking.end == BookingEnd::NoShow && booking.endedOn == arrival);
    const bool isWithin = booking.bookedOn <= booking.endedOn && booking.endedOn <= departure;
    return isExact ? 2 : isWithin ? 1 : 0;
}

/// The rows as one way of writing has them.
struct Trial
{
    ValueForms forms;
    std::size_t understood = 0;
    int sense = 0;
    std::vector<std::optional<Booking>> rows;

    bool isBetterThan(const Trial &other) const
    {
        return std::tie(understood, sense) > std::tie(other.understood, other.sense);
    }
    bool isAsGoodAs(const Trial &other) const
    {
        return std::tie(understood, sense) == std::tie(other.understood, other.sense);
    }
};

/// A fraction of what cannot be divided, as of a won, was meant as thousands.
bool isFractionOfNothing(const std::string &price, char decimalMark, Currency currency)
{
    return minorUnitDigits(currency) == 0 && price.find(decimalMark) != std::string::npos;
}

Trial trialOf(const Columns &columns, std::span<const CsvRecord> records, Currency currency,
              const ValueForms &forms)
{
    const std::size_t adr = columns.find("adr")->second;
    Trial trial{forms, 0, 0, {}};
    trial.rows.reserve(records.size());
    for (const CsvRecord &record : records) {
        const auto booking = readBooking(columns, record, currency, forms);
        trial.understood += booking ? 1 : 0;
        if (booking)
            trial.sense += senseOf(*booking) -
                           (isFractionOfNothing(record.fields[adr], forms.decimalMark, currency) ? 1 : 0);
        trial.rows.push_back(booking ? std::optional(*booking) : std::nullopt);
    }
    return trial;
}

/// Two ways that are equally likely must not make different bookings.
Expected<void> checkAgree(const Columns &columns, std::span<const CsvRecord> records, const Trial &one,
                          const Trial &other)
{
    const auto told = [&](std::string code, std::size_t row, std::string_view column) {
        return failure(std::move(code), {{"column", std::string(column)},
                                         {"line", std::to_string(records[row].line)},
                                         {"value", records[row].fields[columns.find(column)->second]}});
    };
    for (std::size_t i = 0; i < one.rows.size(); ++i) {
        if (!one.rows[i] || !other.rows[i])
            continue;
        if (one.rows[i]->endedOn != other.rows[i]->endedOn)
            return told("dates-ambiguous", i, "reservation_status_date");
        if (one.rows[i]->rate != other.rows[i]->rate)
            return told("numbers-ambiguous", i, "adr");
    }
    return {};
}

} // namespace

Expected<ValueForms> valueFormsOf(const Columns &columns, std::span<const CsvRecord> records,
                                  Currency currency, std::optional<DateOrder> dates)
{
    const std::size_t adr = columns.find("adr")->second;
    const std::string_view marks = minorUnitDigits(currency) == 0 ? ",." : ",";
    const bool mayBeComma = std::any_of(records.begin(), records.end(), [&](const CsvRecord &record) {
        return adr < record.fields.size() && record.fields[adr].find_first_of(marks) != std::string::npos;
    });
    std::optional<Trial> best;
    std::vector<Trial> equals;
    for (int i = 0; i < dateOrderCount; ++i) {
        const auto order = static_cast<DateOrder>(i);
        if (dates && order != *dates)
            continue;
        for (const char mark : {'.', ','}) {
            if (mark == ',' && !mayBeComma)
                continue;
            Trial trial = trialOf(columns, records, currency, {order, mark});
            if (best && trial.isAsGoodAs(*best)) {
                equals.push_back(std::move(trial));
            } else if (!best || trial.isBetterThan(*best)) {
                best = std::move(trial);
                equals.clear();
            }
        }
    }
    for (const Trial &other : equals) {
        if (auto agreed = checkAgree(columns, records, *best, other); !agreed)
            return tl::unexpected(agreed.error());
    }
    return best->forms;
}

} // namespace deskbell::server
