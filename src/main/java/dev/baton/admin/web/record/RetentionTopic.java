package dev.baton.admin.web.record;

import dev.baton.access.Permission;
import dev.baton.admin.retention.Retention;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.desk.web.Visitor;
import dev.baton.web.text.LocalizableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** For how many days records of each kind are kept. */
@Component
@Order(90)
class RetentionTopic implements SettingsTopic {

  private static final String ONLY = "periods";

  private final Retention retention;

  RetentionTopic(Retention retention) {
    this.retention = retention;
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
    return retention.kinds().stream()
        .map(kind -> SettingsField.number(kind, Retention.LEAST_DAYS, Retention.MOST_DAYS))
        .toList();
  }

  @Override
  public List<String> columns() {
    return retention.kinds();
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
    SettingsValues values = new SettingsValues();
    retention.days().forEach(values::with);
    return Optional.of(values);
  }

  @Override
  public String save(SettingsValues values) {
    Map<String, Integer> days = new TreeMap<>();
    for (String kind : retention.kinds()) {
      if (values.text(kind) != null) {
        days.put(kind, values.number(kind, 0));
      }
    }
    retention.keep(days);
    return null;
  }

  @Override
  public Optional<LocalizableText> note(String id) {
    List<Object> values = new ArrayList<>(retention.due().values());
    values.add(0, retention.nextRun());
    return Optional.of(LocalizableText.of("admin.retention.next", values.toArray()));
  }

  @Override
  public String subject(String id) {
    return Retention.auditSubject();
  }
}
