package dev.baton.engine.guard;

import dev.baton.engine.release.ReleaseComplaint;
import java.util.List;

/** What the engine itself cannot make sense of in a file, found without deploying it. */
interface ModelReader {

  List<ReleaseComplaint> complaints(String file, byte[] content);
}
