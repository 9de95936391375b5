// A self-signed certificate for localhost and its key, as files in a folder of their own that goes with
// its owner. A value of one test.
#pragma once

#include <filesystem>
#include <string>

namespace deskbell::test {

class Certificate
{
public:
    Certificate();
    ~Certificate();
    Certificate(const Certificate &) = delete;
    Certificate &operator=(const Certificate &) = delete;

    std::string chainFile() const { return (m_folder / "cert.pem").string(); }
    std::string keyFile() const { return (m_folder / "key.pem").string(); }
    /// Both in one file, as proxies want them.
    std::string bothFile() const { return (m_folder / "both.pem").string(); }

private:
    const std::filesystem::path m_folder;
};

} // namespace deskbell::test
