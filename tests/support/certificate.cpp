#include "support/certificate.h"

#include <chrono>
#include <fstream>
#include <functional>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace deskbell::test {

namespace {
std::string textOf(const std::function<void(BIO *)> &print)
{
    BIO *bio = BIO_new(BIO_s_mem());
    print(bio);
    const char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    std::string text(data, static_cast<std::size_t>(size));
    BIO_free(bio);
    return text;
}

void write(const std::string &path, const std::string &text)
{
    std::ofstream(path, std::ios::binary) << text;
}
} // namespace

Certificate::Certificate()
    : m_folder(
          std::filesystem::temp_directory_path() /
          ("deskbell-tls-" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count())))
{
    std::filesystem::create_directories(m_folder);
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME *name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("localhost"),
                               -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    const std::string chain = textOf([&](BIO *bio) { PEM_write_bio_X509(bio, certificate); });
    const std::string secret =
        textOf([&](BIO *bio) { PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); });
    write(chainFile(), chain);
    write(keyFile(), secret);
    write(bothFile(), chain + secret);
    X509_free(certificate);
    EVP_PKEY_free(key);
}

Certificate::~Certificate()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

} // namespace deskbell::test
