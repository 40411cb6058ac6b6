package dev.baton.demo;

import dev.baton.desk.macro.Macro;
import dev.baton.desk.macro.Macros;
import dev.baton.desk.template.ReplyTemplate;
import dev.baton.desk.template.ReplyTemplates;
import dev.baton.desk.template.TemplateScope;
import dev.baton.incident.IncidentAction;
import dev.baton.incident.ResolutionCode;
import dev.baton.staff.Role;
import org.springframework.stereotype.Component;

/** Reply templates and macros of the demonstration. */
@Component
class DemoTemplates {

  private static final String DESK = "service-desk";
  private static final String LEAD = Role.TEAM_LEAD.group();

  private final ReplyTemplates templates;
  private final Macros macros;

  DemoTemplates(ReplyTemplates templates, Macros macros) {
    this.templates = templates;
    this.macros = macros;
  }

  void keep() {
    long serialNumber =
        ofTheTeam(
            "Ask for the serial number",
            "Seriennummer erfragen",
            """
            Dear {requester},

            To find out which device this is about, we need its serial number. It is on the label \
            on the back or underneath and begins with S/N.

            Please reply to this email with {number} in the subject.""",
            """
            Guten Tag {requester},

            damit wir das betroffene Gerät finden, benötigen wir die Seriennummer. Sie steht auf dem \
            Aufkleber an der Rück- oder Unterseite und beginnt mit S/N.

            Bitte antworten Sie auf diese E-Mail, mit {number} im Betreff.""");
    long passwordReset =
        ofTheTeam(
            "Password reset",
            "Passwort zurückgesetzt",
            """
            Dear {requester},

            We have reset your password. You will be asked for a new one when you next sign in.""",
            """
            Guten Tag {requester},

            wir haben Ihr Passwort zurückgesetzt. Bei der nächsten Anmeldung legen Sie ein neues \
            fest.""");
    templates.save(
        template(
            "Still working on it",
            "Wir arbeiten daran",
            TemplateScope.DESK,
            null,
            null,
            """
            Dear {requester},

            We are still working on "{subject}" and expect to have it resolved by {due}.""",
            """
            Guten Tag {requester},

            wir arbeiten weiter an „{subject}“ und gehen davon aus, dass die Störung bis {due} \
            behoben ist."""));
    templates.save(
        template(
            "Production line down",
            "Stillstand in der Fertigung",
            TemplateScope.CLIENT,
            null,
            DemoPeople.ALPENWERK,
            null,
            """
            Guten Tag {requester},

            wir behandeln {number} als Stillstand in der Fertigung. {agent} ist Ihr \
            Ansprechpartner, bis die Linie wieder läuft; wir rufen Sie jede halbe Stunde an."""));
    macro("Ask for the serial number", serialNumber, IncidentAction.HOLD, null);
    macro("Password reset", passwordReset, IncidentAction.RESOLVE, ResolutionCode.FIXED);
  }

  private long ofTheTeam(String name, String germanName, String english, String german) {
    return templates.save(
        template(name, germanName, TemplateScope.TEAM, DESK, null, english, german));
  }

  private static ReplyTemplate template(
      String name,
      String germanName,
      TemplateScope scope,
      String team,
      String client,
      String english,
      String german) {
    return new ReplyTemplate(
        0, name, germanName, scope, null, team, client, english, german, LEAD, null);
  }

  private void macro(String name, long template, IncidentAction act, ResolutionCode code) {
    macros.save(
        new Macro(
            0,
            name,
            TemplateScope.TEAM,
            null,
            DESK,
            true,
            null,
            null,
            null,
            null,
            template,
            null,
            null,
            false,
            act,
            code,
            LEAD,
            null));
  }
}
