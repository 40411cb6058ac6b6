package dev.baton.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The countries and regions whose public holidays are known, with their names in a language. */
public final class HolidayRegions {

  private HolidayRegions() {}

  /**
   * Something to choose, such as {@code DE} and Germany, or {@code BY-AG} and Bavaria, Augsburg.
   */
  public record NamedRegion(String code, String name) {}

  /** The countries by name; exchanges with holidays of their own, too. */
  public static List<NamedRegion> countries(Locale language) {
    return PublicHolidays.countries().stream()
        .map(code -> new NamedRegion(code, countryName(code, language)))
        .sorted(byName(language))
        .toList();
  }

  /** The regions within a country by name; none for a country that is not known. */
  public static List<NamedRegion> regions(String country, Locale language) {
    if (!PublicHolidays.countries().contains(country)) {
      return List.of();
    }
    List<NamedRegion> found = new ArrayList<>();
    add(found, PublicHolidays.hierarchy(country), "", "", language);
    found.sort(byName(language));
    return List.copyOf(found);
  }

  /** Such as {@code Germany, Bavaria}. */
  public static String name(HolidayRegion region, Locale language) {
    String country = countryName(region.country(), language);
    String path = String.join("-", region.regions()).toUpperCase(Locale.ROOT);
    return regions(region.country(), language).stream()
        .filter(known -> known.code().equals(path))
        .map(known -> country + ", " + known.name())
        .findFirst()
        .orElse(path.isEmpty() ? country : country + ", " + path);
  }

  private static void add(
      List<NamedRegion> found, CalendarHierarchy above, String code, String name, Locale language) {
    above
        .getChildren()
        .forEach(
            (step, region) -> {
              String its = code + step.toUpperCase(Locale.ROOT);
              String called = name + region.getDescription(language);
              found.add(new NamedRegion(its, called));
              add(found, region, its + "-", called + ", ", language);
            });
  }

  private static String countryName(String code, Locale language) {
    return code.length() == 2
        ? new Locale.Builder().setRegion(code).build().getDisplayCountry(language)
        : code;
  }

  private static Comparator<NamedRegion> byName(Locale language) {
    Collator order = Collator.getInstance(language);
    return (one, other) -> order.compare(one.name(), other.name());
  }
}
