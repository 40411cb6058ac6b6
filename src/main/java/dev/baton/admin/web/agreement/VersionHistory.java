package dev.baton.admin.web.agreement;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.sla.agreement.PublishedVersion;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The versions of a calendar or an agreement: who published them when, and what differs. */
@Component
class VersionHistory {

  private static final int SHOWN = 6;

  private final StaffDirectory staff;
  private final PageRenderer pages;
  private final Clock clock;

  VersionHistory(StaffDirectory staff, PageRenderer pages, Clock clock) {
    this.staff = staff;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * @param changes against the version before, the first few of them
   * @param more how many there are besides
   */
  record Version(int number, String at, String who, List<VersionDifference> changes, int more) {}

  <D> List<Version> of(
      List<PublishedVersion<D>> newestFirst,
      Function<D, List<DefinitionRow>> rows,
      Visitor visitor) {
    return IntStream.range(0, newestFirst.size())
        .mapToObj(
            i -> {
              List<VersionDifference> changes =
                  i + 1 == newestFirst.size()
                      ? List.of()
                      : VersionDifference.changes(
                          rows.apply(newestFirst.get(i + 1).definition()),
                          rows.apply(newestFirst.get(i).definition()));
              PublishedVersion<D> version = newestFirst.get(i);
              return new Version(
                  version.number(),
                  at(version, visitor),
                  who(version, visitor),
                  changes.stream().limit(SHOWN).toList(),
                  Math.max(0, changes.size() - SHOWN));
            })
        .toList();
  }

  String at(PublishedVersion<?> version, Visitor visitor) {
    return visitor.at(version.publishedAt(), clock.instant());
  }

  String who(PublishedVersion<?> version, Visitor visitor) {
    return staff
        .agent(version.publishedBy())
        .map(AgentView::name)
        .orElseGet(
            () ->
                "flow".equals(version.publishedBy())
                    ? pages.words("admin.system", visitor.locale())
                    : version.publishedBy());
  }

  /**
   * @throws NotFound if there is no such version
   */
  static <D> PublishedVersion<D> version(List<PublishedVersion<D>> versions, int number) {
    return versions.stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .orElseThrow(() -> new NotFound("version", String.valueOf(number)));
  }
}
