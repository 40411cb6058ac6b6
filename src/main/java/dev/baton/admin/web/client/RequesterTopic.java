package dev.baton.admin.web.client;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RegisterRequester;
import dev.baton.client.RequesterView;
import dev.baton.desk.web.Visitor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** The people of clients who have an address; the id of one is a number. */
@Component
@Order(30)
class RequesterTopic implements SettingsTopic {

  private static final List<SettingsField> FIELDS =
      List.of(
          SettingsField.text("client", 200).needed().once().suggesting("clients"),
          SettingsField.text("email", 254).needed().once(),
          SettingsField.text("name", 200).needed(),
          SettingsField.text("phone", 60),
          SettingsField.yesOrNo("vip"),
          SettingsField.text("login", 64),
          SettingsField.secret("password", 200));

  private final ClientDirectory clients;
  private final RegisterRequester register;

  RequesterTopic(ClientDirectory clients, RegisterRequester register) {
    this.clients = clients;
    this.register = register;
  }

  @Override
  public String name() {
    return "requesters";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.CLIENTS;
  }

  @Override
  public Permission permission() {
    return Permission.REGISTER_REQUESTERS;
  }

  @Override
  public List<SettingsField> fields() {
    return FIELDS;
  }

  @Override
  public List<String> columns() {
    return List.of("name", "email", "phone", "client", "login");
  }

  @Override
  public String idOf(SettingsValues values) {
    return clients
        .find(values.text("client"))
        .flatMap(client -> clients.requester(client.id(), values.text("email")))
        .map(person -> String.valueOf(person.id()))
        .orElse("");
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    Long client = of == null ? null : clients.find(of).map(ClientView::id).orElse(0L);
    Page<RequesterView> found = clients.requesters(search, client, page);
    Map<Long, ClientView> names = clientsOf(found);
    return found.map(person -> row(person, names.get(person.clientId())));
  }

  private static SettingsRow row(RequesterView person, ClientView client) {
    return new SettingsRow(
        String.valueOf(person.id()),
        Arrays.asList(
            (person.vip() ? "★ " : "") + Objects.requireNonNullElse(person.name(), person.email()),
            person.email(),
            person.phone(),
            client.name(),
            person.login()));
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    return id.matches("\\d{1,18}")
        ? clients
            .findRequester(Long.parseLong(id))
            .map(person -> values(person, clients.client(person.clientId())))
        : Optional.empty();
  }

  @Override
  public Page<SettingsValues> values(Pageable page, Visitor visitor) {
    Page<RequesterView> found = clients.requesters("", null, page);
    Map<Long, ClientView> names = clientsOf(found);
    return found.map(person -> values(person, names.get(person.clientId())));
  }

  private Map<Long, ClientView> clientsOf(Page<RequesterView> people) {
    return clients.clients(
        people.stream().map(RequesterView::clientId).collect(Collectors.toUnmodifiableSet()));
  }

  private static SettingsValues values(RequesterView person, ClientView client) {
    return new SettingsValues()
        .with("client", client.code())
        .with("email", person.email())
        .with("name", person.name())
        .with("phone", person.phone())
        .with("vip", person.vip())
        .with("login", person.login());
  }

  @Override
  public SettingsValues initial(String of) {
    return new SettingsValues().with("client", of);
  }

  @Override
  public String save(SettingsValues values) {
    register.register(
        new RequesterView(
            0,
            ClientField.client(clients, values).id(),
            values.text("name"),
            values.text("email"),
            values.text("phone"),
            values.isOn("vip"),
            values.text("login")),
        values.text("password"));
    return null;
  }

  @Override
  public String subject(String id) {
    return "requester " + id;
  }
}
