#include "server/workers/notice/filechannel.h"

#include <fstream>

#include <boost/json.hpp>

namespace deskbell::server {

namespace json = boost::json;

NoticeAnswer FileChannel::send(const NoticeMessage &message)
{
    json::array buttons;
    for (const NoticeButton &button : message.buttons)
        buttons.push_back(json::object{{"name", button.name}, {"link", button.link}});
    const std::string line = json::serialize(json::object{{"notice", toString(message.reference.notice)},
                                                          {"to", message.reference.to},
                                                          {"template", message.templateId},
                                                          {"text", message.text},
                                                          {"buttons", std::move(buttons)}});
    const std::lock_guard lock(m_mutex);
    std::ofstream file(m_file, std::ios::app | std::ios::binary);
    file << line + '\n' << std::flush;
    if (!file)
        return {NoticeVerdict::Busy, "file-not-written", {}};
    return {NoticeVerdict::Delivered, "written", {}};
}

NoticeAnswer FileChannel::lookUp(const NoticeReference &reference)
{
    const std::string wanted = toString(reference.notice);
    const std::lock_guard lock(m_mutex);
    std::ifstream file(m_file, std::ios::binary);
    for (std::string line; std::getline(file, line);) {
        json::error_code error;
        const json::value value = json::parse(line, error);
        const json::value *notice =
            !error && value.is_object() ? value.get_object().if_contains("notice") : nullptr;
        if (notice && notice->is_string() && notice->get_string() == wanted)
            return {NoticeVerdict::Delivered, "written", {}};
    }
    return {NoticeVerdict::NotThere, {}, {}};
}

} // namespace deskbell::server
