package dev.baton.admin.web.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.baton.client.ClientDirectory;
import dev.baton.signin.HomePage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetUpHomeTest {

  private final ClientDirectory clients = mock(ClientDirectory.class);
  private final HomePage home = new HomePage(List.of(new SetUpHome(clients)));

  @Test
  void administratorsOfADeskWithoutClientsBeginWithTheGuide() {
    when(clients.isEmpty()).thenReturn(true);

    assertThat(home.of(List.of("admin", "team-network"))).isEqualTo("/desk/admin/setup");
    assertThat(home.of(List.of("agent"))).isEqualTo("/camunda/app/tasklist/default/");
    assertThat(home.of(List.of("process-owner"))).isEqualTo("/camunda/app/cockpit/default/");
  }

  @Test
  void laterTheyBeginWhereTheyWork() {
    when(clients.isEmpty()).thenReturn(false);

    assertThat(home.of(List.of("admin"))).isEqualTo("/camunda/app/tasklist/default/");
  }
}
