package dev.baton.incident;

import dev.baton.client.ClientView;
import dev.baton.client.RequesterView;
import dev.baton.web.validation.TextInput;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.NaturalId;

/** A disruption someone reported. Guards its own transitions: what does not fit, it refuses. */
@Entity
@DynamicUpdate
public class Incident {

  private static final int LONGEST_WORDS = 2_000;
  private static final Set<Status> AT_WORK = EnumSet.of(Status.ASSIGNED, Status.IN_PROGRESS);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "incident_seq")
  @SequenceGenerator(name = "incident_seq", sequenceName = "incident_seq", allocationSize = 50)
  private Long id;

  @Version private long version;

  @NaturalId
  @Column(updatable = false)
  private String number;

  private String flowInstanceId;
  private long clientId;
  private String clientCode;

  private long requesterId;

  private String requesterName;
  private String requesterEmail;
  private String requesterPhone;
  private boolean requesterVip;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private String subject;
  private String description;
  private String category;
  private String service;
  private String externalReference;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Enumerated(EnumType.STRING)
  private Level impact;

  @Enumerated(EnumType.STRING)
  private Level urgency;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private String team;

  /** Whether a person chose the team; routing keeps it then. */
  private boolean teamAsked;

  private boolean secondLine;
  private String assignee;

  /** Sign-in names with commas between; null while nobody helps. */
  private String helpers;

  /** Whether somebody else named the assignee; a policy keeps the person then. */
  private boolean assigneeChosen;

  @Embedded private Hold hold;
  private int holdReminders;
  private int reassignments;
  private int reopenings;

  @Enumerated(EnumType.STRING)
  private ResolutionCode resolutionCode;

  private String resolutionNote;
  private String duplicateOf;
  private String cancelReason;
  private Instant openedAt;
  private Instant resolvedAt;
  private Instant closedAt;

  /** When it closes if nobody objects to the resolution. */
  private Instant closesAt;

  @Convert(converter = IncidentDetailsConverter.class)
  private List<IncidentDetail> details = List.of();

  /** The values of the details, for the full-text index. */
  private String detailWords;

  @Embedded private UnansweredReply unansweredReply;

  protected Incident() {}

  public Incident(
      IncidentNumber number,
      IncidentReport report,
      ClientView client,
      RequesterView requester,
      Instant openedAt) {
    this.number = number.value();
    this.clientId = client.id();
    this.clientCode = client.code();
    setRequester(requester);
    this.channel = report.channel();
    this.subject = report.subject();
    this.description = report.description();
    this.category = report.category();
    this.service = report.service();
    this.externalReference = report.externalReference();
    this.impact = report.impact();
    this.urgency = report.urgency();
    this.team = report.team();
    this.teamAsked = report.team() != null;
    this.status = Status.RECEIVED;
    this.openedAt = openedAt;
  }

  private void setRequester(RequesterView requester) {
    this.requesterId = requester.id();
    this.requesterName = requester.name();
    this.requesterEmail = requester.email();
    this.requesterPhone = requester.phone();
    this.requesterVip = requester.vip();
  }

  public void flowsAs(String instanceId) {
    this.flowInstanceId = instanceId;
  }

  /** Whether it goes on with another flow than this one. */
  boolean isReplaced(String instanceId) {
    return flowInstanceId != null && !flowInstanceId.equals(instanceId);
  }

  public void rename(String newSubject) {
    refuseWhenFinal(RefusedAct.EDITED);
    subject = newSubject;
  }

  /** Null for none. */
  public void categorise(String newCategory) {
    refuseWhenFinal(RefusedAct.EDITED);
    category = newCategory;
  }

  /**
   * @param newService code of a service of its client; null for none
   */
  public void concernService(String newService) {
    refuseWhenFinal(RefusedAct.EDITED);
    service = newService;
  }

  /** Another person of its client, who hears of it from now on. */
  public void reportedBy(RequesterView person) {
    refuseWhenFinal(RefusedAct.EDITED);
    if (person.clientId() != clientId) {
      throw new IllegalArgumentException("The requester is of another client");
    }
    setRequester(person);
  }

  void prioritise(Priority given) {
    refuseWhenFinal(RefusedAct.PRIORITISED);
    this.priority = given;
  }

  void reassess(Level newImpact, Level newUrgency) {
    refuseWhenFinal(RefusedAct.GIVEN_A_NEW_PRIORITY);
    this.impact = newImpact;
    this.urgency = newUrgency;
  }

  /** Where routing sends it; returns whether that is another team than before. */
  boolean route(String teamCode) {
    refuseWhenFinal(RefusedAct.ROUTED);
    boolean moved = status != Status.RECEIVED && !Objects.equals(team, teamCode);
    if (moved) {
      reassignments++;
      assignee = null;
      assigneeChosen = false;
    }
    team = teamCode;
    if (status == Status.RECEIVED) {
      status = Status.ASSIGNED;
    }
    return moved;
  }

  /** A person hands it to a team; returns whether that is another team than before. */
  boolean handTo(String teamCode, String person) {
    refuseWhenFinal(RefusedAct.REASSIGNED);
    boolean moved = !Objects.equals(team, teamCode);
    if (moved) {
      reassignments++;
    }
    team = teamCode;
    teamAsked = true;
    assignee = person;
    assigneeChosen = person != null;
    if (status == Status.IN_PROGRESS) {
      status = Status.ASSIGNED;
    }
    return moved;
  }

  void passToSecondLine(String teamCode) {
    require(AT_WORK, RefusedAct.PASSED_TO_SECOND_LINE);
    if (!Objects.equals(team, teamCode)) {
      reassignments++;
    }
    team = teamCode;
    teamAsked = false;
    secondLine = true;
    assignee = null;
    assigneeChosen = false;
    status = Status.ASSIGNED;
  }

  /** Somebody named the person, or put it back to the queue. */
  void assignTo(String person) {
    refuseWhenFinal(RefusedAct.ASSIGNED);
    assignee = person;
    assigneeChosen = person != null;
    if (person == null && status == Status.IN_PROGRESS) {
      status = Status.ASSIGNED;
    }
  }

  /** Returns whether the person did not help before. */
  boolean addHelper(String person) {
    refuseWhenFinal(RefusedAct.ESCALATED);
    if (helpers().contains(person)) {
      return false;
    }
    helpers = helpers == null ? person : helpers + "," + person;
    return true;
  }

  Set<String> helpers() {
    return helpers == null ? Set.of() : new LinkedHashSet<>(List.of(helpers.split(",")));
  }

  void takenBy(String person) {
    assignTo(person);
    assigneeChosen = false;
  }

  /** A policy or an absence gives it to the person; null puts it back to the queue. */
  public void giveTo(String person) {
    refuseWhenFinal(RefusedAct.GIVEN);
    if (status == Status.IN_PROGRESS && !Objects.equals(assignee, person)) {
      status = Status.ASSIGNED;
    }
    assignee = person;
    assigneeChosen = false;
  }

  void start() {
    require(AT_WORK, RefusedAct.STARTED);
    status = Status.IN_PROGRESS;
  }

  void hold(Hold why) {
    require(
        EnumSet.of(Status.ASSIGNED, Status.IN_PROGRESS, Status.ON_HOLD), RefusedAct.PUT_ON_HOLD);
    if (status != Status.ON_HOLD || hold.reason() != why.reason()) {
      holdReminders = 0;
    }
    hold = why;
    status = Status.ON_HOLD;
  }

  /** The requester is reminded once more, and the hold goes on until then. */
  int remind(Instant until) {
    require(EnumSet.of(Status.ON_HOLD), RefusedAct.REMINDED_OF);
    hold = new Hold(hold.reason(), hold.since(), until, hold.owner());
    return ++holdReminders;
  }

  void resume() {
    require(EnumSet.of(Status.ON_HOLD), RefusedAct.RESUMED);
    endHold();
    status = Status.IN_PROGRESS;
  }

  void resolve(ResolutionCode code, String note, Instant at) {
    require(
        EnumSet.of(Status.ASSIGNED, Status.IN_PROGRESS, Status.ON_HOLD, Status.RESOLVED),
        RefusedAct.RESOLVED);
    endHold();
    resolutionCode = code;
    resolutionNote = note;
    resolvedAt = at;
    status = Status.RESOLVED;
  }

  void closesAt(Instant end) {
    closesAt = end;
  }

  Instant closesAt() {
    return closesAt;
  }

  void reopen() {
    require(EnumSet.of(Status.RESOLVED), RefusedAct.REOPENED);
    reopenings++;
    resolvedAt = null;
    closesAt = null;
    resolutionCode = null;
    resolutionNote = null;
    status = Status.IN_PROGRESS;
  }

  void linkTo(IncidentNumber original) {
    require(AT_WORK, RefusedAct.MARKED_AS_A_DUPLICATE);
    duplicateOf = original.value();
    resolutionCode = ResolutionCode.DUPLICATE;
  }

  /** Takes the link back; all else stays as it is. */
  public void unlinkOriginal() {
    if (AT_WORK.contains(status) && resolutionCode == ResolutionCode.DUPLICATE) {
      throw new IllegalStatus(number, status, RefusedAct.UNLINKED_FROM_ITS_ORIGINAL);
    }
    duplicateOf = null;
  }

  void close(Instant at) {
    if (duplicateOf == null) {
      require(EnumSet.of(Status.RESOLVED), RefusedAct.CLOSED);
    }
    if (resolvedAt == null) {
      resolvedAt = at;
    }
    closedAt = at;
    status = Status.CLOSED;
  }

  void cancel(String reason, Instant at) {
    refuseWhenFinal(RefusedAct.CANCELLED);
    endHold();
    cancelReason = reason;
    closedAt = at;
    status = Status.CANCELLED;
  }

  /** Keeps the detail instead of an earlier one of that name; returns whether it is new. */
  boolean keep(IncidentDetail detail) {
    if (details.contains(detail)) {
      return false;
    }
    List<IncidentDetail> kept = new ArrayList<>(details);
    int at = kept.stream().map(IncidentDetail::name).toList().indexOf(detail.name());
    if (at < 0) {
      kept.add(detail);
    } else {
      kept.set(at, detail);
    }
    details = List.copyOf(kept);
    String words = kept.stream().map(IncidentDetail::value).collect(Collectors.joining(" "));
    detailWords = TextInput.shortened(words, LONGEST_WORDS);
    return true;
  }

  /**
   * The client wrote; whoever it is assigned to may know it already. Returns whether that changes
   * what is shown.
   */
  public boolean receiveReply(Instant at, boolean isKnown) {
    Instant since = unansweredReply == null ? at : unansweredReply.since();
    Instant unread = unansweredReply == null ? null : unansweredReply.unreadSince();
    UnansweredReply before = unansweredReply;
    unansweredReply = new UnansweredReply(since, unread == null && !isKnown ? at : unread);
    return !unansweredReply.equals(before);
  }

  /** Returns whether it is assigned to the person and was unread. */
  public boolean readReply(String person) {
    boolean isRead =
        unansweredReply != null && unansweredReply.isUnread() && person.equals(assignee);
    if (isRead) {
      unansweredReply = new UnansweredReply(unansweredReply.since(), null);
    }
    return isRead;
  }

  /** Returns whether there was something to answer. */
  public boolean answerReply() {
    boolean isAnswered = unansweredReply != null;
    unansweredReply = null;
    return isAnswered;
  }

  /**
   * Is answered together with what the client wrote on another incident; returns whether that
   * changes it.
   */
  public boolean takeOverReply(UnansweredReply other) {
    UnansweredReply before = unansweredReply;
    if (other != null) {
      unansweredReply = before == null ? other : before.and(other);
    }
    return !Objects.equals(before, unansweredReply);
  }

  public UnansweredReply unansweredReply() {
    return unansweredReply;
  }

  private void endHold() {
    hold = null;
    holdReminders = 0;
  }

  private void refuseWhenFinal(RefusedAct act) {
    require(EnumSet.complementOf(EnumSet.of(Status.CLOSED, Status.CANCELLED)), act);
  }

  private void require(Set<Status> accepted, RefusedAct act) {
    if (!accepted.contains(status)) {
      throw new IllegalStatus(number, status, act);
    }
  }

  public Long id() {
    return id;
  }

  public IncidentNumber number() {
    return new IncidentNumber(number);
  }

  public String flowInstanceId() {
    return flowInstanceId;
  }

  public Status status() {
    return status;
  }

  public String team() {
    return team;
  }

  public String assignee() {
    return assignee;
  }

  public boolean isAssigneeChosen() {
    return assigneeChosen;
  }

  public String category() {
    return category;
  }

  Priority priority() {
    return priority;
  }

  Hold hold() {
    return hold;
  }

  int holdReminders() {
    return holdReminders;
  }

  public long requesterId() {
    return requesterId;
  }

  public long clientId() {
    return clientId;
  }

  String duplicateOf() {
    return duplicateOf;
  }

  boolean isAnswerAwaited() {
    return status == Status.RESOLVED
        || (status == Status.ON_HOLD && hold.reason() == HoldReason.REQUESTER);
  }

  IncidentFacts facts(ClientView client) {
    return new IncidentFacts(
        number,
        client.code(),
        client.tier().name(),
        requesterVip,
        requesterName,
        requesterPhone,
        channel,
        subject,
        description,
        impact,
        urgency,
        priority,
        category,
        service,
        teamAsked || secondLine ? team : null,
        team,
        assignee,
        helpers(),
        secondLine,
        unansweredReply);
  }

  public IncidentView view() {
    return new IncidentView(
        number,
        clientId,
        clientCode,
        new IncidentView.Requester(requesterName, requesterEmail, requesterPhone, requesterVip),
        channel,
        subject,
        description,
        status,
        priority,
        impact,
        urgency,
        category,
        service,
        team,
        assignee,
        helpers(),
        hold == null
            ? null
            : new IncidentView.HoldView(hold.reason(), hold.since(), hold.until(), hold.owner()),
        reassignments,
        reopenings,
        externalReference,
        resolutionCode == null ? null : new IncidentView.Resolution(resolutionCode, resolutionNote),
        duplicateOf,
        cancelReason,
        openedAt,
        resolvedAt,
        closedAt,
        details,
        unansweredReply == null ? null : unansweredReply.unreadSince());
  }
}
