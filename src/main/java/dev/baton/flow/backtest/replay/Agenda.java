package dev.baton.flow.backtest.replay;

import java.time.Instant;

/** What people at the replayed desk will do besides what the log recorded. */
public interface Agenda {

  /** Of a desk where nobody does anything by himself. */
  Agenda EMPTY =
      new Agenda() {
        @Override
        public Instant next() {
          return Instant.MAX;
        }

        @Override
        public void actOnNext() {
          throw new IllegalStateException("There is nothing to do.");
        }
      };

  /** Returns when someone acts next; {@link Instant#MAX} for never. */
  Instant next();

  /** Lets that happen; it is that instant now. */
  void actOnNext();
}
