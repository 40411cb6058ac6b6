package dev.baton.access;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusalTexts;

/** What can be done at the desk. */
public enum Permission {
  /** Incidents: list, get, timeline, contacts. */
  READ,
  REPORT,
  /** A contact on an incident. */
  ADD_CONTACT,
  CONFIRM,
  REOPEN,
  REPRIORITISE,
  /**
   * Claim, assign, release, start, hold, resume, escalate, resolve, duplicate, cancel; edit, tag,
   * link and merge.
   */
  WORK,
  /** Escalations, and gaps in the escalation ladder. */
  READ_ESCALATIONS,
  /** Acknowledge and decide. */
  ANSWER_ESCALATIONS,
  /** A contact without an incident. */
  LOG_CONTACT,
  /** The contact log over all incidents. */
  READ_CONTACT_LOG,
  /** Clients, their services and requesters. */
  READ_CLIENTS,
  /** Teams and agents, who is on duty, away, and stands in. */
  READ_STAFF,
  /** Everybody's shifts, absences and deputies; one's own absences and deputies need it not. */
  KEEP_ROTA,
  /** Agreements and calendars, and what they would promise. */
  READ_AGREEMENTS,
  PUBLISH_AGREEMENTS,
  REGISTER_REQUESTERS,
  /** The texts sent to clients. */
  KEEP_WORDS,
  /** What is stuck, late and open on the whole desk; the engine's Cockpit. */
  READ_BOARD,
  /** Lists of incidents as tables. */
  EXPORT,
  /** Who saw or changed what. */
  READ_AUDIT,
  /** Move, repeat or end what is stuck in a flow by hand. */
  MEND,
  /** What a changed flow, decision or form would do, without deploying it. */
  CHECK_FLOWS,
  /** New versions of flows, decisions and forms, and running work moved onto them. */
  DEPLOY,
  /** API tokens of other people. */
  KEEP_TOKENS,
  /** Register clients, services, teams and agents. */
  ADMINISTER;

  /** A verb and its object, as a refusal says it: "your roles do not allow you to …". */
  public LocalizableText text() {
    return LocalizableText.name("refused.permission", this);
  }

  /** The same in English, such as "report incidents". */
  public String words() {
    return RefusalTexts.english(text());
  }
}
