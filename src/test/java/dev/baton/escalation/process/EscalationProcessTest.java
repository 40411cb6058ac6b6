package dev.baton.escalation.process;

import dev.baton.support.FlowStories;
import dev.baton.support.PassesEveryStepOf;
import org.junit.jupiter.api.Nested;
import org.springframework.test.context.TestPropertySource;

/** All stories of the ladder; together they pass every step of its model. */
@FlowStories
// An application of its own: these people and rotas would answer in the flows of others.
@TestPropertySource(properties = "baton.test.desk=escalation")
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
