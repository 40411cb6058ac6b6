package dev.baton.access;

/** What can be done at the desk, in the words of a refusal: "your roles do not allow you to …". */
public enum Permission {
  /** Incidents: list, get, timeline, contacts. */
  READ("read incidents"),
  REPORT("report incidents"),
  /** A contact on an incident. */
  ADD_CONTACT("add a contact to an incident"),
  CONFIRM("confirm a resolution"),
  REOPEN("reopen an incident"),
  REPRIORITISE("change a priority"),
  /**
   * Claim, assign, release, start, hold, resume, escalate, resolve, duplicate, cancel; edit, tag,
   * link and merge.
   */
  WORK("work on incidents"),
  /** Escalations, and gaps in the escalation ladder. */
  READ_ESCALATIONS("read escalations"),
  /** Acknowledge and decide. */
  ANSWER_ESCALATIONS("answer escalations"),
  /** A contact without an incident. */
  LOG_CONTACT("log contacts"),
  /** The contact log over all incidents. */
  READ_CONTACT_LOG("read the contact log"),
  /** Clients, their services and requesters. */
  READ_CLIENTS("read clients"),
  /** Teams and agents, who is on duty, away, and stands in. */
  READ_STAFF("read teams and agents"),
  /** Everybody's shifts, absences and deputies; one's own absences and deputies need it not. */
  KEEP_ROTA("keep other people's shifts, absences and deputies"),
  /** Agreements and calendars, and what they would promise. */
  READ_AGREEMENTS("read agreements"),
  PUBLISH_AGREEMENTS("publish agreements and calendars"),
  REGISTER_REQUESTERS("register requesters"),
  /** The texts sent to clients. */
  KEEP_WORDS("change message templates"),
  /** What is stuck, late and open on the whole desk; the engine's Cockpit. */
  READ_BOARD("view the operations board"),
  /** Lists of incidents as tables. */
  EXPORT("export lists"),
  /** Who saw or changed what. */
  READ_AUDIT("read the audit trail"),
  /** Move, repeat or end what is stuck in a flow by hand. */
  MEND("repair stuck flows"),
  /** What a changed flow, decision or form would do, without deploying it. */
  CHECK_FLOWS("check flows"),
  /** New versions of flows, decisions and forms, and running work moved onto them. */
  DEPLOY("deploy flows"),
  /** API tokens of other people. */
  KEEP_TOKENS("manage other people's tokens"),
  /** Register clients, services, teams and agents. */
  ADMINISTER("register clients, services, teams and agents");

  private final String words;

  Permission(String words) {
    this.words = words;
  }

  /** A verb and its object, such as "report incidents". */
  public String words() {
    return words;
  }
}
