package dev.baton.flow.backtest.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.BatonApplication;
import dev.baton.flow.migration.MigrateIncidents;
import dev.baton.flow.migration.MigrationWorker;
import dev.baton.flow.proposal.DecideProposal;
import dev.baton.flow.proposal.PackagedChanges;
import dev.baton.flow.proposal.trial.TryProposal;
import dev.baton.support.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/** The desk that a replay works at does nothing but replay. */
class ScratchDeskIT {

  @Test
  void nothingProposesTriesPublishesOrMigratesThere() {
    TestDatabase.Schema server = TestDatabase.freshSchema();
    Map<String, String> settings =
        Map.of(
            "baton.db.url", server.url(),
            "baton.db.user", server.user(),
            "baton.db.password", server.password());
    settings.forEach(System::setProperty);
    try (ScratchDesk desk = ScratchDesk.open(BatonApplication.class, false)) {
      for (Class<?> ofTheDesk :
          List.of(
              ScheduledAnnotationBeanPostProcessor.class,
              PackagedChanges.class,
              DecideProposal.class,
              TryProposal.class,
              MigrationWorker.class,
              MigrateIncidents.class)) {
        assertThatThrownBy(() -> desk.bean(ofTheDesk))
            .isInstanceOf(NoSuchBeanDefinitionException.class);
      }
      for (String table : List.of("flow_release", "flow_packaged_file")) {
        assertThat(
                desk.bean(JdbcClient.class)
                    .sql("select count(*) from " + table)
                    .query(Integer.class)
                    .single())
            .as("noted at the start in %s", table)
            .isZero();
      }
    } finally {
      settings.keySet().forEach(System::clearProperty);
      server.drop();
    }
  }
}
