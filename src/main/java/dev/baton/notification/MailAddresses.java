package dev.baton.notification;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Checks addresses of the desk itself. */
final class MailAddresses {

  private MailAddresses() {}

  /**
   * @throws InvalidInput for the field if it is no address with a domain
   */
  static void check(String field, String address) {
    try {
      InternetAddress parsed = new InternetAddress(address, true);
      if (parsed.getPersonal() == null && address.equals(parsed.getAddress())) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        if (domain.length() < address.length() && domain.contains(".")) {
          return;
        }
      }
    } catch (AddressException e) {
      // Reported below, in words.
    }
    throw new InvalidInput(field, LocalizableText.of("refused.mail.address"));
  }
}
