package dev.baton.admin.web.channel;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsRows;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.intake.monitoring.MonitoringSource;
import dev.baton.intake.monitoring.MonitoringSources;
import dev.baton.intake.monitoring.Silence;
import dev.baton.intake.monitoring.Silences;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** The silences that hold or will: they are made and ended, but not changed. */
@Component
@Order(30)
class SilenceTopic implements SettingsTopic {

  private static final Pattern MATCHER = Pattern.compile("\\s*([^=~\\s]+)\\s*(=~|=)\\s*(\\S.*)");
  private static final Duration USUAL = Duration.ofHours(2);

  private final Silences silences;
  private final MonitoringSources sources;
  private final StaffDirectory staff;
  private final PageAccess access;
  private final PageRenderer pages;
  private final Clock clock;

  SilenceTopic(
      Silences silences,
      MonitoringSources sources,
      StaffDirectory staff,
      PageAccess access,
      PageRenderer pages,
      Clock clock) {
    this.silences = silences;
    this.sources = sources;
    this.staff = staff;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "silences";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.CHANNELS;
  }

  @Override
  public Permission permission() {
    return Permission.WORK;
  }

  @Override
  public List<SettingsField> fields() {
    List<SettingsField.Option> known =
        sources.list().stream()
            .map(MonitoringSource::code)
            .map(code -> SettingsField.Option.named(code, code))
            .toList();
    return List.of(
        SettingsField.lines("matchers", 600).needed().once(),
        SettingsField.choice("source", known).once(),
        SettingsField.time("from").needed().once(),
        SettingsField.time("until").needed().once(),
        SettingsField.text("note", 500).once());
  }

  @Override
  public List<String> columns() {
    return List.of("matchers", "source", "from", "until", "createdBy", "note");
  }

  @Override
  public String idOf(SettingsValues values) {
    return null;
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    Instant now = clock.instant();
    List<SettingsRow> all =
        silences.list().stream().map(silence -> row(silence, visitor, now)).toList();
    return SettingsRows.page(all, search, page);
  }

  private SettingsRow row(Silence silence, Visitor visitor, Instant now) {
    return new SettingsRow(
        String.valueOf(silence.id()),
        Arrays.asList(
            String.join(", ", lines(silence)),
            silence.source(),
            visitor.at(silence.from(), now),
            visitor.at(silence.until(), now),
            staff.name(silence.createdBy()),
            silence.troubleText() == null
                ? silence.note()
                : pages.words(silence.troubleText(), visitor.locale())),
        silence.trouble() != null);
  }

  private static List<String> lines(Silence silence) {
    return silence.matchers().stream()
        .map(one -> one.label() + (one.regex() ? " =~ " : " = ") + one.value())
        .toList();
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    Visitor visitor = access.visitor(permission());
    return silences.list().stream()
        .filter(silence -> String.valueOf(silence.id()).equals(id))
        .findFirst()
        .map(
            silence ->
                new SettingsValues()
                    .withAll("matchers", lines(silence))
                    .with("source", silence.source())
                    .with("from", visitor.field(silence.from()))
                    .with("until", visitor.field(silence.until()))
                    .with("note", silence.note()));
  }

  @Override
  public SettingsValues initial(String of) {
    Visitor visitor = access.visitor(permission());
    Instant now = clock.instant();
    return new SettingsValues()
        .with("from", visitor.field(now))
        .with("until", visitor.field(now.plus(USUAL)));
  }

  @Override
  public String save(SettingsValues values) {
    Visitor visitor = access.visitor(permission());
    silences.create(
        new Silence(
            0,
            values.text("source"),
            values.all("matchers").stream().map(SilenceTopic::matcher).toList(),
            visitor.instant(values.text("from")),
            visitor.instant(values.text("until")),
            values.text("note"),
            visitor.caller().login()));
    return null;
  }

  private static Silence.Matcher matcher(String line) {
    Matcher parts = MATCHER.matcher(line);
    if (!parts.matches()) {
      throw new InvalidInput("matchers", LocalizableText.of("refused.settings.matcher", line));
    }
    return new Silence.Matcher(parts.group(1), parts.group(3).strip(), parts.group(2).equals("=~"));
  }

  @Override
  public boolean canDelete() {
    return true;
  }

  @Override
  public void delete(String id) {
    silences.remove(Long.parseLong(id));
  }

  @Override
  public boolean canImport() {
    return false;
  }

  @Override
  public String subject(String id) {
    return "silence " + id;
  }
}
