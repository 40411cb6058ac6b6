package dev.baton.access;

import static dev.baton.access.Permission.ADD_CONTACT;
import static dev.baton.access.Permission.ANSWER_ESCALATIONS;
import static dev.baton.access.Permission.CHECK_FLOWS;
import static dev.baton.access.Permission.CONFIRM;
import static dev.baton.access.Permission.DEPLOY;
import static dev.baton.access.Permission.EXPORT;
import static dev.baton.access.Permission.KEEP_ROTA;
import static dev.baton.access.Permission.KEEP_WORDS;
import static dev.baton.access.Permission.LOG_CONTACT;
import static dev.baton.access.Permission.MEND;
import static dev.baton.access.Permission.PUBLISH_AGREEMENTS;
import static dev.baton.access.Permission.READ;
import static dev.baton.access.Permission.READ_AGREEMENTS;
import static dev.baton.access.Permission.READ_AUDIT;
import static dev.baton.access.Permission.READ_BOARD;
import static dev.baton.access.Permission.READ_CLIENTS;
import static dev.baton.access.Permission.READ_CONTACT_LOG;
import static dev.baton.access.Permission.READ_ESCALATIONS;
import static dev.baton.access.Permission.READ_STAFF;
import static dev.baton.access.Permission.REGISTER_REQUESTERS;
import static dev.baton.access.Permission.REOPEN;
import static dev.baton.access.Permission.REPORT;
import static dev.baton.access.Permission.REPRIORITISE;
import static dev.baton.access.Permission.WORK;
import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The matrix of role and act: which role may do what. The engine's authorisations are made from it,
 * and src/docs/rights.md shows it as it is tested.
 */
public final class RolePermissions {

  /** People of a client: they act on what is their own client's alone. */
  public static final String REQUESTER = "requester";

  private static final Set<Permission> OWN_CLIENT =
      Set.of(READ, READ_CLIENTS, REPORT, ADD_CONTACT, CONFIRM, REOPEN);
  private static final Set<Permission> READING =
      Set.of(READ, READ_CONTACT_LOG, READ_CLIENTS, READ_STAFF, READ_AGREEMENTS, READ_ESCALATIONS);
  private static final Set<Permission> SPEAKING =
      with(READING, ADD_CONTACT, LOG_CONTACT, CONFIRM, REOPEN, REPRIORITISE, ANSWER_ESCALATIONS);
  private static final Set<Permission> WORKING = with(SPEAKING, REPORT, WORK);
  private static final Set<Permission> LEADING = with(WORKING, KEEP_ROTA, READ_BOARD, EXPORT);

  /** Nobody deploys but process owners, so that nobody alone changes flows and rights. */
  private static final Set<Permission> ALL_BUT_DEPLOYING = EnumSet.complementOf(EnumSet.of(DEPLOY));

  private static final Map<String, Set<Permission>> TABLE =
      Map.ofEntries(
          entry(REQUESTER, OWN_CLIENT),
          entry("agent", WORKING),
          entry("senior-agent", WORKING),
          entry("team-lead", LEADING),
          entry(
              "service-desk-manager",
              with(LEADING, PUBLISH_AGREEMENTS, KEEP_WORDS, MEND, CHECK_FLOWS)),
          entry("director-of-operations", with(LEADING, MEND, READ_AUDIT)),
          entry(
              "client-relationship-manager",
              with(SPEAKING, PUBLISH_AGREEMENTS, KEEP_WORDS, REGISTER_REQUESTERS, EXPORT)),
          entry("qa-specialist", with(READING, READ_BOARD, EXPORT)),
          entry("trainer", with(READING, READ_BOARD)),
          entry("process-owner", with(READING, READ_BOARD, CHECK_FLOWS, DEPLOY, KEEP_WORDS)),
          entry("admin", ALL_BUT_DEPLOYING));

  private RolePermissions() {}

  /** What a role may do; nothing for a group that is no role. */
  public static Set<Permission> of(String role) {
    return TABLE.getOrDefault(role, Set.of());
  }

  private static Set<Permission> with(Set<Permission> some, Permission... more) {
    EnumSet<Permission> all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }
}
