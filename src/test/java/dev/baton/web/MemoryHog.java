package dev.baton.web;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes all memory there is, in a thread of the web server or in one of a pool. */
@RestController
class MemoryHog {

  private static final int PORTION = 16 * 1024 * 1024;

  @PostMapping("/sign-in/hog/request")
  String whileSigningIn() {
    return takeAll();
  }

  /** Caught and logged, as executors of jobs do, and none is the wiser. */
  @PostMapping("/sign-in/hog/job")
  String inAJob() {
    new Thread(
            () -> {
              try {
                takeAll();
              } catch (Throwable problem) {
                LoggerFactory.getLogger(MemoryHog.class).warn("A job failed", problem);
              }
            })
        .start();
    return "started";
  }

  @PostMapping("/sign-in/hog/thread")
  String inAThread() {
    new Thread(MemoryHog::takeAll).start();
    return "started";
  }

  private static String takeAll() {
    List<byte[]> all = new ArrayList<>();
    while (all.size() < Integer.MAX_VALUE) {
      all.add(new byte[PORTION]);
    }
    return "had enough: " + all.size();
  }
}
