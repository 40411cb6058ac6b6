package dev.baton.flow;

import dev.baton.flow.backtest.Backtest;
import java.util.List;
import java.util.TimeZone;

/**
 * The command {@code backtest}: replays a recorded incident log through the flow and reports how
 * far both agree. {@code --help} lists its options.
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
    return new Backtest(application, System.out, System.err, System.console() != null).run(options);
  }
}
