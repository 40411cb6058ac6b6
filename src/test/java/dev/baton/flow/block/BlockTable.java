package dev.baton.flow.block;

import dev.baton.engine.BlockInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The building blocks as the process owner's guide lists them, between two markers. */
final class BlockTable {

  static final Path GUIDE = Path.of("src", "docs", "process-owner.md");

  private static final String BEGIN = "<!-- building blocks: written by %s -->\n";
  private static final String END = "<!-- end of building blocks -->";

  private final List<Block> blocks;

  BlockTable(List<Block> blocks) {
    this.blocks = blocks;
  }

  /** The guide with the table as the code has it. */
  String guide() {
    String guide = stored();
    String begin = BEGIN.formatted(BlockFiles.COMMAND);
    int from = guide.indexOf(begin);
    int to = guide.indexOf(END);
    if (from < 0 || to < from) {
      throw new IllegalStateException(
          "%s needs the lines '%s' and '%s'".formatted(GUIDE, begin.strip(), END));
    }
    return guide.substring(0, from + begin.length()) + text() + guide.substring(to);
  }

  static String stored() {
    try {
      return Files.readString(GUIDE).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text() {
    return "\n| user task | what it does | you set |\n|---|---|---|\n"
        + rows(Block::isUserTask, BlockTable::userTask)
        + "\n| service task | what it does | you set | reads | sets | delegate expression |\n"
        + "|---|---|---|---|---|---|\n"
        + rows(block -> !block.isUserTask(), BlockTable::serviceTask)
        + "\n";
  }

  private String rows(Predicate<Block> wanted, Function<Block, Stream<String>> cells) {
    return blocks.stream()
        .filter(wanted)
        .map(block -> cells.apply(block).collect(Collectors.joining(" | ", "| ", " |\n")))
        .collect(Collectors.joining());
  }

  private static Stream<String> userTask(Block block) {
    return Stream.of(
        "%s (`%s`)".formatted(block.name(), block.kind().word()),
        description(block),
        inputs(block));
  }

  private static Stream<String> serviceTask(Block block) {
    return Stream.of(
        block.name(),
        description(block),
        inputs(block),
        code(List.of(block.text().needs())),
        code(List.of(block.text().sets())),
        "`" + block.delegateExpression() + "`");
  }

  private static String description(Block block) {
    String description = block.text().description() + (block.text().job() ? " Runs as a job." : "");
    return block.text().deprecated().isEmpty()
        ? description
        : description + " Deprecated: " + block.text().deprecated();
  }

  private static String inputs(Block block) {
    return block.inputs().stream().map(BlockTable::input).collect(Collectors.joining(", "));
  }

  private static String input(BlockInput input) {
    return input.label().toLowerCase(Locale.ROOT) + (input.required() ? "" : " (optional)");
  }

  private static String code(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
