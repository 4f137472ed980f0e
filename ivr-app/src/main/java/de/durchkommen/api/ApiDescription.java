package de.durchkommen.api;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /openapi} says of every operation: that an error is a problem. Named by the key
 * {@code mp.openapi.filter}.
 */
public class ApiDescription implements OASFilter {
  private static final String PROBLEM = "Problem";

  /** For the container. */
  public ApiDescription() {}

  @Override
  public Operation filterOperation(Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    APIResponses responses = operation.getResponses();
    // What a method returns stands there as the default, when no status is named.
    @Nullable APIResponse returned = responses.getDefaultValue();
    if (returned != null && responses.getAPIResponses().size() == 1) {
      String status = returned.getContent() == null ? "204" : "200";
      responses.addAPIResponse(status, returned.description("Done"));
    }
    responses.setDefaultValue(
        OASFactory.createAPIResponse().ref("#/components/responses/" + PROBLEM));
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI description) {
    if (description.getComponents() == null) {
      description.setComponents(OASFactory.createComponents());
    }
    description.getComponents().addSchema(PROBLEM, schema()).addResponse(PROBLEM, response());
  }

  private static Schema schema() {
    return OASFactory.createSchema()
        .type(Schema.SchemaType.OBJECT)
        .description("Problem details (RFC 9457); further members depend on the type")
        .addProperty("type", text("Names the kind of error: urn:durchkommen:problem:…"))
        .addProperty("title", text("The kind of error in words"))
        .addProperty("status", OASFactory.createSchema().type(Schema.SchemaType.INTEGER))
        .addProperty("detail", text("What is wrong here and what to do"))
        .required(List.of("type", "title", "status", "detail"));
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().type(Schema.SchemaType.STRING).description(description);
  }

  private static APIResponse response() {
    return OASFactory.createAPIResponse()
        .description("An error")
        .content(
            OASFactory.createContent()
                .addMediaType(
                    ProblemAnswer.TYPE,
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
  }
}
