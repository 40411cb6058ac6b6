package dev.baton.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logs internal errors under an id that the response may show. */
@Component
class ErrorLog {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorLog.class);

  /** Returns the id under which the log has it. */
  String keep(Throwable problem, HttpServletRequest request) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Error {} at {} {}", id, request.getMethod(), oneLine(request), problem);
    return id;
  }

  private static String oneLine(HttpServletRequest request) {
    return request.getRequestURI().replaceAll("\\p{Cntrl}", "?");
  }
}
