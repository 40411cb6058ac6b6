package dev.baton.desk.web.incident;

import dev.baton.desk.macro.Macro;
import dev.baton.desk.template.ReplyTemplate;
import dev.baton.desk.template.ReplyTemplates;
import dev.baton.desk.template.TemplateKeepers;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the template that a macro writes, if whoever runs it may use that template. */
@Component
class MacroText {

  private final ReplyTemplates templates;
  private final TemplateKeepers keepers;

  MacroText(ReplyTemplates templates, TemplateKeepers keepers) {
    this.templates = templates;
    this.keepers = keepers;
  }

  Optional<ReplyTemplate> of(Macro macro, IncidentView incident, Visitor visitor) {
    return Optional.ofNullable(macro.template())
        .flatMap(
            id -> templates.usable(keepers.of(visitor.caller().login()), incident.client(), id));
  }

  /** Whether the macro writes a text that the visitor may not use. */
  boolean isDenied(Macro macro, IncidentView incident, Visitor visitor) {
    return macro.template() != null && of(macro, incident, visitor).isEmpty();
  }
}
