#include "http/detail/streamtransport.h"

#include <boost/beast/websocket/ssl.hpp>

namespace deskbell::http::detail {

std::unique_ptr<Transport> makeTlsTransport(boost::asio::ip::tcp::socket socket,
                                            boost::asio::ssl::context &context)
{
    using Stream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;
    return std::make_unique<StreamTransport<Stream>>(Stream(std::move(socket), context));
}

} // namespace deskbell::http::detail
