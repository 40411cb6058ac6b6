package dev.baton.mail;

import java.util.regex.Pattern;

/**
 * Whether a rejection means that the address is invalid (unknown user or host), rather than a
 * problem with the mail, the sender, a full mailbox or a temporary fault. The wording counts more
 * than the status code, which is often wrong.
 */
final class PermanentFailure {

  private static final Pattern OTHER_CAUSE =
      Pattern.compile(
          "(?i)spam|block(ed|list)|black"
              + " ?list|reputation|polic(y|ies)|spf|dkim|dmarc|greylist|quota|(mailbox|inbox|folder|storage)"
              + " (is )?(full|over)|over ?quota|too (large|big|many)|exceed|size"
              + " limit|rate|throttl|relay|virus|content|authenticat|reverse"
              + " dns|ptr|temporar|timed? ?out|try again|disk|suspend|inactive|disabled|not"
              + " accepting|rejected due to|access denied|header");
  private static final Pattern ABOUT_SENDER =
      Pattern.compile(
          "(?i)sender address|mail from:|unroutable sender|invalid domain name|temporar");
  private static final Pattern UNKNOWN_USER =
      Pattern.compile(
          "(?i)user (is )?(unknown|not found|doesn'?t exist|does not exist|invalid)|unknown"
              + " (user|local ?part|recipient|address|mailbox|account)|no such (user|recipient"
              + "|mailbox|address|person|account|domain|local)|(recipient|address|mailbox|user|account|email)("
              + " address)?( \\S+)?( is| was|'s)? ?(not (found|exist|known|listed|valid|a"
              + " valid)|does ?n[o']t? ?exist|unknown|invalid|unavailable|non-?existent|has been"
              + " (deleted|removed))|does ?n[o'](t| t) (exist|have an? \\S* ?account)|no"
              + " (mailbox|account|user)( here)?|invalid"
              + " (recipient|mailbox|user|address|domain)|undeliverable address|(name|host|domain)("
              + " or domain)?( name)? ?(lookup failure|not found|unknown)|unknown host|host"
              + " unknown|not listed in|no longer (exists|available|valid|at"
              + " this)|(recipient|user|address) rejected: user|null mx|can'?t find|couldn'?t"
              + " find|not our customer|domain (is )?not"
              + " (exist|found)|nxdomain|unrouteable|unroutable|user_unknown|recipientnotfound|resolver\\.adr|recipient"
              + " name is not recognized|wasn.t found at|address rejected\\.|inactive email|does"
              + " not accept mail|no smtp service|no mx record|check if address is correct|not"
              + " found in|dns lookup failure|not reachable|hasmoved|has moved|user has"
              + " left|account (closed|terminated)");
  private static final Pattern UNKNOWN_USER_CODE =
      Pattern.compile("5\\.1\\.(1|2|3|6|10)|5\\.4\\.310");

  private PermanentFailure() {}

  static boolean isIndicatedBy(String status, String diagnostic) {
    if (status != null && status.startsWith("4.")) {
      return false;
    }
    String words = diagnostic == null ? "" : diagnostic;
    if (UNKNOWN_USER.matcher(words).find() && !ABOUT_SENDER.matcher(words).find()) {
      return true;
    }
    if (OTHER_CAUSE.matcher(words).find()) {
      return false;
    }
    return status != null && UNKNOWN_USER_CODE.matcher(status).matches();
  }
}
