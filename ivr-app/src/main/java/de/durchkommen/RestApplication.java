package de.durchkommen;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All REST resources live under {@code /api}; each lies beside the feature that it shows. */
@ApplicationPath("api")
public class RestApplication extends Application {}
