#include "domain/property.h"

#include <array>

#include "domain/names.h"

namespace deskbell {
namespace {

constexpr std::array<std::string_view, saleStateCount> saleStateNames{"open", "closed", "removed"};

} // namespace

std::string_view toString(SaleState state)
{
    return names::nameOf(saleStateNames, state);
}

std::optional<SaleState> saleStateNamed(std::string_view name)
{
    return names::valueNamed<SaleState>(saleStateNames, name);
}

} // namespace deskbell
