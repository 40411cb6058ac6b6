package dev.baton.access;

import static dev.baton.access.Act.ADD_CONTACT;
import static dev.baton.access.Act.ANSWER_ESCALATIONS;
import static dev.baton.access.Act.CONFIRM;
import static dev.baton.access.Act.DEPLOY;
import static dev.baton.access.Act.EXPORT;
import static dev.baton.access.Act.KEEP_ROTA;
import static dev.baton.access.Act.KEEP_WORDS;
import static dev.baton.access.Act.LOG_CONTACT;
import static dev.baton.access.Act.MEND;
import static dev.baton.access.Act.PUBLISH_AGREEMENTS;
import static dev.baton.access.Act.READ;
import static dev.baton.access.Act.READ_AGREEMENTS;
import static dev.baton.access.Act.READ_AUDIT;
import static dev.baton.access.Act.READ_BOARD;
import static dev.baton.access.Act.READ_CLIENTS;
import static dev.baton.access.Act.READ_CONTACT_LOG;
import static dev.baton.access.Act.READ_ESCALATIONS;
import static dev.baton.access.Act.READ_STAFF;
import static dev.baton.access.Act.REGISTER_REQUESTERS;
import static dev.baton.access.Act.REOPEN;
import static dev.baton.access.Act.REPORT;
import static dev.baton.access.Act.REPRIORITISE;
import static dev.baton.access.Act.WORK;
import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The matrix of role and act: which role may do what. The engine's authorisations are made from it,
 * and src/docs/rights.md shows it as it is tested.
 */
public final class RoleRights {

  /** People of a client: they act on what is their own client's alone. */
  public static final String REQUESTER = "requester";

  private static final Set<Act> OWN_CLIENT =
      Set.of(READ, READ_CLIENTS, REPORT, ADD_CONTACT, CONFIRM, REOPEN);
  private static final Set<Act> READING =
      Set.of(READ, READ_CONTACT_LOG, READ_CLIENTS, READ_STAFF, READ_AGREEMENTS, READ_ESCALATIONS);
  private static final Set<Act> SPEAKING =
      with(READING, ADD_CONTACT, LOG_CONTACT, CONFIRM, REOPEN, REPRIORITISE, ANSWER_ESCALATIONS);
  private static final Set<Act> WORKING = with(SPEAKING, REPORT, WORK);
  private static final Set<Act> LEADING = with(WORKING, KEEP_ROTA, READ_BOARD, EXPORT);

  /** Nobody deploys but process owners, so that nobody alone changes flows and rights. */
  private static final Set<Act> ALL_BUT_DEPLOYING = EnumSet.complementOf(EnumSet.of(DEPLOY));

  private static final Map<String, Set<Act>> TABLE =
      Map.ofEntries(
          entry(REQUESTER, OWN_CLIENT),
          entry("agent", WORKING),
          entry("senior-agent", WORKING),
          entry("team-lead", LEADING),
          entry("service-desk-manager", with(LEADING, PUBLISH_AGREEMENTS, KEEP_WORDS, MEND)),
          entry("director-of-operations", with(LEADING, MEND, READ_AUDIT)),
          entry(
              "client-relationship-manager",
              with(SPEAKING, PUBLISH_AGREEMENTS, KEEP_WORDS, REGISTER_REQUESTERS, EXPORT)),
          entry("qa-specialist", with(READING, READ_BOARD, EXPORT)),
          entry("trainer", with(READING, READ_BOARD)),
          entry("process-owner", with(READING, READ_BOARD, DEPLOY)),
          entry("admin", ALL_BUT_DEPLOYING));

  private RoleRights() {}

  /** What a role may do; nothing for a group that is no role. */
  public static Set<Act> of(String role) {
    return TABLE.getOrDefault(role, Set.of());
  }

  private static Set<Act> with(Set<Act> some, Act... more) {
    EnumSet<Act> all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }
}
