package de.durchkommen.launch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests of the one {@link RunningApplication}: one after the other, for what one sets is there for
 * all, but beside calls to the hotline, which is another one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningApplication.Shared.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("de.durchkommen.launch.RunningApplication")
public @interface UsesApplication {}
