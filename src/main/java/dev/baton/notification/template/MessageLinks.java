package dev.baton.notification.template;

import dev.baton.notification.OutgoingMail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Decides where a message's button leads: the client's people write to us, and our own go to
 * Tasklist.
 */
@Component
class MessageLinks {

  private static final String BY_NUMBER =
      "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]";

  private final String publicUrl;
  private final OutgoingMail mail;

  MessageLinks(
      @Value("${baton.public-url:http://localhost:8080}") String publicUrl, OutgoingMail mail) {
    this.publicUrl = publicUrl.replaceAll("/+$", "");
    this.mail = mail;
  }

  String to(TemplateInput message) {
    if (message.link() != null) {
      return message.link();
    }
    String number = message.incident().number();
    if (!message.audience().isOutside()) {
      return publicUrl
          + "/camunda/app/tasklist/default/#/?searchQuery="
          + encoded(BY_NUMBER.formatted(number));
    }
    return "mailto:" + mail.current().address() + "?subject=" + encoded("Re: [" + number + "]");
  }

  /** The address of one of our pages. */
  String page(String path) {
    return publicUrl + path;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
