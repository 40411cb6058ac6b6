package dev.baton.flow.backtest;

import java.io.IOException;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Leaves out of the application what raises escalations by itself. Without a rota nobody could
 * answer one: each would tell its top again every hour, for months.
 */
final class WithoutLadder extends TypeExcludeFilter {

  private static final String RAISERS = "dev.baton.escalation.RaisedBy";

  @Override
  public boolean match(MetadataReader candidate, MetadataReaderFactory readers) throws IOException {
    return candidate.getClassMetadata().getClassName().startsWith(RAISERS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WithoutLadder;
  }

  @Override
  public int hashCode() {
    return WithoutLadder.class.hashCode();
  }
}
