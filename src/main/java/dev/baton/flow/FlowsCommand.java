package dev.baton.flow;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.baton.flow.check.command.FlowsCheck;
import dev.baton.flow.command.FlowsExport;
import java.util.List;
import java.util.TimeZone;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.StandardEnvironment;

/**
 * The commands {@code flows check}, which says what is wrong with the flows, tables and forms of a
 * folder, and {@code flows export}, which writes those that are live to a folder. {@code --help}
 * lists their options.
 */
public final class FlowsCommand {

  private FlowsCommand() {}

  /**
   * @param application in whose package the checks are
   * @param args the command's options; its own name may come first
   * @return the exit code: 0 no errors, 1 errors, 2 wrong usage
   */
  public static int run(Class<?> application, String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    List<String> options = List.of(args);
    if (!options.isEmpty() && options.get(0).equals("flows")) {
      options = options.subList(1, options.size());
    }
    if (!options.isEmpty() && options.get(0).equals("export")) {
      return new FlowsExport(new StandardEnvironment(), System.out, System.err).run(options);
    }
    return new FlowsCheck(application, System.out, System.err).run(options);
  }
}
