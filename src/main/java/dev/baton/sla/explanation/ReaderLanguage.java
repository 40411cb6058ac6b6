package dev.baton.sla.explanation;

import dev.baton.calendar.CalendarSpan;
import dev.baton.calendar.LocalTimeFormatter;
import dev.baton.calendar.Target;
import dev.baton.client.Tier;
import dev.baton.sla.agreement.Terms;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** For people, in English or German. */
final class ReaderLanguage extends ExplanationLanguage {

  private final Locale language;

  ReaderLanguage(MessageSource messages, Locale locale, LocalTimeFormatter time) {
    super(messages, locale, time);
    this.language = Locale.forLanguageTag(locale.getLanguage());
  }

  @Override
  String target(Target target) {
    return text("clocks.target." + target.unit().name(), target.value());
  }

  @Override
  String targetInSentence(Target target) {
    return switch (target.unit()) {
      case END_OF_WORKING_DAY -> text("clocks.target.in-sentence", target.value());
      default -> target(target);
    };
  }

  @Override
  public String actor(String login) {
    return switch (login) {
      case FLOW -> text("clocks.actor.flow");
      case DESK -> text("clocks.actor.desk");
      default -> login;
    };
  }

  @Override
  String tier(Tier tier) {
    return name("clocks.tier", tier);
  }

  @Override
  String moreClosedDays(int count) {
    return text("clocks.due.more-closed-days", count);
  }

  @Override
  String holidayName(CalendarSpan span, Terms terms) {
    return terms.calendar().holiday(span, language);
  }
}
