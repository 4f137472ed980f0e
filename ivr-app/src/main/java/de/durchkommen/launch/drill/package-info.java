/**
 * The drill: a cluster of containers, with callers on it, in which one part after the other fails;
 * what it cost is counted.
 *
 * <p>May use {@code launch.phone}, picocli and the JDK. Callers are real: SIPp for those who wait,
 * the test telephone for those who book. What is counted comes from the callers and from the
 * database, not from what the hotline says of itself. Out of scope: what the containers are ({@code
 * docker/}).
 */
@NullMarked
package de.durchkommen.launch.drill;

import org.jspecify.annotations.NullMarked;
