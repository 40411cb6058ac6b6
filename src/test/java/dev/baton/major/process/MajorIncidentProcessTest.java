package dev.baton.major.process;

import dev.baton.support.FlowStories;
import dev.baton.support.PassesEveryStepOf;
import org.junit.jupiter.api.Nested;

/** All stories of a major incident; together they pass every step of its model. */
@FlowStories
@PassesEveryStepOf("major-incident")
class MajorIncidentProcessTest {

  @Nested
  class Updating extends UpdateStories {}

  @Nested
  class Ending extends EndStories {}

  @Nested
  class Reading extends ReadStories {}
}
