package dev.baton.desk.macro;

import dev.baton.desk.template.ReplyTemplate;
import dev.baton.desk.template.TemplateScope;
import dev.baton.incident.IncidentAction;
import dev.baton.incident.Level;
import dev.baton.incident.ResolutionCode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What is done with an incident at once, in this order: assign it, set category and service, change
 * its priority, write, act.
 *
 * @param id 0 for one that is not stored yet
 * @param scope anything but CLIENT
 * @param owner sign-in name; null unless it is a person's own
 * @param team code; null unless it is a team's
 * @param assignsToMe whether the incident is assigned to whoever runs it
 * @param impact null, as the urgency is, to leave the priority
 * @param category null to leave it
 * @param service its code at the incident's client; null to leave it
 * @param template id of the reply template to write; null to write nothing
 * @param templateName of the template; null where it was not read
 * @param germanTemplateName null if it is the same
 * @param isNote whether the text is an internal note instead of a reply
 * @param act one of {@link #ACTS}; null for none
 * @param resolutionCode null unless it resolves
 */
public record Macro(
    long id,
    String name,
    TemplateScope scope,
    String owner,
    String team,
    boolean assignsToMe,
    Level impact,
    Level urgency,
    String category,
    String service,
    Long template,
    String templateName,
    String germanTemplateName,
    boolean isNote,
    IncidentAction act,
    ResolutionCode resolutionCode,
    String changedBy,
    Instant changedAt) {

  /** The acts that need nothing that only a person can decide then. */
  public static final List<IncidentAction> ACTS =
      List.of(
          IncidentAction.HOLD,
          IncidentAction.RESOLVE,
          IncidentAction.RESUME,
          IncidentAction.PASS_TO_SECOND_LINE,
          IncidentAction.RELEASE);

  /** The name of the template for a reader of this language; null if it writes nothing. */
  public String templateName(Locale language) {
    return ReplyTemplate.inLanguage(language, templateName, germanTemplateName);
  }

  /** Whether it does anything at all. */
  public boolean doesSomething() {
    return assignsToMe
        || category != null
        || service != null
        || impact != null
        || template != null
        || act != null;
  }
}
