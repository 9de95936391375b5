#include "sandbox/cardbook.h"

#include <array>
#include <cstdio>

namespace deskbell::sandbox {

std::optional<BilledCard> CardBook::issue(const std::string &authKey, const std::string &customerKey)
{
    if (!authKey.starts_with(authKeyBeginning) || m_issued.contains(authKey))
        return std::nullopt;
    BilledCard card = keep(customerKey, authKey.starts_with(decliningAuthKey));
    m_issued[authKey] = card.billingKey;
    return card;
}

BilledCard CardBook::keep(const std::string &customerKey, bool isDeclined)
{
    BilledCard card{newKey("billing_"), customerKey, isDeclined};
    m_cards[card.billingKey] = card;
    return card;
}

const BilledCard *CardBook::find(std::string_view billingKey) const
{
    const auto found = m_cards.find(billingKey);
    return found == m_cards.end() ? nullptr : &found->second;
}

bool CardBook::remove(std::string_view billingKey)
{
    const auto found = m_cards.find(billingKey);
    if (found == m_cards.end())
        return false;
    m_cards.erase(found);
    return true;
}

std::string CardBook::newKey(std::string_view beginning)
{
    std::array<char, 33> random{};
    std::snprintf(random.data(), random.size(), "%016llx%016llx", static_cast<unsigned long long>(m_random()),
                  static_cast<unsigned long long>(m_random()));
    return std::string(beginning) + random.data();
}

} // namespace deskbell::sandbox
