package dev.baton.incident;

/** The kind of a journal entry, and whether the client sees the entry and its note. */
public enum JournalKind {
  REPORTED(Visibility.CLIENT, false),
  FLOW_NOT_STARTED(Visibility.INTERNAL, false),
  /** After it could not be started at first. */
  FLOW_STARTED(Visibility.INTERNAL, false),
  /** It goes on with the release that was restored. */
  RELEASE_ROLLED_BACK(Visibility.INTERNAL, false),
  /** Its flows go on with other versions. */
  FLOW_MIGRATED(Visibility.INTERNAL, false),
  SUBJECT_CHANGED(Visibility.CLIENT, false),
  CATEGORY_CHANGED(Visibility.CLIENT, false),
  SERVICE_CHANGED(Visibility.CLIENT, false),
  REQUESTER_CHANGED(Visibility.CLIENT, false),
  TAGGED(Visibility.INTERNAL, false),
  UNTAGGED(Visibility.INTERNAL, false),
  PARENT_SET(Visibility.INTERNAL, false),
  PARENT_REMOVED(Visibility.INTERNAL, false),
  CHILD_ADDED(Visibility.INTERNAL, false),
  CHILD_REMOVED(Visibility.INTERNAL, false),
  /** It was closed as a duplicate of another by mistake. */
  ORIGINAL_REMOVED(Visibility.CLIENT, false),
  DUPLICATE_REMOVED(Visibility.INTERNAL, false),
  PRIORITISED(Visibility.CLIENT, false),
  ROUTED(Visibility.INTERNAL, false),
  REASSIGNED(Visibility.INTERNAL, false),
  PASSED_TO_SECOND_LINE(Visibility.CLIENT, false),
  ASSIGNED(Visibility.INTERNAL, false),
  /** Nobody could be given it. */
  QUEUED(Visibility.INTERNAL, false),
  /** The assignee is absent. */
  OFFERED_AGAIN(Visibility.INTERNAL, false),
  STARTED(Visibility.CLIENT, false),
  HELD(Visibility.CLIENT, false),
  /** Held for the requester, with what we need: the client reads it. */
  ASKED(Visibility.CLIENT, true),
  AT_RISK(Visibility.INTERNAL, false),
  BREACHED(Visibility.INTERNAL, false),
  ESCALATED(Visibility.INTERNAL, false),
  ESCALATION_ANSWERED(Visibility.INTERNAL, false),
  HELPED(Visibility.INTERNAL, false),
  /** Somebody ran a macro; what it did has entries of its own. */
  MACRO(Visibility.INTERNAL, false),
  MAJOR(Visibility.INTERNAL, false),
  /** A message could not be delivered, or was held back. */
  NOT_TOLD(Visibility.INTERNAL, false),
  REMINDED(Visibility.CLIENT, false),
  /** A mail came whose sender nobody vouches for, or an address waits to be let follow. */
  UNVERIFIED(Visibility.INTERNAL, false),
  RESUMED(Visibility.CLIENT, false),
  REPLIED(Visibility.INTERNAL, false),
  /** An approval, a side task or another form of the flow. */
  TASK_COMPLETED(Visibility.INTERNAL, false),
  /** A form of the flow asked for something that is kept with the incident. */
  DETAIL_RECORDED(Visibility.INTERNAL, false),
  RESOLVED(Visibility.CLIENT, true),
  REOPENED(Visibility.CLIENT, true),
  DUPLICATE(Visibility.CLIENT, false),
  /** Its messages go on in another incident. */
  MERGED_INTO(Visibility.CLIENT, false),
  /** It has taken over the messages of another incident. */
  MERGED_FROM(Visibility.CLIENT, false),
  /** Another incident goes on with it, or it goes on with another. */
  FOLLOWED(Visibility.CLIENT, false),
  CLOSED(Visibility.CLIENT, false),
  CANCELLED(Visibility.CLIENT, true);

  private final Visibility visibility;
  private final boolean noteForClient;

  JournalKind(Visibility visibility, boolean noteForClient) {
    this.visibility = visibility;
    this.noteForClient = noteForClient;
  }

  Visibility visibility() {
    return visibility;
  }

  boolean isNoteForClient() {
    return noteForClient;
  }
}
