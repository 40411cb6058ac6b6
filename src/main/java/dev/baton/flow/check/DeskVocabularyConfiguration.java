package dev.baton.flow.check;

import dev.baton.notification.NotificationEvents;
import dev.baton.sla.agreement.PublishedCalendars;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the teams, the calendars and the events from the desk as it is now. */
@Configuration(proxyBeanMethods = false)
class DeskVocabularyConfiguration {

  @Bean
  DeskVocabulary deskVocabulary(
      StaffDirectory staff, PublishedCalendars calendars, NotificationEvents events) {
    return new DeskVocabulary(
        () -> staff.teams().stream().map(TeamView::code).toList(),
        name -> staff.team(name).isPresent(),
        name -> calendars.newest(name).isPresent(),
        events::codes);
  }
}
