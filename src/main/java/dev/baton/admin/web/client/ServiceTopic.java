package dev.baton.admin.web.client;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.SettingsField;
import dev.baton.admin.web.SettingsRow;
import dev.baton.admin.web.SettingsTopic;
import dev.baton.admin.web.SettingsValues;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.RegisterClient;
import dev.baton.client.ServiceView;
import dev.baton.desk.web.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** The services of all clients; the id of one is {@code client:service}. */
@Component
@Order(20)
class ServiceTopic implements SettingsTopic {

  private static final List<SettingsField> FIELDS =
      List.of(
          SettingsField.text("client", 200).needed().once().suggesting("clients"),
          SettingsField.text("code", 64).needed().once(),
          SettingsField.text("name", 200).needed());

  private final ClientDirectory clients;
  private final RegisterClient register;

  ServiceTopic(ClientDirectory clients, RegisterClient register) {
    this.clients = clients;
    this.register = register;
  }

  @Override
  public String name() {
    return "services";
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
    return List.of("name", "code", "client");
  }

  @Override
  public String idOf(SettingsValues values) {
    return clients.find(values.text("client")).map(ClientView::code).orElse("")
        + ":"
        + values.text("code");
  }

  @Override
  public Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor) {
    Long client = of == null ? null : clients.find(of).map(ClientView::id).orElse(0L);
    Page<ServiceView> found = clients.services(search, client, page);
    Map<Long, ClientView> names = clientsOf(found);
    return found.map(service -> row(names.get(service.clientId()), service));
  }

  @Override
  public Page<SettingsValues> values(Pageable page, Visitor visitor) {
    Page<ServiceView> found = clients.services("", null, page);
    Map<Long, ClientView> names = clientsOf(found);
    return found.map(service -> values(names.get(service.clientId()), service));
  }

  private Map<Long, ClientView> clientsOf(Page<ServiceView> services) {
    return clients.clients(
        services.stream().map(ServiceView::clientId).collect(Collectors.toUnmodifiableSet()));
  }

  private static SettingsRow row(ClientView client, ServiceView service) {
    return new SettingsRow(
        client.code() + ":" + service.code(),
        List.of(service.name(), service.code(), client.name()));
  }

  @Override
  public Optional<SettingsValues> find(String id) {
    String[] parts = id.split(":", 2);
    return parts.length < 2
        ? Optional.empty()
        : clients
            .find(parts[0])
            .flatMap(
                client ->
                    clients
                        .service(client.id(), parts[1])
                        .filter(service -> service.code().equals(parts[1]))
                        .map(service -> values(client, service)));
  }

  private static SettingsValues values(ClientView client, ServiceView service) {
    return new SettingsValues()
        .with("client", client.code())
        .with("code", service.code())
        .with("name", service.name());
  }

  @Override
  public SettingsValues initial(String of) {
    return new SettingsValues().with("client", of);
  }

  @Override
  public String save(SettingsValues values) {
    register.registerService(
        ClientField.client(clients, values), values.text("code"), values.text("name"));
    return null;
  }

  @Override
  public String subject(String id) {
    return "client " + id.split(":", 2)[0];
  }
}
