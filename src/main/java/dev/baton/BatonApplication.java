package dev.baton;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Baton: the desk itself, or one of its command-line tools. */
@SpringBootApplication
public class BatonApplication {

  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    SpringApplication.run(BatonApplication.class, args);
  }
}
