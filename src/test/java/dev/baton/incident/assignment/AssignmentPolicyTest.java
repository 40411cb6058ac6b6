package dev.baton.incident.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.incident.assignment.AssignmentPolicy.AssignmentMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentPolicyTest {

  @ParameterizedTest
  @EnumSource(AssignmentMethod.class)
  void isReadByItsName(AssignmentMethod kind) {
    assertThat(AssignmentPolicy.parse(kind.name())).isEqualTo(new AssignmentPolicy(kind, null));
  }

  @Test
  void skillsFirstMayNameTheSkill() {
    assertThat(AssignmentPolicy.parse(" skills_first  Cisco "))
        .isEqualTo(new AssignmentPolicy(AssignmentMethod.SKILLS_FIRST, "cisco"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RANDOM", "PULL cisco", "LEAST LOADED"})
  void anythingElseSaysWhatThereIs(String text) {
    assertThatThrownBy(() -> AssignmentPolicy.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ROUND_ROBIN");
  }
}
