package dev.baton.sla.explanation;

import dev.baton.calendar.CalendarSpan;
import dev.baton.calendar.HolidayRegion;
import dev.baton.calendar.LocalTimeFormatter;
import dev.baton.calendar.Target;
import dev.baton.client.Tier;
import dev.baton.sla.agreement.AgreementLabel;
import dev.baton.sla.agreement.AgreementScope;
import dev.baton.sla.agreement.Terms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * What explanations are written in: the texts of the bundle {@code sla/clocks} in one language, and
 * the times of one zone.
 */
public abstract class ExplanationLanguage {

  /** The actor where no person did it. */
  public static final String FLOW = "flow";

  /** The actor where the reader does not learn which of the desk's people did it. */
  public static final String DESK = "the desk";

  private final MessageSource messages;
  private final Locale locale;
  private final LocalTimeFormatter time;

  ExplanationLanguage(MessageSource messages, Locale locale, LocalTimeFormatter time) {
    this.messages = messages;
    this.locale = locale;
    this.time = time;
  }

  /** English with ISO dates, and with names and targets as they are written in agreements. */
  public static ExplanationLanguage forPrograms(MessageSource messages, ZoneId zone) {
    return new ProgramLanguage(messages, new LocalTimeFormatter(zone));
  }

  /**
   * @param locale English or German
   * @param now days of its year are written without the year
   */
  public static ExplanationLanguage forReaders(
      MessageSource messages, Locale locale, ZoneId zone, Instant now) {
    return new ReaderLanguage(messages, locale, LocalTimeFormatter.of(zone, locale, now));
  }

  public LocalTimeFormatter time() {
    return time;
  }

  /** The text with this key. */
  public String text(String key, Object... values) {
    return messages.getMessage(key, values, locale);
  }

  /** The label of an enum value, from {@code prefix.NAME}. */
  public String name(String prefix, Enum<?> value) {
    return text(prefix + "." + value.name());
  }

  /** A target that stands alone, such as {@code by close of business}. */
  abstract String target(Target target);

  /** A target within a sentence, such as {@code close of business}. */
  abstract String targetInSentence(Target target);

  /** Who did something, after "by". */
  public abstract String actor(String login);

  abstract String tier(Tier tier);

  abstract String moreClosedDays(int count);

  abstract String holidayName(CalendarSpan span, Terms terms);

  /** Such as {@code Corpus Christi, DE-BY}. */
  final String holiday(CalendarSpan span, Terms terms) {
    HolidayRegion region = terms.calendar().definition().holidays();
    String name = holidayName(span, terms);
    return region == null ? name : name + ", " + region;
  }

  /** Such as {@code acme-gold, version 2}. */
  public final String agreement(AgreementLabel agreement) {
    String label = text("clocks.agreement", agreement.name(), String.valueOf(agreement.version()));
    return agreement.ofPlan() ? text("clocks.agreement.plan", label) : label;
  }

  /** Such as {@code for client acme, tier GOLD}. */
  public final String scope(AgreementScope scope) {
    List<String> named =
        Stream.of(
                scope.client() == null ? null : text("clocks.scope.client", scope.client()),
                scope.service() == null ? null : text("clocks.scope.service", scope.service()),
                scope.tier() == null ? null : text("clocks.scope.tier", tier(scope.tier())))
            .filter(Objects::nonNull)
            .toList();
    return named.isEmpty()
        ? text("clocks.scope.everyone")
        : text("clocks.scope", String.join(", ", named));
  }
}
