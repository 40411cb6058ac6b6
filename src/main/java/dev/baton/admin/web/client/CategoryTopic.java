package dev.baton.admin.web.client;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsRows;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.category.Categories;
import dev.baton.incident.category.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** The categories that are suggested for incidents. */
@Component
@Order(40)
class CategoryTopic implements SettingsTopic {

  private static final List<SettingsField> FIELDS =
      List.of(
          SettingsField.text("client", 200).once().suggesting("clients"),
          SettingsField.text("name", 60).needed().once(),
          SettingsField.text("service", 64),
          SettingsField.yesOrNo("active"));

  private final Categories categories;
  private final ClientDirectory clients;

  CategoryTopic(Categories categories, ClientDirectory clients) {
    this.categories = categories;
    this.clients = clients;
  }

  @Override
  public String name() {
    return "categories";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.CLIENTS;
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
    return List.of("name", "client", "service");
  }

  /** The number of the one with this name; empty if there is none. */
  @Override
  public String idOf(SettingsValues values) {
    String given = values.text("client");
    Optional<ClientView> client = clients.find(given);
    return given != null && client.isEmpty()
        ? ""
        : categories
            .find(client.orElse(null), values.text("name"))
            .map(one -> String.valueOf(one.id()))
            .orElse("");
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    List<SettingsRow> all =
        categories.list().stream()
            .filter(one -> of == null || Objects.equals(of, one.client()))
            .map(CategoryTopic::row)
            .toList();
    return SettingsRows.page(all, search, page);
  }

  private static SettingsRow row(Category category) {
    return new SettingsRow(
        String.valueOf(category.id()),
        Arrays.asList(category.name(), category.client(), category.service()),
        !category.active());
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    return id.matches("\\d{1,18}")
        ? categories.find(Long.parseLong(id)).map(CategoryTopic::values)
        : Optional.empty();
  }

  private static SettingsValues values(Category category) {
    return new SettingsValues()
        .with("client", category.client())
        .with("name", category.name())
        .with("service", category.service())
        .with("active", category.active());
  }

  @Override
  public SettingsValues initial(String of) {
    return new SettingsValues().with("client", of).with("active", true);
  }

  @Override
  public String save(SettingsValues values) {
    categories.keep(
        new Category(
            0,
            values.text("name"),
            values.text("client"),
            values.text("service"),
            values.isOn("active")));
    return null;
  }

  @Override
  public boolean canDelete() {
    return true;
  }

  @Override
  public void delete(String id) {
    categories.remove(Long.parseLong(id));
  }

  @Override
  public String subject(String id) {
    return "category " + id;
  }
}
