package dev.baton.admin.web.staff;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsRows;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.desk.web.Visitor;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** The teams. */
@Component
@Order(10)
class TeamTopic implements SettingsTopic {

  private static final List<SettingsField> FIELDS =
      List.of(
          SettingsField.text("code", 59).needed().once(),
          SettingsField.text("name", 200).needed(),
          SettingsField.text("hours", 64).suggesting("calendars"));

  private final StaffDirectory staff;
  private final PublishedAgreements agreements;

  TeamTopic(StaffDirectory staff, PublishedAgreements agreements) {
    this.staff = staff;
    this.agreements = agreements;
  }

  @Override
  public String name() {
    return "teams";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.STAFF;
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
    return List.of("name", "code", "hours");
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    List<SettingsRow> all =
        staff.teams().stream()
            .map(
                team ->
                    new SettingsRow(
                        team.code(), Arrays.asList(team.name(), team.code(), team.hours())))
            .toList();
    return SettingsRows.page(all, search, page);
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    return staff
        .team(id)
        .filter(team -> team.code().equals(id))
        .map(
            team ->
                new SettingsValues()
                    .with("code", team.code())
                    .with("name", team.name())
                    .with("hours", team.hours()));
  }

  @Override
  public String save(SettingsValues values) {
    String hours = values.text("hours");
    if (hours != null && agreements.calendar(hours).isEmpty()) {
      throw new InvalidInput("hours", LocalizableText.of("refused.settings.calendar", hours));
    }
    staff.register(new TeamView(values.text("code"), values.text("name"), hours));
    return null;
  }

  @Override
  public String subject(String id) {
    return "team " + id;
  }

  @Override
  public List<String> belongings() {
    return List.of("agents");
  }
}
