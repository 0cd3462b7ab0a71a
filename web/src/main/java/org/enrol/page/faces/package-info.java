/**
 * What every page shares: the security filter with its small friends, the beans of the templates, texts, and how refusals are shown.
 *
 * <p>Applicants' pages are stateless, so nothing here may open an HTTP session; what a request knows about itself lives in request
 * scope. Pages protect their posts themselves ({@link org.enrol.page.faces.CsrfToken}), because a stateless view has no token of its own.
 */
package org.enrol.page.faces;
