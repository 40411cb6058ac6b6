package dev.baton.notification.delivery.smtp;

import dev.baton.notification.delivery.DeliveryChannel;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Distinguishes a bad address from a server that is busy, down or refuses us. Only a bad address, a
 * permanent 5xx reply about one mail, is worth a person's time. A full mailbox (552) may have room
 * again later.
 */
final class MailFailure {

  private static final int BOX_FULL = 552;

  private MailFailure() {}

  static RuntimeException of(MessagingException failure) {
    List<Integer> codes = new ArrayList<>();
    List<String> words = new ArrayList<>();
    boolean isNoAddress = false;
    for (Exception each = failure; each != null; each = next(each)) {
      isNoAddress |= each instanceof AddressException;
      int code = code(each);
      if (code > 0) {
        codes.add(code);
      }
      if (each.getMessage() != null) {
        words.add(each.getMessage().strip().replaceAll("\\s+", " "));
      }
    }
    String said = String.join(" / ", words.stream().distinct().toList());
    boolean isForGood =
        isNoAddress
            || codes.stream().anyMatch(code -> code >= 500 && code < 600 && code != BOX_FULL)
                && codes.stream().noneMatch(code -> code == BOX_FULL || isForNow(code));
    return isForGood
        ? new DeliveryChannel.Undeliverable(said)
        : new DeliveryChannel.ChannelDown(said.isEmpty() ? failure.toString() : said, failure);
  }

  private static boolean isForNow(int code) {
    return code >= 400 && code < 500;
  }

  private static int code(Exception failure) {
    if (failure instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (failure instanceof SMTPSenderFailedException) {
      return 0; // it will not take any mail of ours: the settings are wrong, not the address
    }
    return failure instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
  }

  private static Exception next(Exception failure) {
    return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
  }
}
