package dev.baton.flow.backtest;

import dev.baton.incident.Channel;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Makes incidents as Baton shows them. */
public final class Views {

  private Views() {}

  public static ViewBuilder view() {
    return new ViewBuilder();
  }

  /** An incident of team group-1, in progress, P3, with nobody on it. */
  public static final class ViewBuilder {
    private Status status = Status.IN_PROGRESS;
    private String team = "group-1";
    private int reassignments;
    private Instant closedAt;

    public ViewBuilder status(Status is) {
      status = is;
      return this;
    }

    public ViewBuilder team(String code) {
      team = code;
      return this;
    }

    public ViewBuilder reassignments(int times) {
      reassignments = times;
      return this;
    }

    public ViewBuilder closedAt(String instant) {
      closedAt = Instant.parse(instant);
      return this;
    }

    public IncidentView build() {
      return new IncidentView(
          "INC-2021-000001",
          1,
          "recorded-desk",
          new IncidentView.Requester("Caller 1", "caller-1@recorded-desk.example", null, false),
          Channel.PHONE,
          "Symptom 1",
          null,
          status,
          Priority.P3,
          Level.MEDIUM,
          Level.MEDIUM,
          null,
          null,
          team,
          null,
          Set.of(),
          null,
          reassignments,
          0,
          "INC1",
          null,
          null,
          null,
          Instant.parse("2021-03-01T08:00:00Z"),
          null,
          closedAt,
          List.of(),
          null);
    }
  }
}
