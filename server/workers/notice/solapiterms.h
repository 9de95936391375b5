#pragma once

// Every constant of SOLAPI's messages API (v4) that the adapter uses, in one place, so that an operator
// can check them against the provider's current documents before going live.

#include <array>
#include <cstddef>
#include <string_view>

namespace deskbell::server::solapi {

inline constexpr std::string_view sendPath = "/messages/v4/send-many/detail";
inline constexpr std::string_view listPath = "/messages/v4/list";
inline constexpr std::string_view templatePath = "/kakao/v2/templates/"; ///< + templateId
inline constexpr std::string_view templateApproved = "APPROVED";         ///< of its `status`
inline constexpr std::string_view referenceField = "notice";             ///< of a message's customFields
inline constexpr std::size_t saltBytes = 16;                             ///< 32 letters; 12 to 64 are allowed

/// Of an error's `errorCode`: this very call has been there before, perhaps with an effect.
inline constexpr std::string_view repeatedCall = "DuplicatedSignature";

/// Pages of a look-up by receiver, the latest messages first.
inline constexpr int messagesAPage = 100;
inline constexpr int mostPages = 10;

inline constexpr std::string_view typeAlimtalk = "ATA";
inline constexpr std::string_view typeShort = "SMS";
inline constexpr std::string_view typeLong = "LMS";

/// Of a message's `statusCode`: 1xxx not taken on, 2xxx the platform's, 3xxx the carrier's or KakaoTalk's.
inline constexpr std::string_view registered = "2000";
inline constexpr std::string_view handedOn = "3000";
inline constexpr std::string_view delivered = "4000";

/// Not taken on, but not for the message's sake: our account, our sender's number, their servers.
inline constexpr std::array<std::string_view, 5> notTakenOnYet{
    "1020", // account or password
    "1024", // their server
    "1030", // balance
    "1058", // no route
    "1062", // the sender's number is not registered
};
/// It says that there is another like it: perhaps our own, so it is looked up.
inline constexpr std::array<std::string_view, 1> duplicates{"1026"};

/// Ends after which the message was certainly not received. Every other of the carrier's is uncertain:
/// state unknown (3014), error of theirs (3012, 3024), time over (3040), unknown code (3048), and
/// whatever comes new.
inline constexpr std::array<std::string_view, 37> failures{
    "2011", "2024", "2060", "2061", "2062", "2063", "2064", "2230", "2254", // the platform gave it to nobody
    "3010",                                                                 // the receiver's number
    "3011", "3013", "3031", "3032",                                         //
    "3041", "3042", "3043", "3044", "3045", "3046", "3047",                 // the receiver's telephone
    "3050", "3051", "3052", "3053", "3054", "3055", "3056", "3058", "3059", //
    "3101", "3103", "3104", "3105", "3106", "3107", "3108", // template, channel, no user, blocked, the hour
};

inline constexpr std::size_t maxAnswerDepth = 12;

} // namespace deskbell::server::solapi
