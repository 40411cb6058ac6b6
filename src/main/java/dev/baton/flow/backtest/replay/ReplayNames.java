package dev.baton.flow.backtest.replay;

import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.RecordedGroup;
import dev.baton.incident.Channel;
import dev.baton.incident.IncidentReport;
import dev.baton.incident.Level;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the recorded desk's people, groups and incidents are called in Baton. */
public final class ReplayNames {

  static final String CLIENT = "recorded-desk";

  /** Where the flow's routing puts an incident that nobody sent anywhere. */
  static final String FIRST_LINE = "service-desk";

  private static final String NAMESAKE = "-namesake";
  private static final int LONGEST_SUBJECT = 200;
  private static final String NOBODY = "recorded-desk";
  private static final String MAIL_DOMAIN = "@recorded-desk.example";

  /** A sign-in name of a desk of ours, which stays as it is. */
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9]+([-._][a-z0-9]+)*");

  private ReplayNames() {}

  /** The code of the group's team; a group without a name is first line. */
  public static String team(RecordedGroup group) {
    String code = group.name() == null ? FIRST_LINE : slug(group.name());
    return group.isNamesake() ? code + NAMESAKE : code;
  }

  /** Whether the log would call this team by this name. */
  public static boolean isCalled(String team, String group) {
    RecordedGroup named = RecordedGroup.named(group);
    return team(named).equals(team) || team(named.other()).equals(team);
  }

  /** The sign-in name of the person; null stays null. */
  public static String login(String person) {
    return person == null ? null : LOGIN.matcher(person).matches() ? person : slug(person);
  }

  /** The sign-in name of whoever made the row's change. */
  static String actor(String by) {
    return by == null ? NOBODY : login(by);
  }

  static String mail(String person) {
    return slug(person) + MAIL_DOMAIN;
  }

  static IncidentReport reportOf(LogRow first) {
    if (first.act() != null) {
      return first.act().report();
    }
    return new IncidentReport(
        CLIENT,
        first.caller() == null ? "Unknown caller" : first.caller(),
        mail(first.caller() == null ? "Unknown caller" : first.caller()),
        null,
        channel(first.contactType()),
        subject(first),
        null,
        Objects.requireNonNullElse(first.impact(), Level.MEDIUM),
        Objects.requireNonNullElse(first.urgency(), Level.MEDIUM),
        first.category() == null ? null : slug(first.category()),
        null,
        first.group() == null ? null : team(RecordedGroup.named(first.group())),
        first.incident());
  }

  private static Channel channel(String contactType) {
    if (contactType == null) {
      return Channel.PHONE;
    }
    return switch (contactType) {
      case "Email" -> Channel.EMAIL;
      case "Self service" -> Channel.WEB;
      default -> Channel.PHONE;
    };
  }

  private static String subject(LogRow first) {
    String said =
        Stream.of(first.symptom(), first.category(), first.subcategory())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return said.isEmpty()
        ? "No symptom recorded"
        : said.substring(0, Math.min(said.length(), LONGEST_SUBJECT));
  }

  private static String slug(String name) {
    String slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? NOBODY : slug;
  }
}
