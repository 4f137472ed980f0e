package de.durchkommen.portal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would like, as a client sends it.
 *
 * @param postcode where the person lives, five digits
 * @param centre only there, by its id; without it the nearest one that has something free
 * @param from the first day that suits for the first dose, as {@code 2021-01-19}; without it today
 * @param to the last day that suits for the first dose; without it any
 * @param daypart {@code MORNING}, {@code AFTERNOON} or {@code ANY}, for both doses; without it any
 * @param hoursFrom instead of a daypart: the earliest beginning, as {@code 08:30}
 * @param hoursUntil instead of a daypart: the latest beginning
 * @param vaccine only this one, by its id; without it any
 */
@Schema(requiredProperties = "postcode")
public record WishForm(
    @Nullable String postcode,
    @Nullable String centre,
    @Nullable String from,
    @Nullable String to,
    @Nullable String daypart,
    @Nullable String hoursFrom,
    @Nullable String hoursUntil,
    @Nullable String vaccine) {}
