package dev.baton.notification;

import dev.baton.notification.MailSettings.Smtp;

/**
 * How mail leaves the desk.
 *
 * @param address the desk's own address, the sender of all mail
 */
public record MailServer(String address, Smtp smtp) {

  /** Without the password. */
  @Override
  public String toString() {
    return address + " by " + smtp.host() + ":" + smtp.port();
  }
}
