#include "http/detail/streamtransport.h"

namespace deskbell::http::detail {

std::unique_ptr<Transport> makePlainTransport(boost::asio::ip::tcp::socket socket)
{
    return std::make_unique<StreamTransport<boost::asio::ip::tcp::socket>>(std::move(socket));
}

} // namespace deskbell::http::detail
