/** Tests of web pages, without a browser. */
@NullMarked
package de.durchkommen.page;

import org.jspecify.annotations.NullMarked;
