package org.enrol.page.faces;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * Rows of a back-office table, page by page. Remembers the last key before each page that was seen, so that no page costs more than the
 * first; there is no count and no offset.
 */
public abstract class KeysetModel<T> extends LazyDataModel<T> {

    private static final long serialVersionUID = 1L;

    private final TreeMap<Integer, String> lastBefore = new TreeMap<>(Map.of(0, ""));
    private int known;

    /** @param after the key of the last row of the page before; empty for the first page */
    protected abstract List<T> rows(String after, int most);

    /** What tells a row from all others and where it stands. */
    protected abstract String key(T row);

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return known;
    }

    @Override
    public List<T> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
        List<T> found = rows(lastBefore.floorEntry(first).getValue(), size + 1);
        List<T> page = List.copyOf(found.subList(0, Math.min(size, found.size())));
        if (!page.isEmpty()) {
            lastBefore.put(first + page.size(), key(page.get(page.size() - 1)));
        }
        known = Math.max(known, first + found.size());
        setRowCount(known);
        return page;
    }

    @Override
    public String getRowKey(T row) {
        return key(row);
    }
}
