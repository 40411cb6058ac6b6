package dev.baton.sla.explanation;

import dev.baton.calendar.CalendarSpan;
import dev.baton.calendar.LocalTimeFormatter;
import dev.baton.calendar.Target;
import dev.baton.client.Tier;
import dev.baton.sla.agreement.Terms;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** For programs: English with ISO dates, and with names and targets as agreements write them. */
final class ProgramLanguage extends ExplanationLanguage {

  ProgramLanguage(MessageSource messages, LocalTimeFormatter time) {
    super(messages, Locale.ENGLISH, time);
  }

  @Override
  String target(Target target) {
    return target.toString();
  }

  @Override
  String targetInSentence(Target target) {
    return target.toString();
  }

  @Override
  public String actor(String login) {
    return login;
  }

  @Override
  String tier(Tier tier) {
    return tier.name();
  }

  /** Always in the plural: programs have read it so from the first version on. */
  @Override
  String moreClosedDays(int count) {
    return count + " more closed days";
  }

  @Override
  String holidayName(CalendarSpan span, Terms terms) {
    return span.name();
  }
}
