package dev.baton.flow.proposal;

import dev.baton.engine.release.LiveFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The files of a proposal, laid over what is live now. */
@Component
class ProposalContents {

  private final Proposals proposals;
  private final LiveFiles live;

  ProposalContents(Proposals proposals, LiveFiles live) {
    this.proposals = proposals;
    this.live = live;
  }

  /**
   * @param sent content by name
   * @param live what they are laid over
   * @param definitions of what is live
   * @param outdated the names of those that replace something else than when they were sent
   */
  record Laid(
      Map<String, byte[]> sent,
      Map<String, byte[]> live,
      LiveDefinitions definitions,
      List<String> outdated) {}

  Laid laidOverLive(long id) {
    List<ProposedFile> files = proposals.files(id);
    Map<String, byte[]> now = live.now();
    LiveDefinitions definitions = new LiveDefinitions(now);
    Map<String, byte[]> sent = new TreeMap<>();
    files.forEach(file -> sent.put(file.name(), file.content()));
    List<String> outdated =
        files.stream()
            .filter(file -> isOutdated(file, definitions))
            .map(ProposedFile::name)
            .toList();
    return new Laid(sent, now, definitions, outdated);
  }

  /** Unless what is live now is what it proposes. */
  private static boolean isOutdated(ProposedFile file, LiveDefinitions live) {
    String now = live.replacedBy(file.name(), file.content());
    return !now.equals(file.baseHash()) && !now.equals(LiveDefinitions.hash(file.content()));
  }
}
