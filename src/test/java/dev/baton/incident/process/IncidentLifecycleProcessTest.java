package dev.baton.incident.process;

import dev.baton.support.FlowStories;
import dev.baton.support.PassesEveryStepOf;
import org.junit.jupiter.api.Nested;

/** All stories of an incident's life; together they pass every step of its model. */
@FlowStories
@PassesEveryStepOf("incident-lifecycle")
class IncidentLifecycleProcessTest {

  @Nested
  class AtWork extends WorkStories {}

  @Nested
  class Handing extends HandingStories {}

  @Nested
  class Assigned extends AssignmentStories {}

  @Nested
  class Helped extends HelpStories {}

  @Nested
  class OnHold extends HoldStories {}

  @Nested
  class Resolved extends ResolutionStories {}

  @Nested
  class Prioritised extends PriorityStories {}

  @Nested
  class Ended extends EndingStories {}

  @Nested
  class Contacted extends ContactStories {}

  @Nested
  class Watched extends WatchedStories {}

  @Nested
  class Listed extends ListedStories {}

  @Nested
  class Unknown extends UnknownOutcomeStories {}

  @Nested
  class Refused extends RefusalStories {}
}
