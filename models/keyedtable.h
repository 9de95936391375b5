#pragma once

// HeadedTable: a table whose heads are said by its view, in the reader's language. KeyedTable: one whose
// rows are known by a key; given the keys as they should stand, it tells its views which rows go, which
// change places and which come, so that what a person has chosen stays chosen. Bases of the models;
// UI thread.

#include <QAbstractTableModel>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace deskbell::models {

class HeadedTable : public QAbstractTableModel
{
public:
    /// Texts of the head, by column.
    void setHeads(const QStringList &heads)
    {
        m_heads = heads;
        emit headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section < m_heads.size())
            return m_heads[section];
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_columns;
    }

protected:
    HeadedTable(int columns, QObject *parent) : QAbstractTableModel(parent), m_columns(columns) {}

private:
    int m_columns;
    QStringList m_heads;
};

template <typename Key>
class KeyedTable : public HeadedTable
{
public:
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    /// -1: not shown.
    int rowOf(const Key &key) const
    {
        const auto found = std::find(m_rows.begin(), m_rows.end(), key);
        return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
    }

protected:
    using HeadedTable::HeadedTable;
    const std::vector<Key> &rows() const { return m_rows; }
    const Key &keyAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    /// Everything before is void.
    void begin(std::vector<Key> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    void insertAt(int row, const Key &key)
    {
        beginInsertRows({}, row, row);
        m_rows.insert(m_rows.begin() + row, key);
        endInsertRows();
    }
    void removeAt(int first, int last)
    {
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
    }
    void arrange(const std::vector<Key> &wanted)
    {
        removeAllBut(wanted);
        std::vector<Key> kept;
        const Known here(m_rows);
        std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(kept),
                     [&](const Key &key) { return here.has(key); });
        if (kept != m_rows)
            changePlaces(std::move(kept));
        insertAll(wanted, here);
    }
    void tellChanged(int first, int last)
    {
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
    }

private:
    /// Of which one can ask quickly whether a key is among them.
    class Known
    {
    public:
        explicit Known(std::vector<Key> keys) : m_keys(std::move(keys))
        {
            std::sort(m_keys.begin(), m_keys.end());
        }
        bool has(const Key &key) const { return std::binary_search(m_keys.begin(), m_keys.end(), key); }

    private:
        std::vector<Key> m_keys;
    };

    void removeAllBut(const std::vector<Key> &wanted)
    {
        const Known staying(wanted);
        for (int last = rowCount() - 1; last >= 0; --last) {
            if (staying.has(keyAt(last)))
                continue;
            int first = last;
            while (first > 0 && !staying.has(keyAt(first - 1)))
                --first;
            removeAt(first, last);
            last = first;
        }
    }
    void changePlaces(std::vector<Key> rows)
    {
        emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const std::vector<Key> before = std::exchange(m_rows, std::move(rows));
        const QModelIndexList old = persistentIndexList();
        QModelIndexList fresh;
        for (const QModelIndex &at : old)
            fresh.append(index(rowOf(before[static_cast<std::size_t>(at.row())]), at.column()));
        changePersistentIndexList(old, fresh);
        emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }
    void insertAll(const std::vector<Key> &wanted, const Known &here)
    {
        for (std::size_t first = 0; first < wanted.size(); ++first) {
            if (here.has(wanted[first]))
                continue;
            std::size_t end = first + 1;
            while (end < wanted.size() && !here.has(wanted[end]))
                ++end;
            const auto from = wanted.begin() + static_cast<std::ptrdiff_t>(first);
            beginInsertRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(first), from,
                          wanted.begin() + static_cast<std::ptrdiff_t>(end));
            endInsertRows();
            first = end;
        }
    }

    std::vector<Key> m_rows;
};

} // namespace deskbell::models
