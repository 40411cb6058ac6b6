package dev.baton.intake.monitoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides which alerts are silenced; compiles each expression once per message. */
final class SilenceFilter {

  private static final Logger LOG = LoggerFactory.getLogger(SilenceFilter.class);

  private final List<Silence> silences;
  private final Map<String, LabelExpression> expressions = new HashMap<>();

  private SilenceFilter(List<Silence> silences) {
    this.silences = silences;
  }

  /** A stored silence whose expression cannot be compiled is logged and has no effect. */
  static SilenceFilter of(List<Silence> stored, String source, Instant now) {
    List<Silence> sound = new ArrayList<>();
    SilenceFilter filter = new SilenceFilter(sound);
    for (Silence silence : stored) {
      if (silence.holds(now) && silence.isOf(source) && filter.compiles(silence.checked())) {
        sound.add(silence);
      }
    }
    return filter;
  }

  private boolean compiles(Silence silence) {
    if (silence.trouble() != null) {
      LOG.error("Silence {}: {}", silence.id(), silence.trouble());
      return false;
    }
    for (Silence.Matcher matcher : silence.matchers()) {
      if (matcher.regex()) {
        expressions.put(matcher.value(), LabelExpression.of(matcher.value()));
      }
    }
    return true;
  }

  boolean covers(Map<String, String> labels) {
    return silences.stream()
        .anyMatch(silence -> silence.matchers().stream().allMatch(each -> matches(each, labels)));
  }

  private boolean matches(Silence.Matcher matcher, Map<String, String> labels) {
    String value = labels.getOrDefault(matcher.label(), "");
    return matcher.regex()
        ? expressions.get(matcher.value()).matches(value)
        : Objects.equals(value, matcher.value());
  }
}
