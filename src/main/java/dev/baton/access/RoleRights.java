package dev.baton.access;

import static dev.baton.access.Act.ADD_CONTACT;
import static dev.baton.access.Act.ADMINISTER;
import static dev.baton.access.Act.ANSWER_ESCALATIONS;
import static dev.baton.access.Act.CONFIRM;
import static dev.baton.access.Act.KEEP_ROTA;
import static dev.baton.access.Act.KEEP_WORDS;
import static dev.baton.access.Act.LOG_CONTACT;
import static dev.baton.access.Act.PUBLISH_AGREEMENTS;
import static dev.baton.access.Act.READ;
import static dev.baton.access.Act.READ_AGREEMENTS;
import static dev.baton.access.Act.READ_BOARD;
import static dev.baton.access.Act.READ_CLIENTS;
import static dev.baton.access.Act.READ_CONTACT_LOG;
import static dev.baton.access.Act.READ_ESCALATIONS;
import static dev.baton.access.Act.READ_STAFF;
import static dev.baton.access.Act.REGISTER_REQUESTERS;
import static dev.baton.access.Act.REOPEN;
import static dev.baton.access.Act.REPORT;
import static dev.baton.access.Act.REPRIORITISE;
import static dev.baton.access.Act.RETRY_STEPS;
import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The matrix of role and act: which role may do what. */
public final class RoleRights {

  /** People of a client: they act on what is their own client's alone. */
  public static final String REQUESTER = "requester";

  private static final Set<Act> EVERYTHING = EnumSet.allOf(Act.class);
  private static final Set<Act> WORKING =
      EnumSet.complementOf(
          EnumSet.of(
              REGISTER_REQUESTERS,
              ADMINISTER,
              PUBLISH_AGREEMENTS,
              KEEP_ROTA,
              KEEP_WORDS,
              READ_BOARD,
              RETRY_STEPS));
  private static final Set<Act> LEADING =
      EnumSet.complementOf(
          EnumSet.of(REGISTER_REQUESTERS, ADMINISTER, PUBLISH_AGREEMENTS, KEEP_WORDS, RETRY_STEPS));
  private static final Set<Act> DIRECTING =
      EnumSet.complementOf(
          EnumSet.of(REGISTER_REQUESTERS, ADMINISTER, PUBLISH_AGREEMENTS, KEEP_WORDS));
  private static final Set<Act> MANAGING =
      EnumSet.complementOf(EnumSet.of(REGISTER_REQUESTERS, ADMINISTER));
  private static final Set<Act> READING =
      EnumSet.of(
          READ,
          READ_CONTACT_LOG,
          READ_CLIENTS,
          READ_STAFF,
          READ_AGREEMENTS,
          READ_ESCALATIONS,
          READ_BOARD);
  private static final Set<Act> OWNING = together(READING, RETRY_STEPS);
  private static final Set<Act> OWN_CLIENT =
      EnumSet.of(READ, READ_CLIENTS, REPORT, ADD_CONTACT, CONFIRM, REOPEN);
  private static final Set<Act> FOR_THE_CLIENT =
      EnumSet.of(
          READ,
          READ_CONTACT_LOG,
          READ_CLIENTS,
          READ_STAFF,
          READ_AGREEMENTS,
          READ_ESCALATIONS,
          READ_BOARD,
          ANSWER_ESCALATIONS,
          PUBLISH_AGREEMENTS,
          ADD_CONTACT,
          LOG_CONTACT,
          CONFIRM,
          REOPEN,
          REPRIORITISE,
          KEEP_WORDS,
          REGISTER_REQUESTERS);

  private static final Map<String, Set<Act>> TABLE =
      Map.ofEntries(
          entry(REQUESTER, OWN_CLIENT),
          entry("agent", WORKING),
          entry("senior-agent", WORKING),
          entry("team-lead", LEADING),
          entry("service-desk-manager", MANAGING),
          entry("director-of-operations", DIRECTING),
          entry("admin", EVERYTHING),
          entry("client-relationship-manager", FOR_THE_CLIENT),
          entry("qa-specialist", READING),
          entry("trainer", READING),
          entry("process-owner", OWNING));

  private RoleRights() {}

  private static Set<Act> together(Set<Act> some, Act another) {
    EnumSet<Act> all = EnumSet.copyOf(some);
    all.add(another);
    return all;
  }

  /** What a role may do; nothing for a group that is no role. */
  public static Set<Act> of(String role) {
    return TABLE.getOrDefault(role, Set.of());
  }
}
