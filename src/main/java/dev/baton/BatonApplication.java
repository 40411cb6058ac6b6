package dev.baton;

import dev.baton.flow.BacktestCommand;
import dev.baton.flow.FlowsCommand;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Baton: the desk itself, or one of its command-line tools. */
@SpringBootApplication
public class BatonApplication {

  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    if (args.length > 0 && args[0].equals("backtest")) {
      System.exit(BacktestCommand.run(BatonApplication.class, args));
    }
    if (args.length > 0 && args[0].equals("flows")) {
      System.exit(FlowsCommand.run(BatonApplication.class, args));
    }
    SpringApplication application = new SpringApplication(BatonApplication.class);
    application.addListeners(new ShutdownDeadline());
    application.run(args);
  }
}
