package org.enrol.page.faces;

import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ViewResource;
import jakarta.faces.context.FacesContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the file of a page, a template or a part of one once. Faces looks for it again each time one is used, six times a page, and
 * each time fails to find a prefix for the language first, by an exception.
 */
public class KeptViews extends ResourceHandlerWrapper {

    /** Grows no further than the files of the archive: what is not found is not kept. */
    private final Map<String, ViewResource> found = new ConcurrentHashMap<>();

    /** Registered in faces-config.xml. */
    public KeptViews(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public ViewResource createViewResource(FacesContext faces, String path) {
        return found.computeIfAbsent(path, missing -> super.createViewResource(faces, missing));
    }
}
