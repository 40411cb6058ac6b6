package dev.baton.intake.internal.api;

import static dev.baton.intake.internal.api.ApiRights.Act.ADD_CONTACT;
import static dev.baton.intake.internal.api.ApiRights.Act.ADMINISTER;
import static dev.baton.intake.internal.api.ApiRights.Act.ANSWER_ESCALATIONS;
import static dev.baton.intake.internal.api.ApiRights.Act.CONFIRM;
import static dev.baton.intake.internal.api.ApiRights.Act.KEEP_ROTA;
import static dev.baton.intake.internal.api.ApiRights.Act.KEEP_WORDS;
import static dev.baton.intake.internal.api.ApiRights.Act.LOG_CONTACT;
import static dev.baton.intake.internal.api.ApiRights.Act.PUBLISH_AGREEMENTS;
import static dev.baton.intake.internal.api.ApiRights.Act.READ;
import static dev.baton.intake.internal.api.ApiRights.Act.READ_AGREEMENTS;
import static dev.baton.intake.internal.api.ApiRights.Act.READ_CLIENTS;
import static dev.baton.intake.internal.api.ApiRights.Act.READ_CONTACT_LOG;
import static dev.baton.intake.internal.api.ApiRights.Act.READ_ESCALATIONS;
import static dev.baton.intake.internal.api.ApiRights.Act.READ_STAFF;
import static dev.baton.intake.internal.api.ApiRights.Act.REGISTER_REQUESTERS;
import static dev.baton.intake.internal.api.ApiRights.Act.REOPEN;
import static dev.baton.intake.internal.api.ApiRights.Act.REPORT;
import static dev.baton.intake.internal.api.ApiRights.Act.REPRIORITISE;
import static dev.baton.intake.internal.api.ApiRights.Act.WORK;
import static java.util.Map.entry;

import dev.baton.client.ClientDirectory;
import dev.baton.client.RequesterView;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentSearch;
import dev.baton.incident.UnknownIncident;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who may do what at the API, by group. A requester acts on the incidents of its own client alone;
 * another client's incident is to them as if it did not exist.
 */
@Component
class ApiRights {

  /** What can be done. */
  enum Act {
    /** Incidents: list, get, timeline, contacts. */
    READ,
    REPORT,
    /** A contact on an incident. */
    ADD_CONTACT,
    CONFIRM,
    REOPEN,
    REPRIORITISE,
    /** Claim, assign, release, start, hold, resume, escalate, resolve, duplicate, cancel. */
    WORK,
    /** Climbs of the ladder, and where it has gaps. */
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
    /** The words in which clients are told. */
    KEEP_WORDS,
    /** Register clients, services, teams and agents. */
    ADMINISTER
  }

  private static final String REQUESTER = "requester";

  private static final Set<Act> EVERYTHING = EnumSet.allOf(Act.class);
  private static final Set<Act> WORKING =
      EnumSet.complementOf(
          EnumSet.of(REGISTER_REQUESTERS, ADMINISTER, PUBLISH_AGREEMENTS, KEEP_ROTA, KEEP_WORDS));
  private static final Set<Act> LEADING =
      EnumSet.complementOf(
          EnumSet.of(REGISTER_REQUESTERS, ADMINISTER, PUBLISH_AGREEMENTS, KEEP_WORDS));
  private static final Set<Act> MANAGING =
      EnumSet.complementOf(EnumSet.of(REGISTER_REQUESTERS, ADMINISTER));
  private static final Set<Act> READING =
      EnumSet.of(
          READ, READ_CONTACT_LOG, READ_CLIENTS, READ_STAFF, READ_AGREEMENTS, READ_ESCALATIONS);
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
          entry("director-of-operations", LEADING),
          entry("admin", EVERYTHING),
          entry("client-relationship-manager", FOR_THE_CLIENT),
          entry("qa-specialist", READING),
          entry("trainer", READING),
          entry("process-owner", READING));

  private final ClientDirectory clients;
  private final IncidentSearch incidents;

  ApiRights(ClientDirectory clients, IncidentSearch incidents) {
    this.clients = clients;
    this.incidents = incidents;
  }

  /**
   * Who asks, if they may do it.
   *
   * @throws Refused if they may not
   */
  Caller allow(Act act) {
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    Set<String> groups = groupsOf(person);
    if (groups.stream().noneMatch(group -> may(group, act))) {
      throw new Refused("Your roles do not allow you to " + words(act));
    }
    boolean ofTheDesk =
        groups.stream().anyMatch(group -> !group.equals(REQUESTER) && may(group, act));
    return ofTheDesk
        ? new Caller(person.getName(), Optional.empty())
        : new Caller(person.getName(), Optional.of(requester(person.getName())));
  }

  /**
   * Who asks, if they may do it with this incident.
   *
   * @throws UnknownIncident if there is none that they may see
   */
  Caller allow(Act act, String number) {
    Caller caller = allow(act);
    if (caller.isRequester()
        && incidents.get(numberIn(number)).clientId() != caller.onlyClient().longValue()) {
      throw new UnknownIncident(number);
    }
    return caller;
  }

  /**
   * Who asks, if they may keep the rota, or if it is about themselves.
   *
   * @throws Refused if they may not
   */
  Caller allowFor(String login) {
    Caller caller = allow(Act.READ_STAFF);
    return caller.login().equals(login) ? caller : allow(Act.KEEP_ROTA);
  }

  /** The number, which may be anything that somebody typed. */
  static IncidentNumber numberIn(String text) {
    return IncidentNumber.parse(text).orElseThrow(() -> new UnknownIncident(text));
  }

  /** Whether who asks may do it. */
  boolean may(Act act) {
    return groupsOf(SecurityContextHolder.getContext().getAuthentication()).stream()
        .anyMatch(group -> may(group, act));
  }

  private RequesterView requester(String login) {
    return clients
        .requesterWithLogin(login)
        .orElseThrow(() -> new Refused("Your sign-in belongs to no client; ask the desk"));
  }

  private static boolean may(String group, Act act) {
    return TABLE.getOrDefault(group, Set.of()).contains(act);
  }

  private static Set<String> groupsOf(Authentication person) {
    return person.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(authority -> authority.startsWith("ROLE_"))
        .map(authority -> authority.substring("ROLE_".length()))
        .collect(Collectors.toSet());
  }

  private static String words(Act act) {
    return switch (act) {
      case READ -> "read incidents";
      case REPORT -> "report incidents";
      case ADD_CONTACT -> "add a contact to an incident";
      case CONFIRM -> "confirm a resolution";
      case REOPEN -> "reopen an incident";
      case REPRIORITISE -> "change a priority";
      case WORK -> "work on incidents";
      case READ_ESCALATIONS -> "read escalations";
      case ANSWER_ESCALATIONS -> "answer escalations";
      case LOG_CONTACT -> "log contacts";
      case READ_CONTACT_LOG -> "read the contact log";
      case READ_CLIENTS -> "read clients";
      case READ_AGREEMENTS -> "read agreements";
      case PUBLISH_AGREEMENTS -> "publish agreements and calendars";
      case READ_STAFF -> "read teams and agents";
      case KEEP_ROTA -> "keep other people's shifts, absences and deputies";
      case KEEP_WORDS -> "change the words of messages";
      case REGISTER_REQUESTERS -> "register requesters";
      case ADMINISTER -> "register clients, services, teams and agents";
    };
  }
}
