#pragma once

// Tables: the look that the tables of offerings, reservations and the audit share (whole rows, no
// lines, Tab leaves), and WordedTable, which gives a model's raw cells as words, to be painted, and
// read by a screen reader, alike. UI thread.

#include <QIdentityProxyModel>
#include <QSet>

#include <functional>

class QTableView;

namespace deskbell::ui {

QTableView *makeTable(QWidget *parent, const char *objectName);
/// Its head is a part of its own to a screen reader, and is called the same.
void nameTable(QTableView *table, const QString &name);

class WordedTable : public QIdentityProxyModel
{
public:
    using Words = std::function<QString(const QModelIndex &source)>;

    WordedTable(QAbstractItemModel *source, Words words, QObject *parent);
    /// Its cells and its head stand at the right, as amounts do.
    void alignRight(int column) { m_atRight.insert(column); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Words m_words;
    QSet<int> m_atRight;
};

} // namespace deskbell::ui
