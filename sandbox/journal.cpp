#include "sandbox/journal.h"

#include <boost/json/serialize.hpp>

namespace deskbell::sandbox {

namespace json = boost::json;

namespace {
void restoreAnswer(const json::object &object, AnswerBook &answers)
{
    try {
        answers.restore(
            std::string(object.at("key").as_string()), std::string(object.at("body").as_string()),
            TimePoint(std::chrono::milliseconds(object.at("at").as_int64())),
            {static_cast<int>(object.at("status").as_int64()), std::string(object.at("answer").as_string())});
    } catch (const std::exception &) {
        return; // a line that this program did not write
    }
}
} // namespace

tl::expected<void, std::string> Journal::open(const std::string &path, Ledger &ledger, AnswerBook &answers)
{
    bool endsInLine = true;
    {
        std::ifstream existing(path, std::ios::binary);
        for (std::string line; std::getline(existing, line);) {
            endsInLine = !existing.eof();
            const auto object = parsedObject(line);
            if (!object)
                continue;
            if (const json::value *payment = object->if_contains("payment");
                payment && payment->is_object()) {
                if (auto restored = paymentFromJournal(payment->get_object()))
                    ledger.restore(std::move(*restored));
            } else {
                restoreAnswer(*object, answers);
            }
        }
    }
    m_file.open(path, std::ios::binary | std::ios::app);
    if (!m_file)
        return tl::unexpected(std::string("ledger_file_unusable"));
    if (!endsInLine)
        m_file << '\n';
    return {};
}

void Journal::write(const Payment &payment)
{
    append(json::serialize(json::object{{"payment", paymentForJournal(payment)}}));
}

void Journal::write(const std::string &key, const std::string &body, TimePoint at, const WireAnswer &answer)
{
    append(json::serialize(json::object{{"key", key},
                                        {"body", body},
                                        {"at", at.time_since_epoch().count()},
                                        {"status", answer.status},
                                        {"answer", answer.body}}));
}

void Journal::append(const std::string &line)
{
    if (isOpen())
        m_file << line << '\n' << std::flush;
}

} // namespace deskbell::sandbox
