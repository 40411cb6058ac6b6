package dev.baton.escalation.process;

import dev.baton.support.FlowStories;
import dev.baton.support.PassesEveryStepOf;
import org.junit.jupiter.api.Nested;

/** All stories of the ladder; together they pass every step of its model. */
@FlowStories
@PassesEveryStepOf("escalation")
class EscalationProcessTest {

  @Nested
  class Climbing extends ClimbStories {}

  @Nested
  class AtNight extends NightStories {}

  @Nested
  class Deciding extends DecisionStories {}

  @Nested
  class Raising extends TriggerStories {}
}
