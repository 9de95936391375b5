#include "ui/parts/dialogbody.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "ui/theme.h"

namespace deskbell::ui {

namespace {
/// Enough to see that there is more.
constexpr int lowest = 96;

/// A scroll area makes what wraps as high as it would like to be; here it may be as low as it can.
class Page : public QWidget
{
public:
    using QWidget::QWidget;
    int heightForWidth(int width) const override
    {
        return layout() ? layout()->totalMinimumHeightForWidth(width) : QWidget::heightForWidth(width);
    }
};
} // namespace

DialogBody::DialogBody(QWidget *parent) : ColumnScroll(parent)
{
    setObjectName(QStringLiteral("dialogBody"));
    setFrameShape(QFrame::NoFrame);
    auto *page = new Page(this);
    page->setProperty("role", QStringLiteral("page"));
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
    setColumn(page);
}

int DialogBody::bestHeight(int width) const
{
    return m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width)
                                         : m_column->totalSizeHint().height();
}

int DialogBody::leastHeight(int width) const
{
    return m_column->hasHeightForWidth() ? m_column->totalMinimumHeightForWidth(width)
                                         : m_column->totalMinimumSize().height();
}

QSize DialogBody::sizeHint() const
{
    return {m_column->totalSizeHint().width(), minimumSizeHint().height()};
}

QSize DialogBody::minimumSizeHint() const
{
    const int bar = verticalScrollBar()->sizeHint().width();
    return {m_column->totalMinimumSize().width() + bar, std::min(lowest, m_least)};
}

void DialogBody::fit()
{
    ColumnScroll::fit();
    if (std::exchange(m_least, leastHeight(viewport()->width())) != m_least)
        updateGeometry();
}

} // namespace deskbell::ui
