@NullMarked
package de.durchkommen.launch.prompts;

import org.jspecify.annotations.NullMarked;
