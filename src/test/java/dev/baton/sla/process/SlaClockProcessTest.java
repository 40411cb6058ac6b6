package dev.baton.sla.process;

import dev.baton.support.FlowStories;
import dev.baton.support.PassesEveryStepOf;
import org.junit.jupiter.api.Nested;

/** All stories of a clock; together they pass every step of its model. */
@FlowStories
@PassesEveryStepOf("sla-clock")
class SlaClockProcessTest {

  @Nested
  class Running extends RunningClockStories {}

  @Nested
  class Pausing extends PausedClockStories {}

  @Nested
  class Planned extends PlannedUpdateStories {}

  @Nested
  class Ending extends EndedClockStories {}
}
