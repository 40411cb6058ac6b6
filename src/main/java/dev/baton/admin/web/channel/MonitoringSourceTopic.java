package dev.baton.admin.web.channel;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsRows;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.desk.web.Visitor;
import dev.baton.intake.monitoring.MonitoringSource;
import dev.baton.intake.monitoring.MonitoringSource.Mapping;
import dev.baton.intake.monitoring.MonitoringSource.OnRecovery;
import dev.baton.intake.monitoring.MonitoringSources;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** The programs that send alerts. */
@Component
@Order(20)
class MonitoringSourceTopic implements SettingsTopic {

  private static final int LONGEST_POINTER = 200;

  private static final List<SettingsField> FIELDS =
      List.of(
          SettingsField.text("code", 60).needed().once(),
          SettingsField.text("client", 64).needed().suggesting("clients"),
          SettingsField.text("service", 64),
          SettingsField.text("team", 59).suggesting("teams"),
          SettingsField.text("category", 60),
          SettingsField.choice(
                  "onRecovery", SettingsField.options("admin.recovery", OnRecovery.values()))
              .needed(),
          SettingsField.lines("groupBy", 100),
          SettingsField.lines("severities", 200),
          SettingsField.text("mapping.fingerprint", LONGEST_POINTER),
          SettingsField.text("mapping.subject", LONGEST_POINTER),
          SettingsField.text("mapping.description", LONGEST_POINTER),
          SettingsField.text("mapping.alerts", LONGEST_POINTER),
          SettingsField.text("mapping.status", LONGEST_POINTER),
          SettingsField.lines("mapping.recovered", 100),
          SettingsField.text("mapping.severity", LONGEST_POINTER),
          SettingsField.lines("mapping.labels", LONGEST_POINTER),
          SettingsField.yesOrNo("newToken"));

  private final MonitoringSources sources;

  MonitoringSourceTopic(MonitoringSources sources) {
    this.sources = sources;
  }

  @Override
  public String name() {
    return "monitoring";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.CHANNELS;
  }

  @Override
  public Permission permission() {
    return Permission.ADMINISTER;
  }

  @Override
  public List<SettingsField> fields() {
    return FIELDS;
  }

  @Override
  public List<String> columns() {
    return List.of("code", "client", "service", "team", "category");
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    List<SettingsRow> all =
        sources.list().stream()
            .map(
                source ->
                    new SettingsRow(
                        source.code(),
                        Arrays.asList(
                            source.code(),
                            source.client(),
                            source.service(),
                            source.team(),
                            source.category())))
            .toList();
    return SettingsRows.page(all, search, page);
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    return sources.find(id).map(MonitoringSourceTopic::values);
  }

  private static SettingsValues values(MonitoringSource source) {
    SettingsValues values =
        new SettingsValues()
            .with("code", source.code())
            .with("client", source.client())
            .with("service", source.service())
            .with("team", source.team())
            .with("category", source.category())
            .with("onRecovery", source.onRecovery())
            .withAll("groupBy", source.groupBy())
            .withAll("severities", SeverityLines.written(source.severities()));
    Mapping mapping = source.mapping();
    return mapping == null
        ? values
        : values
            .with("mapping.fingerprint", mapping.fingerprint())
            .with("mapping.subject", mapping.subject())
            .with("mapping.description", mapping.description())
            .with("mapping.alerts", mapping.alerts())
            .with("mapping.status", mapping.status())
            .withAll("mapping.recovered", mapping.recovered())
            .with("mapping.severity", mapping.severity())
            .withAll("mapping.labels", EqualLines.written(mapping.labels()));
  }

  @Override
  public SettingsValues initial(String of) {
    return new SettingsValues().with("onRecovery", OnRecovery.ASK).with("client", of);
  }

  @Override
  public String save(SettingsValues values) {
    MonitoringSource source =
        new MonitoringSource(
            values.text("code"),
            values.text("client"),
            values.text("service"),
            values.text("team"),
            values.text("category"),
            mapping(values),
            SeverityLines.read("severities", values.all("severities")),
            values.constant("onRecovery", OnRecovery.class),
            values.all("groupBy"));
    return sources.keep(source, values.isOn("newToken")).orElse(null);
  }

  /** Null for alerts of Alertmanager's own shape. */
  private static Mapping mapping(SettingsValues values) {
    boolean isGiven =
        FIELDS.stream()
            .filter(field -> field.name().startsWith("mapping."))
            .anyMatch(field -> values.isOn(field.name()));
    return isGiven
        ? new Mapping(
            values.text("mapping.alerts"),
            values.text("mapping.fingerprint"),
            values.text("mapping.status"),
            values.isOn("mapping.recovered")
                ? values.all("mapping.recovered")
                : List.of("resolved", "ok", "recovered"),
            values.text("mapping.severity"),
            values.text("mapping.subject"),
            values.text("mapping.description"),
            EqualLines.read("mapping.labels", values.all("mapping.labels")))
        : null;
  }

  @Override
  public boolean canImport() {
    return false;
  }

  @Override
  public String subject(String id) {
    return "monitoring source " + id;
  }
}
