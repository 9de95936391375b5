#pragma once

// What notices say: one data file for each language, "ko.toml", with one template for each kind of
// notice, as the provider approved it, and others of the same kind for whom its words do not suit. Read and
// checked whole at the start, so that nothing can be wrong with a text when a guest is to be told something;
// immutable afterwards, any thread.

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/expected.h"
#include "domain/notice.h"

namespace deskbell::server {

struct NoticeButton
{
    std::string name;
    std::string link; ///< "#{link}", or fixed
};

struct NoticeTemplate
{
    std::string id;      ///< the provider's
    std::string text;    ///< of the Alimtalk, with variables
    std::string sms;     ///< of the text message that it falls back to
    std::string subject; ///< of that, when it is a long one
    std::vector<NoticeButton> buttons;
};

struct NoticeLanguage
{
    std::string tag;  ///< BCP 47: "ko"
    std::string pfId; ///< the channel that the templates were approved for
    /// By name: "confirmed", of every kind, and variants of some, "confirmed.ticket".
    std::map<std::string, NoticeTemplate, std::less<>> templates;
    std::map<std::string, std::string> reasons; ///< what the engine's own reasons are called
    std::map<std::string, std::string> missing; ///< what stands for a variable that has no value

    /// The first of these variants that the kind has, else the kind's own.
    const NoticeTemplate &templateOf(NoticeKind kind, const std::vector<std::string_view> &variants) const;
};

/// For guests who have paid nothing, and for tickets and loans, which need other words than rooms.
inline constexpr std::array<std::string_view, 4> noticeVariants{"unpaid", "ticket", "ticket-unpaid", "loan"};

/// A file of templates: its name with the ending, and what is in it.
struct NoticeFile
{
    std::string name;
    std::string content;
};

class NoticeTemplates
{
public:
    /// Errors, all with the fact file, and line where there is one: "template-unreadable" (reason),
    /// "template-none" (no file at all; folder), "template-missing" (kind), "template-unknown-key" (key),
    /// "template-bad-value" (key), "template-too-long" (key, characters, most),
    /// "template-too-many-buttons" (kind, buttons, most), "template-broken-variable" (key),
    /// "template-unknown-variable" (key, variable), "template-no-words" (variable).
    static Expected<NoticeTemplates> read(const std::vector<NoticeFile> &files);
    /// Of a folder: every *.toml in it. Errors as above.
    static Expected<NoticeTemplates> readFolder(const std::filesystem::path &folder);

    /// The guest's language, else `fallback`, else the first there is.
    const NoticeLanguage &in(std::string_view tag, std::string_view fallback) const;
    /// Some text leads to the guest's own page.
    bool hasLinks() const;
    const std::map<std::string, NoticeLanguage, std::less<>> &all() const { return m_languages; }

private:
    std::map<std::string, NoticeLanguage, std::less<>> m_languages;
};

/// Alimtalk's limits.
inline constexpr std::size_t mostNoticeCharacters = 1'000;
inline constexpr std::size_t mostNoticeButtons = 5;
inline constexpr std::size_t mostButtonNameCharacters = 14;
inline constexpr std::size_t mostButtonLinkCharacters = 100;

} // namespace deskbell::server
