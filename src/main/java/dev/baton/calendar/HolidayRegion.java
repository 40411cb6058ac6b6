package dev.baton.calendar;

import java.util.List;
import java.util.Locale;

/**
 * Whose public holidays are kept: a country by its ISO code ({@code DE}) and the way down to a
 * region in it ({@code by}, or {@code by} then {@code ag}), as jollyday names them. No region means
 * the holidays of the whole country.
 */
public record HolidayRegion(String country, List<String> regions) {

  public HolidayRegion {
    country = country == null ? "" : country.trim().toUpperCase(Locale.ROOT);
    regions =
        regions == null
            ? List.of()
            : regions.stream().map(region -> region.trim().toLowerCase(Locale.ROOT)).toList();
  }

  @Override
  public String toString() {
    return regions.isEmpty()
        ? country
        : country + "-" + String.join("-", regions).toUpperCase(Locale.ROOT);
  }
}
