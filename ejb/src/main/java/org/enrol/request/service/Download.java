package org.enrol.request.service;

/**
 * A file to be handed out.
 *
 * @param name without anything that could break a header
 * @param type as its content says
 */
public record Download(String name, String type, byte[] content) {
}
