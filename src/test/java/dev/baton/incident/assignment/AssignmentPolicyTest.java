package dev.baton.incident.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.incident.assignment.AssignmentPolicy.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentPolicyTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  void isReadByItsName(Kind kind) {
    assertThat(AssignmentPolicy.parse(kind.name())).isEqualTo(new AssignmentPolicy(kind, null));
  }

  @Test
  void skillsFirstMayNameTheSkill() {
    assertThat(AssignmentPolicy.parse(" skills_first  Cisco "))
        .isEqualTo(new AssignmentPolicy(Kind.SKILLS_FIRST, "cisco"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RANDOM", "PULL cisco", "LEAST LOADED"})
  void anythingElseSaysWhatThereIs(String text) {
    assertThatThrownBy(() -> AssignmentPolicy.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ROUND_ROBIN");
  }
}
