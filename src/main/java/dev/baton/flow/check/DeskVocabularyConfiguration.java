package dev.baton.flow.check;

import dev.baton.notification.EventCodes;
import dev.baton.sla.agreement.CalendarNames;
import dev.baton.staff.TeamCodes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the teams, the calendars and the events from the desk as it is now, if there is one. */
@Configuration(proxyBeanMethods = false)
class DeskVocabularyConfiguration {

  @Bean
  DeskVocabulary deskVocabulary(
      ObjectProvider<TeamCodes> teams,
      ObjectProvider<CalendarNames> calendars,
      ObjectProvider<EventCodes> events) {
    TeamCodes codes = teams.getIfAvailable();
    CalendarNames names = calendars.getIfAvailable();
    EventCodes registered = events.getIfAvailable();
    return codes == null || names == null || registered == null
        ? DeskVocabulary.withoutDesk()
        : new DeskVocabulary(codes::all, codes::isTeam, names::isPublished, registered::all);
  }
}
