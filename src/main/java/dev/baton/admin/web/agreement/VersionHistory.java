package dev.baton.admin.web.agreement;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.sla.agreement.PublishedVersion;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The versions of a calendar or an agreement: who published them when, and what differs. */
@Component
class VersionHistory {

  private static final int LISTED = 20;
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

  /** The newest of them. */
  <D> List<Version> of(
      List<PublishedVersion<D>> newestFirst,
      Function<D, List<DefinitionRow>> rows,
      Visitor visitor) {
    List<List<DefinitionRow>> saying =
        newestFirst.stream()
            .limit(LISTED + 1)
            .map(version -> rows.apply(version.definition()))
            .toList();
    return IntStream.range(0, Math.min(LISTED, newestFirst.size()))
        .mapToObj(
            i ->
                version(
                    newestFirst.get(i),
                    i + 1 == saying.size()
                        ? List.of()
                        : VersionDifference.changes(saying.get(i + 1), saying.get(i)),
                    visitor))
        .toList();
  }

  private Version version(
      PublishedVersion<?> version, List<VersionDifference> changes, Visitor visitor) {
    return new Version(
        version.number(),
        at(version, visitor),
        who(version, visitor),
        changes.stream().limit(SHOWN).toList(),
        Math.max(0, changes.size() - SHOWN));
  }

  /** What the newest of them says; null if there is none. */
  static <D> D newest(List<PublishedVersion<D>> newestFirst) {
    return newestFirst.isEmpty() ? null : newestFirst.get(0).definition();
  }

  /** 0 if there is none. */
  static int newestNumber(List<? extends PublishedVersion<?>> newestFirst) {
    return newestFirst.isEmpty() ? 0 : newestFirst.get(0).number();
  }

  /** Said once a version was published; null if the URL does not say so. */
  String notice(
      String publishedNow, List<? extends PublishedVersion<?>> newestFirst, Visitor visitor) {
    return publishedNow == null
        ? null
        : pages.words("admin.versions.published", visitor.locale(), newestFirst.get(0).number());
  }

  static List<Integer> numbers(List<? extends PublishedVersion<?>> versions) {
    return versions.stream().map(PublishedVersion::number).toList();
  }

  /**
   * Two versions side by side: the newest one and the one before, unless others are named.
   *
   * @throws NotFound if there is no such version
   */
  static <D> Map<String, Object> comparison(
      List<PublishedVersion<D>> newestFirst,
      Integer from,
      Integer to,
      Function<D, List<DefinitionRow>> rows) {
    int newer = to == null ? newestFirst.get(0).number() : to;
    int older = from == null ? Math.max(1, newer - 1) : from;
    return Map.of(
        "from",
        older,
        "to",
        newer,
        "numbers",
        numbers(newestFirst),
        "differences",
        VersionDifference.all(
            rows.apply(version(newestFirst, older).definition()),
            rows.apply(version(newestFirst, newer).definition())));
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
