@NullMarked
package de.durchkommen.bench;

import org.jspecify.annotations.NullMarked;
