package dev.baton.desk.web.incident;

import dev.baton.desk.template.ReplyTemplateQueries;
import dev.baton.desk.template.TemplateKeepers;
import dev.baton.desk.template.TemplateSummary;
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

  private final ReplyTemplateQueries templates;
  private final TemplateKeepers keepers;
  private final SharingChoices sharing;
  private final FillTemplate fill;

  OfferedTemplates(
      ReplyTemplateQueries templates,
      TemplateKeepers keepers,
      SharingChoices sharing,
      FillTemplate fill) {
    this.templates = templates;
    this.keepers = keepers;
    this.sharing = sharing;
    this.fill = fill;
  }

  /** A template to choose. */
  record Option(long id, String name, String sharing, String begins) {}

  /**
   * What the visitor used last first, up to {@link OptionList#SHOWN}.
   *
   * @param words all of them are in the name or a text; empty for all
   */
  OptionList<Option> options(IncidentView incident, String words, Visitor visitor) {
    return OptionList.firstOf(options(incident, words, OptionList.SHOWN + 1, visitor));
  }

  private List<Option> options(IncidentView incident, String words, int most, Visitor visitor) {
    Locale language = fill.languageOf(incident);
    return templates
        .usable(keepers.of(visitor.caller().login()), incident.client(), words, most)
        .stream()
        .map(one -> option(one, language, visitor))
        .toList();
  }

  /** Those that the visitor used last. */
  List<Option> atHand(IncidentView incident, Visitor visitor) {
    return visitor.isOfClient() ? List.of() : options(incident, "", AT_HAND, visitor);
  }

  private Option option(TemplateSummary template, Locale language, Visitor visitor) {
    Sharing whose =
        new Sharing(template.scope(), template.owner(), template.team(), template.client());
    return new Option(
        template.id(),
        template.name(visitor.locale()),
        sharing.label(whose, visitor),
        TextInput.shortened(template.begins(language).replaceAll("\\s+", " ").strip(), PREVIEWED));
  }
}
