/** Tests of the REST API against the running application. */
@NullMarked
package de.durchkommen.web;

import org.jspecify.annotations.NullMarked;
