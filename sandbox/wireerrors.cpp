// The provider's documented errors.

#include "sandbox/knownerror.h"
#include "sandbox/wire.h"

#include <array>
#include <boost/json/serialize.hpp>

namespace deskbell::sandbox {

namespace json = boost::json;

namespace {
constexpr std::array knownErrors{
    KnownError{"ALREADY_PROCESSED_PAYMENT", 400, "이미 처리된 결제 입니다."},
    KnownError{"PROVIDER_ERROR", 400, "일시적인 오류가 발생했습니다. 잠시 후 다시 시도해주세요."},
    KnownError{"INVALID_REQUEST", 400, "잘못된 요청입니다."},
    KnownError{"INVALID_TRANSACTION_KEY", 400, "잘못된 페이징 키 입니다."},
    KnownError{"INVALID_API_KEY", 400, "잘못된 시크릿키 연동 정보 입니다."},
    KnownError{"INVALID_IDEMPOTENCY_KEY", 400, "멱등키는 300자 이하여야 합니다."},
    KnownError{"BELOW_MINIMUM_AMOUNT", 400, "결제금액이 최소 금액보다 작습니다."},
    KnownError{"EXCEED_MAX_AMOUNT", 400, "거래금액 한도를 초과했습니다."},
    KnownError{"ALREADY_CANCELED_PAYMENT", 400, "이미 취소된 결제 입니다."},
    KnownError{"INVALID_CARD_NUMBER", 400, "카드번호를 다시 확인해주세요."},
    KnownError{"INVALID_CARD_EXPIRATION", 400, "카드 정보를 다시 확인해주세요. (유효기간)"},
    KnownError{"INVALID_CARD_PASSWORD", 400, "카드 정보를 다시 확인해주세요. (비밀번호)"},
    KnownError{"INVALID_CARD_IDENTITY", 400,
               "입력하신 주민번호/사업자번호가 카드 소유주 정보와 일치하지 않습니다."},
    KnownError{"INVALID_CARD_LOST_OR_STOLEN", 400, "분실 혹은 도난 카드입니다."},
    KnownError{"INVALID_STOPPED_CARD", 400, "정지된 카드 입니다."},
    KnownError{"INVALID_REJECT_CARD", 400, "카드 사용이 거절되었습니다. 카드사 문의가 필요합니다."},
    KnownError{"EXCEED_MAX_PAYMENT_AMOUNT", 400, "하루 결제 가능 금액을 초과했습니다."},
    KnownError{"EXCEED_MAX_DAILY_PAYMENT_COUNT", 400, "하루 결제 가능 횟수를 초과했습니다."},
    KnownError{"CARD_PROCESSING_ERROR", 400, "카드사에서 오류가 발생했습니다."},
    KnownError{"UNAUTHORIZED_KEY", 401, "인증되지 않은 시크릿 키 혹은 클라이언트 키 입니다."},
    KnownError{"FORBIDDEN_REQUEST", 403, "허용되지 않은 요청입니다."},
    KnownError{"REJECT_ACCOUNT_PAYMENT", 403, "잔액부족으로 결제에 실패했습니다."},
    KnownError{"REJECT_CARD_COMPANY", 403, "결제 승인이 거절되었습니다."},
    KnownError{"REJECT_CARD_PAYMENT", 403, "한도초과 혹은 잔액부족으로 결제에 실패했습니다."},
    KnownError{"EXCEED_MAX_ONE_DAY_AMOUNT", 403, "일일 한도를 초과했습니다."},
    KnownError{"NOT_CANCELABLE_PAYMENT", 403, "취소 할 수 없는 결제 입니다."},
    KnownError{"NOT_CANCELABLE_AMOUNT", 403, "취소 할 수 없는 금액 입니다."},
    KnownError{"NOT_FOUND_PAYMENT", 404, "존재하지 않는 결제 정보 입니다."},
    KnownError{"NOT_FOUND_PAYMENT_SESSION", 404,
               "결제 시간이 만료되어 결제 진행 데이터가 존재하지 않습니다."},
    KnownError{"NOT_MATCHES_CUSTOMER_KEY", 403, "빌링 인증 고객키와 결제 요청 고객키가 일치하지 않습니다."},
    KnownError{"NOT_FOUND_BILLING_KEY", 404, "존재하지 않는 빌링키 입니다."},
    KnownError{"IDEMPOTENT_REQUEST_PROCESSING", 409, "이전 멱등 요청이 처리중입니다."},
    KnownError{"FAILED_INTERNAL_SYSTEM_PROCESSING", 500,
               "내부 시스템 처리 작업이 실패했습니다. 잠시 후 다시 시도해주세요."},
    KnownError{"FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING", 500,
               "결제가 완료되지 않았어요. 다시 시도해주세요."},
    KnownError{"COMMON_ERROR", 500, "일시적인 오류가 발생했습니다. 잠시 후 다시 시도해주세요."},
};

const KnownError *knownError(std::string_view code)
{
    return findError(knownErrors, code);
}
} // namespace

WireAnswer errorAnswer(std::string_view code)
{
    const KnownError *error = knownError(code);
    if (!error)
        error = knownError("INVALID_REQUEST");
    return {error->status, json::serialize(json::object{{"code", error->code}, {"message", error->message}})};
}

bool isKnownError(std::string_view code)
{
    return knownError(code) != nullptr;
}

std::string_view errorMessage(std::string_view code)
{
    const KnownError *error = knownError(code);
    return error ? error->message : std::string_view();
}

} // namespace deskbell::sandbox
