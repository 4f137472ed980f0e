package de.durchkommen.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource, or one of its methods, that checks by itself who is calling and lets in nobody else:
 * for what has other tokens than API keys. No resource needs both this and {@link Allowed}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OwnCheck {}
