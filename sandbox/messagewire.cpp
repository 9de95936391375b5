#include "sandbox/messagewire.h"

#include "sandbox/knownerror.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <set>

namespace deskbell::sandbox {

namespace json = boost::json;

namespace {
constexpr std::array knownErrors{
    KnownError{"ValidationError", 400, "올바르지 않은 값이 있습니다."},
    KnownError{"Unauthorized", 401, "인증 정보가 없습니다."},
    KnownError{"NotEnoughBalance", 402, "잔액이 부족합니다."},
    KnownError{"InvalidAPIKey", 403, "유효한 API Key가 아닙니다."},
    KnownError{"SignatureDoesNotMatch", 403, "생성한 Signature가 일치하지 않습니다."},
    KnownError{"RequestTimeTooSkewed", 403, "시간 값이 서버 시간을 15분 이상 벗어났습니다."},
    KnownError{"DuplicatedSignature", 403, "이미 사용된 Signature입니다."},
    KnownError{"Forbidden", 403, "허용되지 않은 IP입니다."},
    KnownError{"TemplateNotFound", 404, "템플릿을 찾을 수 없습니다."},
    KnownError{"TooManyRequests", 429, "요청이 너무 많습니다."},
    KnownError{messageServerError, 500, "서버 오류가 발생했습니다."},
};

struct KnownResult
{
    std::string_view code;
    std::string_view text;
};

constexpr std::array knownResults{
    KnownResult{"1010", "필수 입력 값 미입력"},
    KnownResult{"1011", "Format Error"},
    KnownResult{"1013", "제목은 문자 타입이 'SMS'일 경우 사용이 불가능합니다."},
    KnownResult{"1014", "제목은 40byte까지 사용 가능합니다."},
    KnownResult{"1026", "중복 수신번호"},
    KnownResult{"1029", "EUC-KR 범위 안에 있는 문자만 사용 가능합니다."},
    KnownResult{"1030", "잔액 부족"},
    KnownResult{"1031", "글자 수 초과"},
    KnownResult{"1032", "유효한 커스텀 필드 값이 아닙니다."},
    KnownResult{"1033", "kakaoOptions은 메시지가 ATA 나 CTA인 경우에만 사용가능합니다."},
    KnownResult{"1041", "유효한 플러스 친구 값이 아닙니다."},
    KnownResult{"1042", "유효한 템플릿 아이디가 아닙니다."},
    KnownResult{"1043", "등록한 템플릿과 내용이 다릅니다."},
    KnownResult{"1046", "버튼이 있는 템플릿입니다."},
    KnownResult{"1047", "버튼이 없는 템플릿입니다."},
    KnownResult{"1050", "버튼은 최대 5개까지 사용 가능합니다."},
    KnownResult{"1062", "발신번호 미등록"},
    KnownResult{"2000", "정상 접수(이통사로 접수 예정)"},
    KnownResult{"2024", "서버 오류"},
    KnownResult{"3000", "이통사로 접수(리포트를 기다리는 중)"},
    KnownResult{"3010", "수신번호 형식 오류"},
    KnownResult{"3014", "알 수 없는 메시지 상태"},
    KnownResult{"3103", "메시지와 템플릿 불일치"},
    KnownResult{"3104", "카카오톡 미사용자"},
    KnownResult{"3105", "미등록 템플릿"},
    KnownResult{"3107", "72시간 이내 카카오톡 미사용자, 알림톡 차단한 사용자"},
    KnownResult{"4000", "발송 처리 완료"},
};

constexpr std::size_t maxSmsBytes = 90;
constexpr std::size_t maxLmsBytes = 2'000;
constexpr std::size_t maxAlimtalkCharacters = 1'000;
constexpr std::size_t maxSubjectBytes = 40;
constexpr std::size_t maxButtons = 5;
constexpr std::size_t maxMessages = 10'000;

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// In EUC-KR: one byte for ASCII, two for everything else that it has.
std::size_t koreanBytes(std::string_view text)
{
    std::size_t bytes = 0;
    for (const char c : text) {
        if ((c & 0xC0) != 0x80)
            bytes += (c & 0x80) != 0 ? 2 : 1;
    }
    return bytes;
}

// Beyond the basic plane there is no Korean: emoji and the like.
bool isKoreanText(std::string_view text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
}

bool isDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// True when the member is not there, or is text.
bool readText(const json::object &object, std::string_view name, std::string &into)
{
    const json::value *value = object.if_contains(name);
    if (!value || value->is_null())
        return true;
    if (!value->is_string())
        return false;
    into = std::string(value->get_string());
    return true;
}

bool readFlag(const json::object &object, std::string_view name, bool &into)
{
    const json::value *value = object.if_contains(name);
    if (!value || value->is_null())
        return true;
    if (!value->is_bool())
        return false;
    into = value->get_bool();
    return true;
}

bool readTexts(const json::object &object, std::string_view name, std::map<std::string, std::string> &into)
{
    const json::value *value = object.if_contains(name);
    if (!value || value->is_null())
        return true;
    if (!value->is_object())
        return false;
    for (const auto &member : value->get_object()) {
        if (!member.value().is_string())
            return false;
        into[member.key()] = std::string(member.value().get_string());
    }
    return true;
}

bool readKakao(const json::object &object, std::optional<KakaoOptions> &into)
{
    const json::value *value = object.if_contains("kakaoOptions");
    if (!value || value->is_null())
        return true;
    if (!value->is_object())
        return false;
    const json::object &options = value->get_object();
    KakaoOptions kakao;
    const json::value *buttons = options.if_contains("buttons");
    if (buttons && !buttons->is_null() && !buttons->is_array())
        return false;
    if (buttons && buttons->is_array())
        kakao.buttons = buttons->get_array().size();
    if (!readText(options, "pfId", kakao.pfId) || !readText(options, "templateId", kakao.templateId) ||
        !readTexts(options, "variables", kakao.variables) ||
        !readFlag(options, "disableSms", kakao.disableSms))
        return false;
    into = std::move(kakao);
    return true;
}

std::optional<MessageWish> messageWish(const json::value &value)
{
    if (!value.is_object())
        return std::nullopt;
    const json::object &object = value.get_object();
    MessageWish wish;
    if (!readText(object, "to", wish.to) || !readText(object, "from", wish.from) ||
        !readText(object, "type", wish.type) || !readText(object, "text", wish.text) ||
        !readText(object, "subject", wish.subject) || !readTexts(object, "customFields", wish.customFields) ||
        !readKakao(object, wish.kakao))
        return std::nullopt;
    if (wish.type.empty()) { // told by what there is, as the provider does
        const bool isLong = koreanBytes(wish.text) > maxSmsBytes || !wish.subject.empty();
        wish.type = wish.kakao ? "ATA" : isLong ? "LMS" : "SMS";
    }
    return wish;
}

std::string_view refusalOfText(const MessageWish &wish)
{
    if (wish.type == "ATA")
        return characters(wish.text) > maxAlimtalkCharacters ? "1031" : "";
    if (wish.text.empty())
        return "1010";
    if (wish.type == "SMS" && !wish.subject.empty())
        return "1013";
    if (koreanBytes(wish.subject) > maxSubjectBytes)
        return "1014";
    if (!isKoreanText(wish.text) || !isKoreanText(wish.subject))
        return "1029";
    return koreanBytes(wish.text) > (wish.type == "SMS" ? maxSmsBytes : maxLmsBytes) ? "1031" : "";
}

std::string_view wordOf(std::string_view statusCode)
{
    if (statusCode == "2000")
        return "PENDING";
    return statusCode == "3000" ? "SENDING" : statusCode == "4000" ? "COMPLETE" : "FAILED";
}

json::object textsJson(const std::map<std::string, std::string> &texts)
{
    json::object object;
    for (const auto &[name, value] : texts)
        object[name] = value;
    return object;
}

} // namespace

WireAnswer messageErrorAnswer(std::string_view code)
{
    const KnownError *known = findError(knownErrors, code);
    const KnownError &error = known ? *known : knownErrors.front();
    return {error.status,
            json::serialize(json::object{{"errorCode", error.code}, {"errorMessage", error.message}})};
}

bool isKnownMessageError(std::string_view code)
{
    return findError(knownErrors, code) != nullptr;
}

bool isResultCode(std::string_view code)
{
    return code.size() == 4 && isDigits(code);
}

std::string_view resultText(std::string_view code)
{
    const auto found = std::find_if(knownResults.begin(), knownResults.end(),
                                    [&](const KnownResult &result) { return result.code == code; });
    return found == knownResults.end() ? std::string_view("Unknown Code") : found->text;
}

std::optional<SendRequest> sendRequest(std::string_view body)
{
    const auto object = parsedObject(body);
    const json::value *messages = object ? object->if_contains("messages") : nullptr;
    if (!messages || !messages->is_array() || messages->get_array().empty() ||
        messages->get_array().size() > maxMessages)
        return std::nullopt;
    SendRequest request;
    if (!readFlag(*object, "allowDuplicates", request.allowsDuplicates) ||
        !readFlag(*object, "showMessageList", request.showsMessages))
        return std::nullopt;
    for (const json::value &each : messages->get_array()) {
        auto wish = messageWish(each);
        if (!wish)
            return std::nullopt;
        request.messages.push_back(std::move(*wish));
    }
    return request;
}

std::string_view refusalOf(const MessageWish &wish)
{
    static const std::set<std::string, std::less<>> types{"ATA", "SMS", "LMS"};
    if (!types.contains(wish.type))
        return "1025";
    if (wish.to.empty() || (wish.type != "ATA" && wish.from.empty()))
        return "1010";
    if (!isDigits(wish.to) || (!wish.from.empty() && !isDigits(wish.from)))
        return "1011";
    for (const auto &[name, value] : wish.customFields) {
        if (characters(name) > 30 || characters(value) > 100)
            return "1032";
    }
    if (wish.kakao && wish.type != "ATA")
        return "1033";
    if (wish.type == "ATA" && (!wish.kakao || wish.kakao->pfId.empty()))
        return "1041";
    if (wish.type == "ATA" && wish.kakao->templateId.empty())
        return "1042";
    if (wish.kakao && wish.kakao->buttons > maxButtons)
        return "1050";
    return refusalOfText(wish);
}

json::object messageJson(const Message &message, TimePoint now)
{
    const std::string_view statusCode = message.statusCode(now);
    const MessageWish &wish = message.wish;
    json::object result{{"_id", message.id},
                        {"messageId", message.id},
                        {"groupId", message.groupId},
                        {"accountId", "12925149"},
                        {"type", wish.type},
                        {"country", "82"},
                        {"to", wish.to},
                        {"from", wish.from},
                        {"text", wish.text},
                        {"subject", wish.subject.empty() ? json::value(nullptr) : json::value(wish.subject)},
                        {"customFields", textsJson(wish.customFields)},
                        {"replacement", false},
                        {"autoTypeDetect", true},
                        {"resendCount", 0},
                        {"status", wordOf(statusCode)},
                        {"statusCode", statusCode},
                        {"reason", resultText(statusCode)},
                        {"networkName", "ETC"},
                        {"dateCreated", utcTime(message.createdAt)},
                        {"dateUpdated", utcTime(message.updatedAt(now))}};
    if (wish.kakao) {
        result["kakaoOptions"] = json::object{{"pfId", wish.kakao->pfId},
                                              {"templateId", wish.kakao->templateId},
                                              {"disableSms", wish.kakao->disableSms},
                                              {"variables", textsJson(wish.kakao->variables)},
                                              {"buttons", json::array(wish.kakao->buttons)}};
    }
    return result;
}

json::object refusedJson(const MessageWish &wish, const std::string &id, std::string_view code)
{
    return {{"to", wish.to},
            {"from", wish.from},
            {"type", wish.type},
            {"country", "82"},
            {"messageId", id},
            {"statusCode", code},
            {"statusMessage", resultText(code)},
            {"accountId", "12925149"},
            {"customFields", textsJson(wish.customFields)}};
}

json::object groupJson(const std::string &groupId, std::size_t taken, std::size_t refused, TimePoint now)
{
    return {{"count",
             {{"total", taken + refused},
              {"sentTotal", 0},
              {"sentFailed", 0},
              {"sentSuccess", 0},
              {"sentPending", 0},
              {"sentReplacement", 0},
              {"refund", 0},
              {"registeredFailed", refused},
              {"registeredSuccess", taken}}},
            {"status", "SENDING"},
            {"allowDuplicates", false},
            {"isRefunded", false},
            {"accountId", "12925149"},
            {"masterAccountId", nullptr},
            {"apiVersion", "4"},
            {"groupId", groupId},
            {"dateCreated", utcTime(now)},
            {"dateUpdated", utcTime(now)},
            {"dateSent", utcTime(now)},
            {"dateCompleted", nullptr}};
}

} // namespace deskbell::sandbox
