package dev.baton.calendar;

import java.util.List;
import java.util.Locale;

/**
 * The region whose public holidays apply: a country by its ISO code ({@code DE}), and the path down
 * to a region within it ({@code by}, or {@code by} then {@code ag}), named as in jollyday. Without
 * a region, the holidays of the whole country apply.
 */
public record HolidayRegion(String country, List<String> regions) {

  public HolidayRegion {
    country = country == null ? "" : country.trim().toUpperCase(Locale.ROOT);
    regions =
        regions == null
            ? List.of()
            : regions.stream().map(region -> region.trim().toLowerCase(Locale.ROOT)).toList();
  }

  /** Reads {@code DE} or {@code DE-BY}. */
  public static HolidayRegion parse(String text) {
    List<String> steps = List.of(text.strip().split("-"));
    return steps.isEmpty()
        ? new HolidayRegion("", List.of())
        : new HolidayRegion(steps.get(0), steps.subList(1, steps.size()));
  }

  @Override
  public String toString() {
    return regions.isEmpty()
        ? country
        : country + "-" + String.join("-", regions).toUpperCase(Locale.ROOT);
  }
}
