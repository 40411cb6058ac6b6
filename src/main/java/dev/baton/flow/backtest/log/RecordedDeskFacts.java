package dev.baton.flow.backtest.log;

import dev.baton.client.ClientView;
import dev.baton.client.ServiceView;
import dev.baton.staff.AgentView;
import dev.baton.staff.TeamView;
import java.util.List;
import java.util.Map;

/**
 * The desk whose journal was read, as it is now.
 *
 * @param services by the code of their client
 * @param agents without their addresses
 * @param agreements calendars and agreements as YAML
 */
public record RecordedDeskFacts(
    List<ClientView> clients,
    Map<String, List<ServiceView>> services,
    List<VipRequester> vips,
    List<TeamView> teams,
    List<AgentView> agents,
    String agreements) {

  /**
   * A requester who is a VIP, under the name that the log has for them.
   *
   * @param client code
   */
  public record VipRequester(String client, String name, String email) {}
}
