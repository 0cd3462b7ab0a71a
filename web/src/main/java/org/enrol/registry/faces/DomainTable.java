package org.enrol.registry.faces;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enrol.registry.service.ApprovedDomains;
import org.enrol.registry.service.ApprovedDomains.Row;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Backs the list of approved domains in the back office: keyset pages, so that the last one costs no more than the first. */
@Named
@ViewScoped
public class DomainTable implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ApprovedDomains domains;
    private String part = "";
    private final Keyset rows = new Keyset();

    public String getPart() {
        return part;
    }

    public void setPart(String part) {
        this.part = part == null ? "" : part.strip();
    }

    public LazyDataModel<Row> getRows() {
        return rows;
    }

    /** Remembers the last key before each page that was seen; there is no count and no offset. */
    private final class Keyset extends LazyDataModel<Row> {

        private static final long serialVersionUID = 1L;

        private final TreeMap<Integer, String> lastBefore = new TreeMap<>(Map.of(0, ""));
        private int known;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return known;
        }

        @Override
        public List<Row> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            List<Row> found = domains.list(lastBefore.floorEntry(first).getValue(), part, size + 1);
            boolean more = found.size() > size;
            List<Row> page = more ? found.subList(0, size) : found;
            if (!page.isEmpty()) {
                lastBefore.put(first + page.size(), page.get(page.size() - 1).domain());
            }
            known = Math.max(known, first + found.size());
            setRowCount(known);
            return List.copyOf(page);
        }

        @Override
        public String getRowKey(Row row) {
            return row.domain();
        }
    }
}
