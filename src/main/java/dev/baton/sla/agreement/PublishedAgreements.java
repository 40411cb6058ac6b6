package dev.baton.sla.agreement;

import dev.baton.calendar.CalendarDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The published calendars and agreements, in all their versions. */
@Service
@Transactional(readOnly = true)
public class PublishedAgreements {

  private final DefinitionVersionRepository versions;

  PublishedAgreements(DefinitionVersionRepository versions) {
    this.versions = versions;
  }

  /** The newest version of each agreement, by name. */
  public List<PublishedVersion<AgreementDefinition>> agreements() {
    return newest(versions.agreements()).stream().map(PublishedAgreements::view).toList();
  }

  /** The newest version of each calendar, by name. */
  public List<PublishedVersion<CalendarDefinition>> calendars() {
    return newest(versions.calendars()).stream().map(PublishedAgreements::view).toList();
  }

  /** All versions of an agreement, newest first; empty if there is no such agreement. */
  public List<PublishedVersion<AgreementDefinition>> agreement(String name) {
    return versions.agreements(name).stream().map(PublishedAgreements::view).toList();
  }

  /** All versions of a calendar, newest first; empty if there is no such calendar. */
  public List<PublishedVersion<CalendarDefinition>> calendar(String name) {
    return versions.calendars(name).stream().map(PublishedAgreements::view).toList();
  }

  /** The newest version of everything. Publishing it again changes nothing. */
  public AgreementDocument document() {
    return new AgreementDocument(
        calendars().stream().map(PublishedVersion::definition).toList(),
        agreements().stream().map(PublishedVersion::definition).toList());
  }

  private static <V extends DefinitionVersion> List<V> newest(List<V> newestFirst) {
    Map<String, V> byName = new TreeMap<>();
    newestFirst.forEach(version -> byName.putIfAbsent(version.name(), version));
    return List.copyOf(byName.values());
  }

  static PublishedVersion<AgreementDefinition> view(AgreementVersion version) {
    return new PublishedVersion<>(
        version.name(),
        version.number(),
        version.publishedAt(),
        version.publishedBy(),
        DefinitionJson.read(version.definition(), AgreementDefinition.class));
  }

  static PublishedVersion<CalendarDefinition> view(CalendarVersion version) {
    return new PublishedVersion<>(
        version.name(),
        version.number(),
        version.publishedAt(),
        version.publishedBy(),
        DefinitionJson.read(version.definition(), CalendarDefinition.class));
  }
}
