/** Tests of this package. */
@org.jspecify.annotations.NullMarked
package de.durchkommen.desk;
