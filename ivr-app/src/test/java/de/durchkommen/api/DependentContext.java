package de.durchkommen.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import org.glassfish.hk2.api.ActiveDescriptor;
import org.glassfish.hk2.api.Context;
import org.glassfish.hk2.api.ServiceHandle;
import org.glassfish.hk2.api.TypeLiteral;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.jspecify.annotations.Nullable;

/** What CDI does in Payara: tells Jersey's own injection what {@link Dependent} means. */
@Singleton
final class DependentContext implements Context<Dependent> {
  /** Makes it known. */
  static final class Binder extends AbstractBinder {
    @Override
    protected void configure() {
      bind(new DependentContext()).to(new TypeLiteral<Context<Dependent>>() {});
    }
  }

  @Override
  public Class<? extends Annotation> getScope() {
    return Dependent.class;
  }

  @Override
  public <U> U findOrCreate(ActiveDescriptor<U> descriptor, @Nullable ServiceHandle<?> root) {
    return descriptor.create(root);
  }

  @Override
  public boolean containsKey(ActiveDescriptor<?> descriptor) {
    return false;
  }

  @Override
  public void destroyOne(ActiveDescriptor<?> descriptor) {
    // Nothing is kept.
  }

  @Override
  public boolean supportsNullCreation() {
    return false;
  }

  @Override
  public boolean isActive() {
    return true;
  }

  @Override
  public void shutdown() {
    // Nothing is kept.
  }
}
