package de.durchkommen.launch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Tests of the one {@link RunningApplication} of this process. They are run in one process of their
 * own, beside those by telephone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningApplication.Shared.class)
@Tag("web")
@Isolated("a second application starts, and calls beside it would stutter")
public @interface UsesApplication {}
