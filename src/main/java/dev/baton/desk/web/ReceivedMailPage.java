package dev.baton.desk.web;

import dev.baton.incident.contact.UnknownContact;
import dev.baton.incident.file.ReceivedMails;
import dev.baton.mail.Mail;
import dev.baton.mail.MailParser;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows a received mail, sanitised; alone in its window, where nothing of it can act or load. */
@Component
public class ReceivedMailPage {

  private static final String ALONE =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors"
          + " 'none'";

  private final MailParser parser = new MailParser();
  private final ReceivedMails mails;
  private final PageRenderer pages;

  ReceivedMailPage(ReceivedMails mails, PageRenderer pages) {
    this.mails = mails;
    this.pages = pages;
  }

  /**
   * @throws UnknownContact if the contact was made of no mail
   */
  public ResponseEntity<String> of(long contactId, Locale locale) {
    Mail mail =
        parser.parse(mails.rawOf(contactId).orElseThrow(() -> new UnknownContact(contactId)));
    String shown =
        mail.html() == null
            ? pages.part("incident", "text", locale, Map.of("text", mail.text()))
            : mail.html();
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
        .header("Content-Security-Policy", ALONE)
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noStore())
        .body("<!DOCTYPE html><meta charset=\"utf-8\">" + shown);
  }
}
