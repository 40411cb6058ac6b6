package dev.baton.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.BatonTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@BatonTest
class FirstTeamIT {

  @Autowired StaffDirectory staff;
  @Autowired FirstTeam firstTeam;
  @Autowired TransactionTemplate transaction;

  @Test
  void aDeskOpensWithTheTeamThatTheRoutingTableNames() {
    assertThat(staff.team("service-desk")).isPresent();
  }

  @Test
  void onceThereIsATeamNothingIsFounded() {
    TeamView renamed = new TeamView("service-desk", "Front office");
    transaction.executeWithoutResult(
        status -> {
          staff.register(renamed);
          firstTeam.prepare();
          assertThat(staff.team("service-desk")).contains(renamed);
          status.setRollbackOnly();
        });
  }
}
