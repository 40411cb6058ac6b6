package dev.baton.desk.web.incident;

import dev.baton.desk.template.ReplyTemplate;
import dev.baton.desk.template.ReplyTemplates;
import dev.baton.desk.template.TemplateKeeper;
import dev.baton.desk.template.TemplateKeepers;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.template.FillTemplate;
import dev.baton.desk.web.template.Sharing;
import dev.baton.desk.web.template.SharingChoices;
import dev.baton.incident.IncidentView;
import dev.baton.web.validation.TextInput;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The reply templates for an incident: the visitor's own, their teams', the client's, all's. */
@Component
class OfferedTemplates {

  /** As buttons beside the message, so that they need one click. */
  private static final int AT_HAND = 3;

  private static final int PREVIEWED = 100;

  private final ReplyTemplates templates;
  private final TemplateKeepers keepers;
  private final SharingChoices sharing;
  private final FillTemplate fill;

  OfferedTemplates(
      ReplyTemplates templates,
      TemplateKeepers keepers,
      SharingChoices sharing,
      FillTemplate fill) {
    this.templates = templates;
    this.keepers = keepers;
    this.sharing = sharing;
    this.fill = fill;
  }

  /** A template to choose; {@code words} is what a search looks at. */
  record Option(long id, String name, String sharing, String begins, String words) {}

  /** What the visitor used last first. */
  List<ReplyTemplate> of(IncidentView incident, Visitor visitor) {
    return of(incident, ReplyTemplates.OFFERED, visitor);
  }

  private List<ReplyTemplate> of(IncidentView incident, int most, Visitor visitor) {
    TemplateKeeper person = keepers.of(visitor.caller().login());
    return templates.usable(person.login(), person.teams(), incident.client(), most);
  }

  List<Option> options(IncidentView incident, Visitor visitor) {
    return options(incident, ReplyTemplates.OFFERED, visitor);
  }

  private List<Option> options(IncidentView incident, int most, Visitor visitor) {
    Locale language = fill.languageOf(incident);
    return of(incident, most, visitor).stream().map(one -> option(one, language, visitor)).toList();
  }

  /** Those that the visitor used last. */
  List<Option> atHand(IncidentView incident, Visitor visitor) {
    return visitor.isOfClient() ? List.of() : options(incident, AT_HAND, visitor);
  }

  private Option option(ReplyTemplate template, Locale language, Visitor visitor) {
    Sharing whose =
        new Sharing(template.scope(), template.owner(), template.team(), template.client());
    String name = template.name(visitor.locale());
    String begins =
        TextInput.shortened(template.text(language).replaceAll("\\s+", " ").strip(), PREVIEWED);
    return new Option(
        template.id(),
        name,
        sharing.label(whose, visitor),
        begins,
        (name + " " + template.text(language)).toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
  }
}
