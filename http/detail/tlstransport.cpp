#include "http/detail/streamtransport.h"

#include <boost/beast/websocket/ssl.hpp>

namespace deskbell::http::detail {

std::unique_ptr<Transport> makeTlsTransport(boost::asio::ip::tcp::socket socket,
                                            boost::asio::ssl::context &context)
{
    using Stream = boost::asio::ssl::stream<boost::beast::tcp_stream>;
    return std::make_unique<StreamTransport<Stream>>(
        Stream(boost::beast::tcp_stream(std::move(socket)), context));
}

} // namespace deskbell::http::detail
