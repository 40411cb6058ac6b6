package dev.baton.admin.web.message;

import dev.baton.client.Tier;
import dev.baton.desk.web.PageRenderer;
import dev.baton.notification.Audience;
import dev.baton.notification.ChannelKind;
import dev.baton.notification.DeployedPlan.PlanCell;
import dev.baton.notification.DeployedPlan.PlanRule;
import dev.baton.notification.NotificationEvents;
import dev.baton.notification.RegisteredEvent;
import dev.baton.staff.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says the rules of the communication plan in the reader's language. */
@Component
class PlanWords {

  private static final String TRUE = "true";

  private final NotificationEvents events;
  private final PageRenderer pages;

  PlanWords(NotificationEvents events, PageRenderer pages) {
    this.events = events;
    this.pages = pages;
  }

  /**
   * A rule as the page shows it.
   *
   * @param text the event whose text is used; null for its own
   */
  record PlanRow(
      String event, String text, String audience, String channel, String scope, String timing) {}

  List<PlanRow> rows(List<PlanRule> rules, Locale locale) {
    Map<String, String> names =
        events.all().stream()
            .collect(Collectors.toMap(one -> one.code().code(), one -> name(one, locale)));
    return rules.stream().map(rule -> row(rule, names, locale)).toList();
  }

  private static String name(RegisteredEvent event, Locale locale) {
    return MessageFields.capitalised(event.name(locale), locale);
  }

  private PlanRow row(PlanRule rule, Map<String, String> names, Locale locale) {
    return new PlanRow(
        rule.event().isEmpty()
            ? pages.words("admin.plan.everyEvent", locale)
            : list(rule.event(), code -> names.getOrDefault(code, code)),
        rule.template().isEmpty()
            ? null
            : list(rule.template(), code -> names.getOrDefault(code, code)),
        audience(rule, locale),
        channel(rule, locale),
        scope(rule, locale),
        timing(rule, locale));
  }

  private String audience(PlanRule rule, Locale locale) {
    String audience =
        list(rule.audience(), one -> named("admin.plan.audience", one, Audience.values(), locale));
    return rule.roles().isEmpty()
        ? audience
        : audience
            + ": "
            + Arrays.stream(rule.roles().value().split(","))
                .map(String::strip)
                .map(group -> role(group, locale))
                .collect(Collectors.joining(", "));
  }

  private String role(String group, Locale locale) {
    return Role.ofGroup(group).map(role -> pages.name("people.role", role, locale)).orElse(group);
  }

  private String channel(PlanRule rule, Locale locale) {
    UnaryOperator<String> name =
        one -> named("admin.plan.channel", one, ChannelKind.values(), locale);
    return rule.fallback().isEmpty()
        ? list(rule.channel(), name)
        : pages.words(
            "admin.plan.otherwise",
            locale,
            list(rule.channel(), name),
            list(rule.fallback(), name));
  }

  /** For which incidents it holds. */
  private String scope(PlanRule rule, Locale locale) {
    List<String> parts = new ArrayList<>();
    if (!rule.isMajor().isEmpty()) {
      parts.add(
          switch (rule.isMajor().value()) {
            case TRUE -> pages.words("admin.plan.major", locale);
            case "false" -> pages.words("admin.plan.notMajor", locale);
            default -> rule.isMajor().value();
          });
    }
    if (!rule.tier().isEmpty()) {
      parts.add(list(rule.tier(), one -> named("tier", one, Tier.values(), locale)));
    }
    if (!rule.priority().isEmpty()) {
      parts.add(list(rule.priority(), UnaryOperator.identity()));
    }
    return parts.isEmpty() ? pages.words("admin.plan.all", locale) : String.join("; ", parts);
  }

  private String timing(PlanRule rule, Locale locale) {
    Stream<Optional<String>> parts =
        Stream.of(
            given(rule.delayMinutes()).map(one -> pages.words("admin.plan.after", locale, one)),
            given(rule.digest())
                .filter(TRUE::equals)
                .map(one -> pages.words("admin.plan.digest", locale)),
            given(rule.quietHours())
                .filter(TRUE::equals)
                .map(one -> pages.words("admin.plan.quiet", locale)));
    String timing = parts.flatMap(Optional::stream).collect(Collectors.joining("; "));
    return timing.isEmpty() ? pages.words("admin.plan.atOnce", locale) : timing;
  }

  private static Optional<String> given(PlanCell cell) {
    return Optional.ofNullable(cell.value()).filter(text -> !text.equals("0"));
  }

  /** A condition that is no list of constants stands as it is written. */
  private static String list(PlanCell cell, UnaryOperator<String> name) {
    return cell.values().isEmpty()
        ? cell.expression()
        : cell.values().stream().map(name).collect(Collectors.joining(", "));
  }

  private <E extends Enum<E>> String named(
      String prefix, String constant, E[] known, Locale locale) {
    return Arrays.stream(known)
        .filter(one -> one.name().equals(constant))
        .findFirst()
        .map(one -> pages.name(prefix, one, locale))
        .orElse(constant);
  }
}
