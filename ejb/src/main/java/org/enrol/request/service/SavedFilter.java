package org.enrol.request.service;

/**
 * A filter that somebody keeps.
 *
 * @param place number from 1 on, by which it is dropped again
 * @param query as {@link WorkFilter#query} wrote it
 */
public record SavedFilter(int place, String name, String query) {
}
