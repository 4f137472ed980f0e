/**
 * Web pages: which there are, who may see them, and where somebody is sent who may not.
 *
 * <p>A page is a file in {@code WEB-INF/pages} without anything in it that not everybody may see:
 * what it shows it asks for over REST. So who may see a page is a matter of not showing doors that
 * do not open; what opens is said by {@link de.durchkommen.api.Allowed} at each resource. Scripts
 * and styles are plain files in {@code web/}.
 *
 * <p>Without a session every page leads to the login, which leads back. A page is never kept by a
 * browser: after the logout there is nothing to go back to.
 *
 * <p>May use {@code api}. Out of scope: what is in the pages.
 */
@NullMarked
package de.durchkommen.page;

import org.jspecify.annotations.NullMarked;
