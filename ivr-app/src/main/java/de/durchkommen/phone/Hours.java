package de.durchkommen.phone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;

/** The calling hours of the running application. */
@ApplicationScoped
class Hours {
  @Produces
  CallingHours hours(Config config) {
    return config
        .getOptionalValue(CallingHours.KEY, String.class)
        .map(CallingHours::parse)
        .orElse(CallingHours.USUAL);
  }
}
