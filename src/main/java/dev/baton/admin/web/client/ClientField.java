package dev.baton.admin.web.client;

import dev.baton.admin.web.SettingsValues;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;

/** The field that names a client. */
final class ClientField {

  private ClientField() {}

  /**
   * The client with the code or name in the field.
   *
   * @throws InvalidInput if there is none
   */
  static ClientView client(ClientDirectory clients, SettingsValues values) {
    String name = values.text("client");
    return clients
        .find(name)
        .orElseThrow(
            () -> new InvalidInput("client", LocalizableText.of("refused.settings.client", name)));
  }
}
