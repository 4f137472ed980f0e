package de.durchkommen;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** All REST resources live under {@code /api}; each lies beside the feature that it shows. */
@ApplicationPath("api")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Durchkommen",
            version = "1",
            description =
                "Vaccination appointments in pairs: search, hold, book, move, cancel. Errors are"
                    + " problem details (RFC 9457), application/problem+json."),
    security = {@SecurityRequirement(name = "key"), @SecurityRequirement(name = "session")})
@SecurityScheme(
    securitySchemeName = "key",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "dk_<client>_<secret>",
    description = "An API key, made by the operator: ./durchkommen key add")
@SecurityScheme(
    securitySchemeName = "session",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.COOKIE,
    apiKeyName = "dk_session",
    description =
        "The session of a person: POST /api/v1/session. All but GET and HEAD need the header"
            + " X-CSRF-Token with what the login answered.")
public class RestApplication extends Application {
  /** No second description of the API beside {@code /openapi}. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
