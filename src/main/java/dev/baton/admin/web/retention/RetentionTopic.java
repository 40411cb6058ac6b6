package dev.baton.admin.web.retention;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.desk.web.Visitor;
import dev.baton.retention.RetentionPeriods;
import dev.baton.web.text.LocalizableText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** After how many days records are removed. */
@Component
class RetentionTopic implements SettingsTopic {

  private static final String ONLY = "periods";

  private static final List<SettingsField> FIELDS =
      Stream.of("receivedMail", "keptMail", "readMessages")
          .map(
              name ->
                  SettingsField.number(name, RetentionPeriods.SHORTEST, RetentionPeriods.LONGEST))
          .toList();

  private final RetentionPeriods periods;

  RetentionTopic(RetentionPeriods periods) {
    this.periods = periods;
  }

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.RECORDS;
  }

  @Override
  public Permission permission() {
    return Permission.ADMINISTER;
  }

  @Override
  public String only() {
    return ONLY;
  }

  @Override
  public List<SettingsField> fields() {
    return FIELDS;
  }

  @Override
  public List<String> columns() {
    return FIELDS.stream().map(SettingsField::name).toList();
  }

  @Override
  public String idOf(SettingsValues values) {
    return ONLY;
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    return Page.empty();
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    if (!id.equals(ONLY)) {
      return Optional.empty();
    }
    Map<String, Integer> days = periods.days();
    SettingsValues values = new SettingsValues();
    FIELDS.forEach(field -> values.with(field.name(), days.get(field.name())));
    return Optional.of(values);
  }

  @Override
  public String save(SettingsValues values) {
    Map<String, Integer> days = new HashMap<>();
    FIELDS.stream()
        .map(SettingsField::name)
        .filter(name -> values.text(name) != null)
        .forEach(name -> days.put(name, values.number(name, 0)));
    periods.set(days);
    return null;
  }

  @Override
  public Optional<LocalizableText> note(String id) {
    return Optional.of(LocalizableText.of("admin.retention.nextRun", periods.nextRun().toString()));
  }

  @Override
  public Map<String, LocalizableText> remarks(String id) {
    return FIELDS.stream()
        .map(SettingsField::name)
        .collect(Collectors.toMap(name -> name, this::remark));
  }

  private LocalizableText remark(String name) {
    OptionalLong due = periods.due(name);
    return due.isEmpty()
        ? LocalizableText.of("admin.retention.kept")
        : LocalizableText.of("admin.retention.due", due.getAsLong());
  }

  @Override
  public String subject(String id) {
    return RetentionPeriods.auditSubject();
  }
}
