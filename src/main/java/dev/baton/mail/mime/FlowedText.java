package dev.baton.mail.mime;

/** Joins the lines of {@code format=flowed} text (RFC 3676), where a trailing space continues. */
public final class FlowedText {

  private FlowedText() {}

  public static String unflow(String text, boolean deleteSpace) {
    StringBuilder out = new StringBuilder(text.length());
    int openDepth = -1;
    for (String line : text.split("\n", -1)) {
      int depth = depth(line);
      String content = line.substring(depth);
      if (content.startsWith(" ")) {
        content = content.substring(1);
      }
      boolean signature = content.equals("-- ");
      if (openDepth >= 0 && (openDepth != depth || signature)) {
        out.append('\n');
        openDepth = -1;
      }
      if (openDepth < 0 && depth > 0) {
        out.append(">".repeat(depth)).append(' ');
      }
      boolean flows = content.endsWith(" ") && !signature;
      if (flows) {
        out.append(deleteSpace ? content.substring(0, content.length() - 1) : content);
        openDepth = depth;
      } else {
        out.append(content).append('\n');
        openDepth = -1;
      }
    }
    if (openDepth < 0 && out.length() > 0) {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  private static int depth(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }
}
