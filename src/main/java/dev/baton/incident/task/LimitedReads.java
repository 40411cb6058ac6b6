package dev.baton.incident.task;

/** A text that may be read so often: a pattern with nested repetitions never ends otherwise. */
final class LimitedReads implements CharSequence {

  private static final int MOST = 2_000_000;

  private final String text;
  private int reads;

  LimitedReads(String text) {
    this.text = text;
  }

  /** The pattern has read the text too often. */
  static final class TooManyReads extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public char charAt(int index) {
    if (++reads > MOST) {
      throw new TooManyReads();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
