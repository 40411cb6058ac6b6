package dev.baton.staff;

import static dev.baton.database.DatabaseMode.SERVER;
import static dev.baton.staff.Role.ADMIN;
import static java.time.ZoneOffset.UTC;
import static java.util.Locale.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.support.BatonTest;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@BatonTest
class FirstAdministratorIT {

  @Autowired StaffDirectory staff;
  @Autowired IdentityService identities;
  @Autowired TransactionTemplate transaction;

  @Test
  void theGivenPasswordMadeTheFirstAdministratorAtStartUp() {
    assertThat(staff.hasActive(ADMIN)).isTrue();
    assertThat(identities.createGroupQuery().groupMember("admin").groupId("camunda-admin").count())
        .isEqualTo(1);
  }

  @Test
  void onceThereIsOneNothingIsAsked() {
    assertThatCode(() -> new FirstAdministrator(staff, SERVER, "").prepare())
        .doesNotThrowAnyException();
  }

  @Test
  void aServerWithoutAPasswordRefusesToStartAndSaysWhatToSet() {
    transaction.executeWithoutResult(
        status -> {
          staff.register(
              new AgentView("admin", "A", null, UTC, ENGLISH, Set.of(ADMIN), Set.of(), false),
              null);
          assertThatThrownBy(() -> new FirstAdministrator(staff, SERVER, "").prepare())
              .isInstanceOf(AdministratorMissing.class);
          assertThatThrownBy(() -> new FirstAdministrator(staff, SERVER, "weak").prepare())
              .isInstanceOf(AdministratorMissing.class)
              .hasMessageContaining("at least 12 characters");
          status.setRollbackOnly();
        });
    assertThat(
            new AdministratorMissingAnalyzer()
                .analyze(new AdministratorMissing("None."))
                .getAction())
        .contains("BATON_ADMIN_PASSWORD");
  }
}
