package dev.baton.incident.contact;

import dev.baton.access.Permission;
import dev.baton.access.RequesterIdentities;
import dev.baton.access.RequesterIdentity;
import dev.baton.access.RolePermissions;
import dev.baton.incident.ContactView;
import dev.baton.incident.Direction;
import dev.baton.incident.Visibility;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Colleagues whom an internal note mentions: {@code @} and a sign-in name. Anything else behind an
 * {@code @}, such as a mail address or a word that is no sign-in name, is plain text.
 */
@Component
public class Mentions {

  /** A full stop or hyphen at the end belongs to the sentence. */
  private static final Pattern MENTION =
      Pattern.compile("(?<![\\p{L}\\d@._%+-])@([\\p{L}\\d](?:[\\p{L}\\d._-]{0,62}[\\p{L}\\d])?)");

  private final StaffDirectory staff;
  private final RequesterIdentities requesters;

  Mentions(StaffDirectory staff, RequesterIdentities requesters) {
    this.staff = staff;
    this.requesters = requesters;
  }

  /** Why somebody cannot be mentioned. */
  public enum MentionProblem {
    /** They no longer work at the desk. */
    INACTIVE,
    /** Their roles do not let them see incidents. */
    NO_ACCESS,
    /** They are one of a client's people, who see no notes. */
    OF_CLIENT
  }

  /**
   * Somebody who cannot be mentioned.
   *
   * @param name of the person
   */
  public record RefusedMention(String name, MentionProblem problem) {

    /** Why, in a sentence. */
    public LocalizableText reason() {
      return LocalizableText.of(
          "refused.mention", name, LocalizableText.name("refused.mention", problem));
    }
  }

  /** A part of a text; with the person whom it mentions, or null for plain text. */
  public record NotePart(String text, AgentView person) {}

  /** Whether the agent may be mentioned. */
  public static boolean maySeeNotes(AgentView agent) {
    return agent.active()
        && agent.roles().stream()
            .anyMatch(role -> RolePermissions.of(role.group()).contains(Permission.READ));
  }

  /** Whether mentions in this contact count: a person of the desk wrote it for the desk. */
  public static boolean countIn(ContactView contact) {
    return contact.visibility() == Visibility.INTERNAL && contact.direction() == Direction.OUT;
  }

  /** Those whom the text mentions, each once, in its order. */
  public List<AgentView> in(String text) {
    return parts(text).stream()
        .map(NotePart::person)
        .filter(one -> one != null)
        .distinct()
        .toList();
  }

  /** The text in parts, of which some mention somebody. */
  public List<NotePart> parts(String text) {
    List<NotePart> parts = new ArrayList<>();
    int from = 0;
    for (MatchResult found : MENTION.matcher(text).results().toList()) {
      Optional<AgentView> person = staff.agent(found.group(1)).filter(Mentions::maySeeNotes);
      if (person.isPresent()) {
        parts.add(new NotePart(text.substring(from, found.start()), null));
        parts.add(new NotePart(found.group(), person.get()));
        from = found.end();
      }
    }
    parts.add(new NotePart(text.substring(from), null));
    return parts;
  }

  /** The first person in the text who cannot be mentioned. */
  public Optional<RefusedMention> refused(String text) {
    return loginsIn(text).stream().flatMap(login -> refusal(login).stream()).findFirst();
  }

  private static Set<String> loginsIn(String text) {
    Set<String> logins = new LinkedHashSet<>();
    MENTION.matcher(text).results().forEach(found -> logins.add(found.group(1)));
    return logins;
  }

  private Optional<RefusedMention> refusal(String login) {
    Optional<AgentView> agent = staff.agent(login);
    if (agent.isPresent()) {
      return agent
          .filter(one -> !maySeeNotes(one))
          .map(
              one ->
                  new RefusedMention(
                      one.name(),
                      one.active() ? MentionProblem.NO_ACCESS : MentionProblem.INACTIVE));
    }
    return requesters
        .withLogin(login)
        .map(RequesterIdentity::name)
        .map(name -> new RefusedMention(name, MentionProblem.OF_CLIENT));
  }

  /**
   * @throws InvalidInput if somebody in it cannot be mentioned
   */
  void check(String text) {
    refused(text)
        .ifPresent(
            refused -> {
              throw new InvalidInput("body", refused.reason());
            });
  }
}
