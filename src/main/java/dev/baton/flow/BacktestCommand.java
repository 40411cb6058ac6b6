package dev.baton.flow;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.baton.flow.backtest.Backtest;
import dev.baton.flow.trial.ShortLivedProgram;
import dev.baton.flow.trial.Trial;
import java.util.List;
import java.util.TimeZone;
import org.slf4j.LoggerFactory;

/**
 * The command {@code backtest}: replays a recorded incident log through the flow and reports how
 * far both agree, or, with {@code --flows}, what changed flows would have done. {@code --help}
 * lists its options.
 */
public final class BacktestCommand {

  private BacktestCommand() {}

  /**
   * @param application what is started as the scratch desk
   * @param args the command's options; its own name may come first
   * @return the exit code: 0 done, 2 wrong usage or an unreadable log
   */
  public static int run(Class<?> application, String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    List<String> options = List.of(args);
    if (!options.isEmpty() && options.get(0).equals("backtest")) {
      options = options.subList(1, options.size());
    }
    ShortLivedProgram.endWithInput();
    if (Trial.isAsked(options) && !ShortLivedProgram.isThis()) {
      return ShortLivedProgram.run(application, options);
    }
    if (Trial.isAsked(options)) {
      ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
      return new Trial(application, System.out, System.err).run(options);
    }
    return new Backtest(application, System.out, System.err, System.console() != null).run(options);
  }
}
