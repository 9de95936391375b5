#include "server/files/privatefile.h"

#include <system_error>

#ifdef _WIN32
#include <windows.h>

#include <aclapi.h>
#include <io.h>
#include <sddl.h>
#else
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace deskbell::server::privatefile {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> failed(const fs::path &file, const std::error_code &why)
{
    return failure("file-failed", {{"file", file.string()}, {"reason", why.message()}});
}

#ifdef _WIN32

std::error_code lastError()
{
    return {static_cast<int>(GetLastError()), std::system_category()};
}

/// For the owner and the system, and inherited from nobody.
constexpr const wchar_t *ownersOnly = L"D:P(A;;FA;;;OW)(A;;FA;;;SY)";

class Descriptor
{
public:
    Descriptor()
    {
        ConvertStringSecurityDescriptorToSecurityDescriptorW(ownersOnly, SDDL_REVISION_1, &m_descriptor,
                                                             nullptr);
    }
    ~Descriptor() { LocalFree(m_descriptor); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    PSECURITY_DESCRIPTOR get() const { return m_descriptor; }

private:
    PSECURITY_DESCRIPTOR m_descriptor = nullptr;
};

/// A file that was made anew.
class Handle
{
public:
    explicit Handle(const fs::path &file)
    {
        const Descriptor descriptor;
        SECURITY_ATTRIBUTES attributes{sizeof attributes, descriptor.get(), FALSE};
        m_handle = CreateFileW(file.c_str(), GENERIC_WRITE, 0, &attributes, CREATE_NEW, FILE_ATTRIBUTE_NORMAL,
                               nullptr);
    }
    ~Handle()
    {
        if (isOpen())
            CloseHandle(m_handle);
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    bool isOpen() const { return m_handle != INVALID_HANDLE_VALUE; }
    static bool wasThere() { return GetLastError() == ERROR_FILE_EXISTS; }
    bool write(std::string_view content)
    {
        DWORD done = 0;
        return WriteFile(m_handle, content.data(), static_cast<DWORD>(content.size()), &done, nullptr) &&
               done == content.size() && FlushFileBuffers(m_handle);
    }

private:
    HANDLE m_handle = INVALID_HANDLE_VALUE;
};

void sync(const fs::path &)
{
} // FlushFileBuffers has done it

#else

std::error_code lastError()
{
    return {errno, std::generic_category()};
}

/// A file that was made anew.
class Handle
{
public:
    explicit Handle(const fs::path &file)
        : m_handle(
              ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR))
    {
    }
    ~Handle()
    {
        if (isOpen())
            ::close(m_handle);
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    bool isOpen() const { return m_handle >= 0; }
    static bool wasThere() { return errno == EEXIST; }
    bool write(std::string_view content)
    {
        while (!content.empty()) {
            const ssize_t done = ::write(m_handle, content.data(), content.size());
            if (done < 0 && errno != EINTR)
                return false;
            content.remove_prefix(done < 0 ? 0 : static_cast<std::size_t>(done));
        }
        return ::fsync(m_handle) == 0;
    }

private:
    int m_handle;
};

/// Of a file or a folder.
void sync(const fs::path &path)
{
    const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0)
        return;
    (void)::fsync(opened);
    ::close(opened);
}

#endif

} // namespace

Expected<bool> make(const fs::path &file)
{
    const Handle made(file);
    if (made.isOpen())
        return true;
    if (Handle::wasThere())
        return false;
    return failed(file, lastError());
}

bool narrow(const fs::path &file)
{
    std::error_code error;
    if (!fs::exists(file, error))
        return false;
#ifdef _WIN32
    const Descriptor descriptor;
    BOOL isThere = FALSE, isDefault = FALSE;
    PACL list = nullptr;
    GetSecurityDescriptorDacl(descriptor.get(), &isThere, &list, &isDefault);
    std::wstring name = file.wstring();
    SetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT,
                          DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr, nullptr,
                          list, nullptr);
    return false; // whether it was wider is not asked here
#else
    constexpr fs::perms others = fs::perms::group_all | fs::perms::others_all;
    if ((fs::status(file, error).permissions() & others) == fs::perms::none)
        return false;
    fs::permissions(file, others, fs::perm_options::remove, error);
    return !error;
#endif
}

Expected<void> replace(const fs::path &file, std::string_view content)
{
    fs::path fresh = file;
    fresh += ".new";
    std::error_code error;
    fs::remove(fresh, error);
    {
        Handle made(fresh);
        if (!made.isOpen() || !made.write(content))
            return failed(fresh, lastError());
    }
    return moveInto(fresh, file);
}

Expected<void> moveInto(const fs::path &fresh, const fs::path &file)
{
    sync(fresh);
    std::error_code error;
    fs::rename(fresh, file, error);
    if (error)
        return failed(file, error);
    sync(fs::absolute(file).parent_path());
    return {};
}

} // namespace deskbell::server::privatefile
