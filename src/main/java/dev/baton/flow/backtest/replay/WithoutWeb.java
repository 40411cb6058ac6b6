package dev.baton.flow.backtest.replay;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Leaves out of the application what only answers browsers and programs, reads mailboxes, or
 * proposes, tries, publishes and migrates flows: all of that is the desk's own.
 */
final class WithoutWeb extends TypeExcludeFilter {

  private static final Set<String> LEFT_OUT =
      Set.of(
          "dev.baton.intake.",
          "dev.baton.admin.",
          "dev.baton.desk.",
          "dev.baton.signin.",
          "dev.baton.demo.",
          "dev.baton.flow.proposal.",
          "dev.baton.flow.migration.");

  /** The controllers and pages of a module; the engine's stay, for its configuration needs them. */
  private static final Pattern PAGES =
      Pattern.compile("dev\\.baton\\.(?!engine)\\w+(\\.\\w+)?\\.web\\..*");

  @Override
  public boolean match(MetadataReader candidate, MetadataReaderFactory readers) throws IOException {
    String name = candidate.getClassMetadata().getClassName();
    return LEFT_OUT.stream().anyMatch(name::startsWith) || PAGES.matcher(name).matches();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WithoutWeb;
  }

  @Override
  public int hashCode() {
    return WithoutWeb.class.hashCode();
  }
}
