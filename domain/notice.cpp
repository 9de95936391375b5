#include "domain/notice.h"

#include "domain/names.h"

namespace deskbell {
namespace {

} // namespace

bool isSettled(NoticeState state)
{
    return state >= NoticeState::Delivered;
}

} // namespace deskbell
