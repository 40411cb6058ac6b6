package dev.baton.major.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.escalation.EscalationLifecycle;
import dev.baton.escalation.EscalationView;
import dev.baton.escalation.Escalations;
import dev.baton.escalation.Trigger;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Status;
import dev.baton.incident.search.HeldWork;
import dev.baton.major.ClusterDetection;
import dev.baton.major.LeadAppointment;
import dev.baton.major.MajorDetails;
import dev.baton.major.MajorTimeline;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.support.CountedSql;
import dev.baton.web.text.LocalizableText;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ten times as much to read takes as many statements. */
abstract class ReadStories extends MajorStory {

  private static final int FEW = 2;
  private static final int MANY = 20;

  @Autowired MajorTimeline majorTimeline;
  @Autowired LeadAppointment leads;
  @Autowired ClusterDetection clusters;
  @Autowired StaffDirectory staff;
  @Autowired HeldWork work;
  @Autowired Escalations escalations;
  @Autowired EscalationLifecycle climbs;

  @Test
  void aMajorIncidentIsReadWithAllThatIsRelatedAtOnce() {
    IncidentNumber small = withRelated(FEW);
    IncidentNumber large = withRelated(MANY);

    assertThat(statements(() -> details(large))).isEqualTo(statements(() -> details(small)));
    assertThat(statements(() -> majorTimeline.of(large)))
        .isEqualTo(statements(() -> majorTimeline.of(small)));

    List<MajorDetails.Related> related = details(large).related();
    assertThat(related).hasSize(MANY);
    assertThat(related)
        .extracting(each -> each.incident().number())
        .isSorted(); // in the order of linking
    assertThat(majorTimeline.of(large))
        .isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()))
        .filteredOn(line -> line.kind().equals("REPORTED") || line.kind().equals("RECEIVED"))
        .extracting(MajorTimeline.Line::incident)
        .doesNotHaveDuplicates();
  }

  @Test
  void whoLeadsHowMuchIsAskedOnceForAllWhoAreOnDuty() {
    IncidentNumber number = declared();
    int few = statements(() -> relieved(number));
    assertThat(major(number).lead()).isIn("ada", "ben");
    List<String> more = IntStream.range(0, MANY).mapToObj(n -> "more-" + n).toList();
    more.forEach(login -> agent(login, true));
    try {
      assertThat(statements(() -> relieved(number))).isEqualTo(few);
    } finally {
      more.forEach(login -> agent(login, false));
    }
  }

  @Test
  void clustersAreFoundByAsManyStatementsHoweverManyStandAlone() {
    alone(FEW, "few");
    int few = statements(() -> clusters.find(60, 2));
    alone(MANY, "many");

    assertThat(statements(() -> clusters.find(60, 2))).isEqualTo(few);
  }

  @Test
  void climbsOfAnIncidentAreReadTogether() {
    IncidentNumber once = climbed(1);
    IncidentNumber often = climbed(10);

    assertThat(statements(() -> escalations.of(often)))
        .isEqualTo(statements(() -> escalations.of(once)));
    assertThat(escalations.of(often))
        .hasSize(10)
        .isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()))
        .allSatisfy(
            escalation -> assertThat(escalations.get(escalation.id())).isEqualTo(escalation));
  }

  @Test
  void moreNumbersThanGoIntoOneStatementAreAskedForInPortions() {
    IncidentNumber number = atWork();
    List<String> numbers = new ArrayList<>();
    IntStream.range(0, 2_500).forEach(n -> numbers.add("INC-1999-%06d".formatted(n)));
    numbers.add(number.value());

    assertThat(work.of(numbers)).extracting(HeldWork.Held::assignee).containsExactly("ada");
    assertThat(statements(() -> work.of(numbers))).isEqualTo(3);
    assertThat(search.of(numbers.stream().map(IncidentNumber::new).toList()).values())
        .extracting(IncidentView::status)
        .containsExactly(Status.IN_PROGRESS);
  }

  private IncidentNumber withRelated(int count) {
    IncidentNumber major = declared();
    IntStream.range(0, count).forEach(n -> related(major));
    return major;
  }

  private void alone(int count, String name) {
    IntStream.range(0, count)
        .forEach(n -> report().inCategory("alone-%s-%d".formatted(name, n)).report());
  }

  private IncidentNumber climbed(int times) {
    IncidentNumber number = atWork();
    for (int n = 0; n < times; n++) {
      escalations.raise(number, Trigger.STUCK, null, "Nothing moves.");
      jobs.runDue();
      escalations.of(number).stream()
          .filter(escalation -> escalation.state().isOpen())
          .map(EscalationView::id)
          .forEach(id -> climbs.withdraw(id, "It moves.", LocalizableText.of("ladder.over")));
    }
    return number;
  }

  private Object relieved(IncidentNumber number) {
    leads.takenOver(number, null);
    leads.relieve(number, List.of(Role.AGENT));
    return number;
  }

  private void agent(String login, boolean isActive) {
    staff.register(
        new AgentView(
            login,
            login,
            login + "@desk.example",
            ZoneOffset.UTC,
            Locale.ENGLISH,
            Set.of(Role.AGENT),
            Set.of("service-desk"),
            isActive),
        null);
  }

  private static int statements(Supplier<?> reading) {
    CountedSql.of(reading); // what is kept in memory is there
    return CountedSql.of(reading).statements().size();
  }
}
