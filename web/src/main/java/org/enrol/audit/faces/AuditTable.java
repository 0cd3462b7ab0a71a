package org.enrol.audit.faces;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enrol.audit.model.AuditAction;
import org.enrol.audit.service.AuditLine;
import org.enrol.audit.service.AuditReading;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Backs admin/audit.xhtml: the filter stands in the address, the lines come newest first in keyset pages. */
@Named
@ViewScoped
public class AuditTable implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AuditReading trail;
    private TypedFilter filter;
    private final Keyset rows = new Keyset();

    @PostConstruct
    void read() {
        ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
        filter = TypedFilter.of(context.getRequestParameterMap()::get);
    }

    /** What was asked for, by the names of the address. */
    public Map<String, String> getTyped() {
        Map<String, String> typed = new TreeMap<>();
        Arrays.stream(TypedFilter.NAMES).forEach(name -> typed.put(name, filter.get(name)));
        return typed;
    }

    public boolean isPersonal() {
        return filter.toFilter().personal();
    }

    public List<String> getActions() {
        return Arrays.stream(AuditAction.values()).map(AuditAction::name).toList();
    }

    /** The same lines as a file. */
    public String getExportAddress() {
        return "/admin/audit.csv" + filter.query();
    }

    public LazyDataModel<AuditLine> getRows() {
        return rows;
    }

    /** Remembers the last key before each page that was seen; there is no count and no offset. */
    private final class Keyset extends LazyDataModel<AuditLine> {

        private static final long serialVersionUID = 1L;

        private final TreeMap<Integer, AuditLine.Key> lastBefore = new TreeMap<>();
        private int known;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return known;
        }

        @Override
        public List<AuditLine> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            Map.Entry<Integer, AuditLine.Key> before = lastBefore.floorEntry(first);
            List<AuditLine> found = trail.page(filter.toFilter(), before == null ? null : before.getValue(), size + 1);
            List<AuditLine> page = found.size() > size ? found.subList(0, size) : found;
            if (!page.isEmpty()) {
                lastBefore.put(first + page.size(), page.get(page.size() - 1).key());
            }
            known = Math.max(known, first + found.size());
            setRowCount(known);
            return List.copyOf(page);
        }

        @Override
        public String getRowKey(AuditLine line) {
            return Long.toString(line.id());
        }
    }
}
