#include "domain/role.h"

#include "domain/names.h"

namespace deskbell {
namespace {

constexpr std::array<std::string_view, 5> roleNames{"guest", "clerk", "manager", "admin", "system"};

/// The least role among people that may give a command; none for the system's own.
std::optional<Role> leastPerson(CommandType type)
{
    switch (type) {
    case CommandType::ConfirmReservation:
    case CommandType::RejectReservation:
    case CommandType::RefundPayment:
    case CommandType::AdvanceBusinessDate:
    case CommandType::EraseGuest:
    case CommandType::PutOffering: // of performances; decide() says which
        return Role::Manager;
    case CommandType::ChangeWorkflow:
    case CommandType::PutUnit:
    case CommandType::PutProperty:
        return Role::Admin;
    case CommandType::RecordPaymentOutcome:
    case CommandType::RecordRefundOutcome:
    case CommandType::RecordNoticeOutcome:
    case CommandType::AssignAnyUnit:
    case CommandType::ExpireReservation:
    case CommandType::RecordCardOutcome:
        return std::nullopt;
    default:
        return Role::Clerk;
    }
}

} // namespace

std::string_view toString(Role role)
{
    return names::nameOf(roleNames, role);
}

std::optional<Role> roleNamed(std::string_view name)
{
    return names::valueNamed<Role>(roleNames, name);
}

bool mayDo(Role role, CommandType type)
{
    if (role == Role::System)
        return type == CommandType::RecordPaymentOutcome || type == CommandType::RecordRefundOutcome ||
               type == CommandType::RecordNoticeOutcome || type == CommandType::AssignUnit ||
               type == CommandType::AssignAnyUnit || type == CommandType::ExpireReservation ||
               type == CommandType::RecordCardOutcome || type == CommandType::EraseGuest;
    if (role == Role::Guest)
        return type == CommandType::MakeReservation || type == CommandType::TakePayment ||
               type == CommandType::CancelReservation || type == CommandType::EditGuest ||
               type == CommandType::EditNote;
    const std::optional<Role> least = leastPerson(type);
    return least && role >= *least;
}

} // namespace deskbell
