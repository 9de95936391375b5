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
             "there is no database {file}: make one with `deskbelld import`, or name it with --db"},
    Sentence{"storage-in-use", database, "another process has the database {file} open"},
    Sentence{
        "storage-newer", database,
        "the database {file} was written by a newer deskbelld (its version {version}, known here: {known}): "
        "update this program"},
    Sentence{"storage-foreign", database, "{file} is not a database of deskbelld"},
    Sentence{"storage-corrupt", database,
             "the database {file} is damaged ({reason}): restore it from a backup"},
    Sentence{"storage-read-only", database, "the database {file} cannot be written to"},
    Sentence{
        "bad-database-uri", usage,
        "--db wants a file or postgresql://USER@HOST:PORT/DATABASE, and cannot read this one ({reason})"},
    Sentence{"storage-failed", database, "the database {file} cannot be used: {reason}"},
    Sentence{"storage-away", database, "the database {file} cannot be reached: {reason}"},
    Sentence{"storage-unknown", database,
             "the database went away in the middle: look whether it was done, then try again"},
    Sentence{"storage-full", database, "the disk that holds {file} is full"},
    Sentence{"storage-busy", database, "the database {file} is busy: try again"},
    Sentence{"address-in-use", address, "cannot listen on {listen}: another program does already"},
    Sentence{"address-invalid", address, "cannot listen on {listen}: that is no IP address of this machine"},
    Sentence{"address-not-loopback", address,
             "plain HTTP is for loopback only: to listen on {listen} give --tls-cert and --tls-key"},
    Sentence{"address-unusable", address, "cannot listen on {listen}: {reason}"},
    Sentence{"tls-certificate-unusable", address, "cannot use the certificate {certificate}: {reason}"},
    Sentence{"tls-key-unusable", address, "cannot use the private key {key}: {reason}"},
    Sentence{"tls-incomplete", usage, "--tls-cert and --tls-key go together: one of them is missing"},
    Sentence{"bad-listen", usage,
             "--listen wants ADDRESS:PORT, as 127.0.0.1:8080 or [::1]:0, not `{listen}`"},
    Sentence{"unknown-role", usage, "there is no role `{role}`; known here: {known}"},
    Sentence{"no-role", usage, "a process needs a role; known here: {known}"},
    Sentence{"payment-url-missing", usage, "the role payment needs --payment-url"},
    Sentence{"payment-url-unsafe", usage,
             "{url} is not safe for the payment provider's secret key: https, or http to this machine only"},
    Sentence{
        "payment-secret-missing", usage,
        "the role payment needs the provider's secret key, in DESKBELL_PAYMENT_SECRET or a file named by "
        "--payment-secret-file"},
    Sentence{"payment-secret-unreadable", usage, "cannot read the payment provider's secret key from {file}"},
    Sentence{"notice-channel-missing", usage,
             "the role notice needs notice.url (or, to develop, notice.file) in the configuration"},
    Sentence{"notice-channels-two", usage, "notice.url and notice.file are two ways: name one"},
    Sentence{"notice-url-unsafe", usage,
             "{url} is not safe for the messenger's secret: https, or http to this machine only"},
    Sentence{"notice-key-missing", usage, "the role notice needs notice.key, the messenger's API key"},
    Sentence{"notice-secret-missing", usage,
             "the role notice needs the messenger's secret, in DESKBELL_NOTICE_SECRET or a file named by "
             "notice.secret-file"},
    Sentence{"notice-secret-unreadable", usage, "cannot read the messenger's secret from {file}"},
    Sentence{"notice-sender-missing", usage,
             "the role notice needs notice.sender, the registered number of the house: digits only"},
    Sentence{"notice-templates-missing", usage,
             "{url} knows the templates that were approved for your channel, not ours: name the folder that "
             "has them with notice.templates"},
    Sentence{"template-not-there", failed,
             "the messenger has no template {id}, which {language} names for {kind}"},
    Sentence{"template-not-approved", failed,
             "the template {id}, which {language} names for {kind}, is not approved (yet)"},
    Sentence{
        "template-differs", failed,
        "the template {id} was approved with another text or other buttons than {language} has for {kind}"},
    Sentence{"messenger-not-answering", failed, "the messenger does not answer: {code}"},
    Sentence{"template-none", usage, "no templates of notices (ko.toml, en.toml, …) in {folder}"},
    Sentence{"template-unreadable", usage, "{file}, line {line}: {reason}"},
    Sentence{"template-missing", usage, "{file} has no template for {kind}"},
    Sentence{"template-unknown-key", usage, "{file}, line {line}: {key} means nothing here"},
    Sentence{"template-bad-value", usage, "{file}, line {line}: {key} is missing, or is no text"},
    Sentence{"template-too-long", usage,
             "{file}, line {line}: {key} has {characters} characters with the longest values, {most} are "
             "allowed"},
    Sentence{"template-too-many-buttons", usage,
             "{file}, line {line}: {kind} has {buttons} buttons, {most} are allowed"},
    Sentence{"template-broken-variable", usage, "{file}, line {line}: a variable of {key} has no end"},
    Sentence{"template-unknown-variable", usage,
             "{file}, line {line}: there is no variable {variable}, as {key} has it"},
    Sentence{"template-no-words", usage,
             "{file}: [missing] does not say what stands for {variable} where there is none"},
    Sentence{
        "public-url-missing", usage,
        "notices lead to guests' own pages: say with --public-url (guests.public-url) where guests reach "
        "this house, as https://hotel.example"},
    Sentence{"public-url-bad", usage,
             "--public-url wants https://HOST[:PORT] (http: for this machine only), not `{url}`"},
    Sentence{"toss-client-key-bad", usage, "guests.toss-client-key is no key: `{key}`"},
    Sentence{"checkout-window-twice", usage,
             "guests.toss-client-key opens the provider's window by its script (guests.toss-sdk): leave "
             "--checkout-window out"},
    Sentence{"checkout-window-bad", usage,
             "--checkout-window and guests.toss-sdk want https://HOST[:PORT]/PATH (http: for this machine "
             "only), not `{url}`"},
    Sentence{"public-url-long", usage,
             "--public-url is too long for a link in a message: at most {most} characters"},
    Sentence{"metrics-token-unreadable", usage, "cannot read the token for the figures from {file}"},
    Sentence{"no-payment-role", failed,
             "this deskbelld does not charge cards and has no line to the payment provider"},
    Sentence{"provider-not-answering", failed, "the payment provider does not answer; nothing was written"},
    Sentence{"provider-not-understood", failed,
             "the payment provider gave an answer that makes no sense ({answer}); nothing was written"},
    Sentence{"bad-date", usage, "a day is written YYYY-MM-DD"},
    Sentence{"config-unreadable", usage, "cannot read the configuration {file}: {reason}"},
    Sentence{"config-unknown-key", usage,
             "the configuration {file} has a key that means nothing here: {key}"},
    Sentence{"config-bad-value", usage, "the configuration {file} has a value that is not possible: {key}"},
    Sentence{"user-taken", failed, "there is an account for {user} already"},
    Sentence{"user-missing", usage, "which account? name it with --user"},
    Sentence{"unknown-user", failed, "there is no account for {user}"},
    Sentence{"unknown-property", failed, "there is no property `{property}` in this database"},
    Sentence{"property-missing", usage, "which property? Name one"},
    Sentence{"nothing-to-change", usage, "say what is to be changed: see --help"},
    Sentence{"bad-text", usage, "the {field} has characters that cannot be kept"},
    Sentence{"text-too-long", usage, "that text is too long: at most {limit} characters are kept"},
    Sentence{"bad-answer", usage, "`{answer}` is neither yes nor no"},
    Sentence{"bad-business-date", failed, "the business date moves by one day, from {businessDate}"},
    Sentence{"property-ambiguous", failed, "several properties are called `{property}`: name it by its id"},
    Sentence{"property-name-missing", usage, "a property needs a name"},
    Sentence{"name-missing", usage, "an account needs a name"},
    Sentence{"property-taken", failed, "there is a property `{property}` already"},
    Sentence{"time-zone-missing", usage, "a property needs its time zone, as Asia/Seoul"},
    Sentence{"unknown-time-zone", usage, "there is no time zone `{zone}`: name one as Asia/Seoul"},
    Sentence{"file-not-found", usage, "there is no file {file}"},
    Sentence{"file-unreadable", usage, "cannot read the file {file}"},
    Sentence{"file-too-large", usage, "the file {file} is too large"},
    Sentence{"file-empty", failed, "the file is empty"},
    Sentence{"encoding-unknown", usage,
             "there is no encoding `{encoding}`: name one as UTF-8, UTF-16 or CP949"},
    Sentence{"encoding-broken", failed,
             "line {line} cannot be read as {encoding}: name the file's encoding with --encoding"},
    Sentence{
        "not-utf-8", failed,
        "the first line is not in UTF-8: save the file in that encoding, or name its own with --encoding"},
    Sentence{"columns-missing", failed,
             "the first line does not name these columns: {columns}. Where they are called otherwise, say so "
             "with --map"},
    Sentence{"column-twice", failed, "the first line names the column {column} twice"},
    Sentence{"column-unknown", usage, "--map names {column}, and no such column is read"},
    Sentence{"map-unreadable", usage, "cannot read the names of columns in {file}: {reason}"},
    Sentence{"unknown-date-order", usage,
             "--dates wants month-first, day-first or year-first, not `{order}`"},
    Sentence{"dates-ambiguous", failed,
             "the order of day and month in {column} cannot be told (line {line}: {value}): say month-first, "
             "day-first or year-first with --dates"},
    Sentence{
        "numbers-ambiguous", failed,
        "the decimal mark in {column} cannot be told (line {line}: {value}): write the file with decimals"},
    Sentence{
        "mostly-rejected", failed,
        "{rejected} of {rows} rows cannot be read, so nothing was imported; the first is line {line}: {code} "
        "({facts})"},
    Sentence{"no-such-hotel", failed, "the file has no hotel `{hotel}`"},
    Sentence{"nothing-to-import", failed, "none of the file's {rows} rows can be imported"},
    Sentence{"report-not-written", failed, "cannot write the report {file}"},
    Sentence{"bad-currency", usage, "`{currency}` is no currency of ISO 4217, as KRW or EUR"},
    Sentence{"password-missing", usage,
             "give the password as the first line of standard input, or in DESKBELL_PASSWORD"},
    Sentence{"password-too-short", failed, "the password is too short: at least 10 characters"},
    Sentence{"password-too-common", failed, "many people have this password: choose another one"},
    Sentence{"password-like-name", failed,
             "the password is little more than the name of the user or a property: choose another one"},
    Sentence{"password-too-long", failed, "the password is too long: at most 1024 bytes"},
    Sentence{"bad-texts", failed, "the texts of the guests' pages are broken: {file}, {reason}"},
    Sentence{"bad-template", failed, "a template of the guests' pages is broken: {file}"},
    Sentence{"link-unknown", failed,
             "no reservation of this database has that id, and that is no link of its guests' pages"},
    Sentence{"control-not-found", failed, "no running deskbelld was found for this database ({file})"},
    Sentence{"control-not-answering", failed, "the running deskbelld at {url} does not answer"},
    Sentence{"control-unusable", failed, "cannot open the control line: {reason}"},
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
