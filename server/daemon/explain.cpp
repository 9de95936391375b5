#include "server/daemon/explain.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace deskbell::server {
namespace {

using namespace exitstatus;

/// {name} stands for a fact.
struct Sentence
{
    std::string_view code;
    int status;
    std::string_view text;
};

constexpr std::array sentences{
    Sentence{"storage-missing", database,
             "there is no database {file}: create one with `deskbelld import`, or name another with --db"},
    Sentence{"storage-in-use", database, "another process has the database {file} open"},
    Sentence{"storage-newer", database,
             "the database {file} was written by a newer deskbelld (its version is {version}, this program "
             "knows {known}): update this program"},
    Sentence{"storage-foreign", database, "{file} is not a database of deskbelld"},
    Sentence{"storage-corrupt", database,
             "the database {file} is damaged ({reason}): restore it from a backup"},
    Sentence{"storage-read-only", database, "the database {file} cannot be written to"},
    Sentence{"bad-database-uri", usage,
             "--db takes a file or postgresql://USER@HOST:PORT/DATABASE; this one cannot be read ({reason})"},
    Sentence{"storage-failed", database, "the database {file} cannot be used: {reason}"},
    Sentence{"storage-away", database, "the database {file} cannot be reached: {reason}"},
    Sentence{"storage-unknown", database,
             "the connection to the database was lost: check whether the change was made, then try again"},
    Sentence{"storage-full", database, "the disk that holds {file} is full"},
    Sentence{"storage-busy", database, "the database {file} is busy: try again"},
    Sentence{"address-in-use", address, "cannot listen on {listen}: another program is already using it"},
    Sentence{"address-invalid", address,
             "cannot listen on {listen}: it is not an IP address of this machine"},
    Sentence{"address-not-loopback", address,
             "plain HTTP is for loopback only: to listen on {listen} give --tls-cert and --tls-key"},
    Sentence{"address-unusable", address, "cannot listen on {listen}: {reason}"},
    Sentence{"tls-certificate-unusable", address, "cannot use the certificate {certificate}: {reason}"},
    Sentence{"tls-key-unusable", address, "cannot use the private key {key}: {reason}"},
    Sentence{"tls-incomplete", usage,
             "--tls-cert and --tls-key must be given together: one of them is missing"},
    Sentence{"bad-listen", usage,
             "--listen takes ADDRESS:PORT, for example 127.0.0.1:8080 or [::1]:0, not `{listen}`"},
    Sentence{"unknown-role", usage, "unknown role `{role}`; known roles: {known}"},
    Sentence{"no-role", usage, "a process needs a role; known roles: {known}"},
    Sentence{"payment-url-missing", usage, "the role payment needs --payment-url"},
    Sentence{
        "payment-url-unsafe", usage,
        "{url} is not safe for the payment provider's secret key: use https, or http only to this machine"},
    Sentence{
        "payment-secret-missing", usage,
        "the role payment needs the provider's secret key, in DESKBELL_PAYMENT_SECRET or a file named by "
        "--payment-secret-file"},
    Sentence{"payment-secret-unreadable", usage, "cannot read the payment provider's secret key from {file}"},
    Sentence{"notice-channel-missing", usage,
             "the role notice needs notice.url (or, for development, notice.file) in the configuration"},
    Sentence{"notice-channels-two", usage, "notice.url and notice.file exclude each other: give one of them"},
    Sentence{"notice-url-unsafe", usage,
             "{url} is not safe for the messenger's secret: use https, or http only to this machine"},
    Sentence{"notice-key-missing", usage, "the role notice needs notice.key, the messenger's API key"},
    Sentence{"notice-secret-missing", usage,
             "the role notice needs the messenger's secret, in DESKBELL_NOTICE_SECRET or a file named by "
             "notice.secret-file"},
    Sentence{"notice-secret-unreadable", usage, "cannot read the messenger's secret from {file}"},
    Sentence{"notice-sender-missing", usage,
             "the role notice needs notice.sender, the registered number of the hotel: digits only"},
    Sentence{"notice-templates-missing", usage,
             "{url} knows only the templates that were approved for your channel: name their folder with "
             "notice.templates"},
    Sentence{"template-not-there", failed,
             "the messenger has no template {id}, which {language} uses for {kind}"},
    Sentence{"template-not-approved", failed,
             "the template {id}, which {language} uses for {kind}, is not approved (yet)"},
    Sentence{
        "template-differs", failed,
        "the approved text or buttons of the template {id} differ from those that {language} has for {kind}"},
    Sentence{"messenger-not-answering", failed, "the messenger does not answer: {code}"},
    Sentence{"template-none", usage, "no templates of notices (ko.toml, en.toml, …) in {folder}"},
    Sentence{"template-unreadable", usage, "{file}, line {line}: {reason}"},
    Sentence{"template-missing", usage, "{file} has no template for {kind}"},
    Sentence{"template-unknown-key", usage, "{file}, line {line}: unknown key {key}"},
    Sentence{"template-bad-value", usage, "{file}, line {line}: {key} is missing or is not a text"},
    Sentence{"template-too-long", usage,
             "{file}, line {line}: {key} can have {characters} characters with the longest values; {most} "
             "are allowed"},
    Sentence{"template-too-many-buttons", usage,
             "{file}, line {line}: {kind} has {buttons} buttons; {most} are allowed"},
    Sentence{"template-broken-variable", usage, "{file}, line {line}: a variable of {key} has no end"},
    Sentence{"template-unknown-variable", usage,
             "{file}, line {line}: {key} uses the unknown variable {variable}"},
    Sentence{"template-no-words", usage, "{file}: [missing] has no replacement text for {variable}"},
    Sentence{"public-url-missing", usage,
             "notices link to the guests' pages: give their address with --public-url (guests.public-url), "
             "for example https://hotel.example"},
    Sentence{"public-url-bad", usage,
             "--public-url takes https://HOST[:PORT] (http only for this machine), not `{url}`"},
    Sentence{"toss-client-key-bad", usage, "guests.toss-client-key is not a key: `{key}`"},
    Sentence{"checkout-window-twice", usage,
             "guests.toss-client-key opens the provider's window by its script (guests.toss-sdk): do not "
             "give --checkout-window as well"},
    Sentence{"checkout-window-bad", usage,
             "--checkout-window and guests.toss-sdk take https://HOST[:PORT]/PATH (http only for this "
             "machine), not `{url}`"},
    Sentence{"public-url-long", usage,
             "--public-url is too long for a link in a message: at most {most} characters"},
    Sentence{"metrics-token-unreadable", usage, "cannot read the metrics token from {file}"},
    Sentence{"no-payment-role", failed,
             "this deskbelld does not charge cards and has no connection to the payment provider"},
    Sentence{"provider-not-answering", failed, "the payment provider does not answer; nothing was written"},
    Sentence{"provider-not-understood", failed,
             "the payment provider's answer could not be understood ({answer}); nothing was written"},
    Sentence{"bad-date", usage, "write the day as YYYY-MM-DD"},
    Sentence{"config-unreadable", usage, "cannot read the configuration {file}: {reason}"},
    Sentence{"config-unknown-key", usage, "the configuration {file} has an unknown key: {key}"},
    Sentence{"config-bad-value", usage, "the configuration {file} has an invalid value: {key}"},
    Sentence{"user-taken", failed, "there is already an account for {user}"},
    Sentence{"user-missing", usage, "which account? name it with --user"},
    Sentence{"unknown-user", failed, "there is no account for {user}"},
    Sentence{"unknown-property", failed, "there is no property `{property}` in this database"},
    Sentence{"property-missing", usage, "which property? name it"},
    Sentence{"nothing-to-change", usage, "nothing to change was given: see --help"},
    Sentence{"bad-text", usage, "the {field} contains characters that cannot be stored"},
    Sentence{"text-too-long", usage, "that text is too long: at most {limit} characters are allowed"},
    Sentence{"bad-answer", usage, "`{answer}` is neither yes nor no"},
    Sentence{"bad-business-date", failed,
             "the business date can only advance by one day, from {businessDate}"},
    Sentence{"property-ambiguous", failed, "several properties are called `{property}`: name it by its id"},
    Sentence{"property-name-missing", usage, "a property needs a name"},
    Sentence{"name-missing", usage, "an account needs a name"},
    Sentence{"property-taken", failed, "there is already a property `{property}`"},
    Sentence{"time-zone-missing", usage, "a property needs its time zone, for example Asia/Seoul"},
    Sentence{"unknown-time-zone", usage, "unknown time zone `{zone}`: give one such as Asia/Seoul"},
    Sentence{"file-not-found", usage, "there is no file {file}"},
    Sentence{"file-unreadable", usage, "cannot read the file {file}"},
    Sentence{"file-too-large", usage, "the file {file} is too large"},
    Sentence{"file-empty", failed, "the file is empty"},
    Sentence{"encoding-unknown", usage,
             "unknown encoding `{encoding}`: give one such as UTF-8, UTF-16 or CP949"},
    Sentence{"encoding-broken", failed,
             "line {line} cannot be read as {encoding}: give the file's encoding with --encoding"},
    Sentence{"not-utf-8", failed,
             "the first line is not in UTF-8: save the file in UTF-8, or give its encoding with --encoding"},
    Sentence{"columns-missing", failed,
             "the first line lacks these columns: {columns}. If they have other names, map them with --map"},
    Sentence{"column-twice", failed, "the first line names the column {column} twice"},
    Sentence{"column-unknown", usage, "--map names the column {column}, which is not used"},
    Sentence{"map-unreadable", usage, "cannot read the column names in {file}: {reason}"},
    Sentence{"unknown-date-order", usage,
             "--dates takes month-first, day-first or year-first, not `{order}`"},
    Sentence{"dates-ambiguous", failed,
             "the order of day and month in {column} is ambiguous (line {line}: {value}): give month-first, "
             "day-first or year-first with --dates"},
    Sentence{
        "numbers-ambiguous", failed,
        "the decimal mark in {column} is ambiguous (line {line}: {value}): write the file with decimals"},
    Sentence{
        "mostly-rejected", failed,
        "{rejected} of {rows} rows cannot be read, so nothing was imported; the first is line {line}: {code} "
        "({facts})"},
    Sentence{"no-such-hotel", failed, "the file has no hotel `{hotel}`"},
    Sentence{"nothing-to-import", failed, "none of the file's {rows} rows can be imported"},
    Sentence{"report-not-written", failed, "cannot write the report {file}"},
    Sentence{"bad-currency", usage, "`{currency}` is not an ISO 4217 currency such as KRW or EUR"},
    Sentence{"password-missing", usage,
             "give the password as the first line of standard input, or in DESKBELL_PASSWORD"},
    Sentence{"password-too-short", failed, "the password is too short: at least 10 characters"},
    Sentence{"password-too-common", failed, "the password is too common: choose another one"},
    Sentence{"password-like-name", failed,
             "the password is too similar to the name of the user or a property: choose another one"},
    Sentence{"password-too-long", failed, "the password is too long: at most 1024 bytes"},
    Sentence{"bad-texts", failed, "the texts of the guests' pages are broken: {file}, {reason}"},
    Sentence{"bad-template", failed, "a template of the guests' pages is broken: {file}"},
    Sentence{
        "link-unknown", failed,
        "this is neither the id of a reservation in this database nor a link to one of its guests' pages"},
    Sentence{"control-not-found", failed, "no running deskbelld was found for this database ({file})"},
    Sentence{"control-not-answering", failed, "the running deskbelld at {url} does not answer"},
    Sentence{"control-unusable", failed, "cannot open the control socket: {reason}"},
};

constexpr const Sentence *sentenceFor(std::string_view code)
{
    const auto *found = std::find_if(sentences.begin(), sentences.end(),
                                     [&](const Sentence &each) { return each.code == code; });
    return found == sentences.end() ? nullptr : found;
}

// A second row of the same code would never be read.
static_assert(std::all_of(sentences.begin(), sentences.end(),
                          [](const Sentence &each) { return sentenceFor(each.code) == &each; }));

} // namespace

std::string explain(const Error &error)
{
    const Sentence *found = sentenceFor(error.code);
    std::string text;
    if (!found) {
        text = error.code;
        for (const auto &[name, value] : error.facts)
            text += " " + name + "=" + value;
        return text;
    }
    for (std::string_view rest = found->text; !rest.empty();) {
        const std::size_t open = rest.find('{');
        text += rest.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const std::size_t close = rest.find('}', open);
        const auto fact = error.facts.find(rest.substr(open + 1, close - open - 1));
        text += fact == error.facts.end() ? std::string("?") : fact->second;
        rest.remove_prefix(close + 1);
    }
    return text;
}

int exitStatusOf(const Error &error)
{
    const Sentence *found = sentenceFor(error.code);
    return found ? found->status : failed;
}

} // namespace deskbell::server
