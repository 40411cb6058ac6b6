package dev.baton.desk.web.incident;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentAction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.tag.IncidentTags;
import dev.baton.notification.Watchers;
import dev.baton.notification.delivery.MailAttachments;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * Renders the parts of an incident that change while someone looks at it. Each part carries a hash
 * of its content, so that only changed parts are sent and the scroll position stays.
 */
@Component
class IncidentFragments {

  private static final String TEMPLATE = "incident";

  private static final String REVISION = "revision";

  /** Parts that pages from before they were introduced have no place for. */
  private static final Set<String> RECENT = Set.of(REVISION, "tags", "escalation", "tasks", "then");

  /** A placeholder for the hash until the part is rendered. */
  private static final String MARK = "mark-of-this-part";

  private final PageRevision revisions;
  private final IncidentHeaders headers;
  private final ClockBars clocks;
  private final TimelineAssembler stories;
  private final ActionForms acts;
  private final TaskPanels tasks;
  private final PostMessage replies;
  private final OfferedTemplates templates;
  private final NoteText notes;
  private final NextWork next;
  private final MailAttachments enclosed;
  private final Watchers watchers;
  private final IncidentTags tags;
  private final ViewerLine viewers;
  private final EscalationPart escalations;
  private final PageAccess access;
  private final PageRenderer pages;

  IncidentFragments(
      PageRevision revisions,
      IncidentHeaders headers,
      ClockBars clocks,
      TimelineAssembler stories,
      ActionForms acts,
      TaskPanels tasks,
      PostMessage replies,
      OfferedTemplates templates,
      NoteText notes,
      NextWork next,
      MailAttachments enclosed,
      Watchers watchers,
      IncidentTags tags,
      ViewerLine viewers,
      EscalationPart escalations,
      PageAccess access,
      PageRenderer pages) {
    this.revisions = revisions;
    this.watchers = watchers;
    this.tags = tags;
    this.viewers = viewers;
    this.escalations = escalations;
    this.headers = headers;
    this.clocks = clocks;
    this.stories = stories;
    this.acts = acts;
    this.tasks = tasks;
    this.replies = replies;
    this.templates = templates;
    this.notes = notes;
    this.next = next;
    this.enclosed = enclosed;
    this.access = access;
    this.pages = pages;
  }

  /** The changing parts by their names: revision, now, escalation, acts, tasks, timeline. */
  Map<String, String> live(IncidentView incident, Visitor visitor, TimelineFilter wanted) {
    return live(incident, visitor, wanted, revisions.of(incident, visitor, wanted));
  }

  private Map<String, String> live(
      IncidentView incident, Visitor visitor, TimelineFilter wanted, String revision) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        REVISION,
        pages.part(TEMPLATE, REVISION, visitor.locale(), Map.<String, Object>of("mark", revision)));
    parts.put("now", now(incident, visitor));
    if (!visitor.isOfClient()) {
      parts.put("tags", tags(incident, visitor));
    }
    if (!visitor.isOfClient() && access.may(Permission.READ_ESCALATIONS)) {
      parts.put(
          "escalation",
          marked(
              escalations.of(
                  new IncidentNumber(incident.number()), model(incident, visitor), visitor)));
    }
    List<TaskPanel> open = tasks.of(new IncidentNumber(incident.number()), visitor);
    parts.put("acts", acts(incident, open, visitor));
    parts.put("tasks", tasks(incident, open, visitor));
    if (access.may(Permission.ADD_CONTACT)) {
      parts.put("then", then(incident, open, visitor));
    }
    parts.put("timeline", timeline(incident, visitor, wanted));
    return parts;
  }

  /**
   * Returns the parts whose hashes differ from those given; each replaces its predecessor. Renders
   * nothing if the revision is unchanged.
   *
   * @param asked hashes as {@code seen-now} and so on, and what {@link TimelineFilter#of(Map)}
   *     reads
   */
  String news(IncidentView incident, Visitor visitor, Map<String, String> asked) {
    TimelineFilter wanted = TimelineFilter.of(asked);
    String revision = revisions.of(incident, visitor, wanted);
    if (revision.equals(asked.get("seen-" + REVISION))) {
      return "";
    }
    StringBuilder news = new StringBuilder();
    live(incident, visitor, wanted, revision)
        .forEach(
            (name, part) -> {
              boolean hasPlace = !isRecent(name) || asked.containsKey("seen-" + name);
              if (hasPlace && !markOf(part).equals(asked.get("seen-" + name))) {
                news.append(outOfBand(part));
              }
            });
    return news.toString();
  }

  private static boolean isRecent(String name) {
    return RECENT.contains(name);
  }

  /** The part, which replaces the one with the same id. */
  static String outOfBand(String part) {
    return part.strip().replaceFirst("^<(\\w+)", "<$1 hx-swap-oob=\"true\"");
  }

  /** The whole incident, for a page or for Tasklist. */
  String panel(IncidentView incident, Visitor visitor, TimelineFilter wanted) {
    Map<String, Object> model = model(incident, visitor);
    model.putAll(live(incident, visitor, wanted));
    model.put("message", message(incident, (String) model.get("then"), visitor));
    model.put("tagBox", tagBox(model, visitor));
    model.put("viewers", viewers.of(incident, visitor, false));
    model.put("person", visitor.caller().login());
    return pages.part(TEMPLATE, "panel", visitor.locale(), model);
  }

  private String now(IncidentView incident, Visitor visitor) {
    Map<String, Object> model = model(incident, visitor);
    model.put("head", headers.of(incident, visitor));
    model.put(
        "mayEdit",
        !visitor.isOfClient() && !incident.status().isFinal() && access.may(Permission.WORK));
    model.put(
        "proposed",
        visitor.isOfClient() || !access.may(Permission.WORK)
            ? List.of()
            : watchers.proposed(new IncidentNumber(incident.number())));
    model.put("clocks", clocks.of(new IncidentNumber(incident.number()), visitor));
    return marked(pages.part(TEMPLATE, "now", visitor.locale(), model));
  }

  private String tags(IncidentView incident, Visitor visitor) {
    Map<String, Object> model = model(incident, visitor);
    model.put("tags", tags.of(new IncidentNumber(incident.number())));
    model.put("mayWork", access.may(Permission.WORK));
    return marked(pages.part("tags", "tags", visitor.locale(), model));
  }

  /** The tags, with the field to add one, which stays while they change. */
  private String tagBox(Map<String, Object> panel, Visitor visitor) {
    if (visitor.isOfClient()) {
      return "";
    }
    Map<String, Object> model = new HashMap<>(panel);
    model.put("mayWork", access.may(Permission.WORK));
    return pages.part("tags", "box", visitor.locale(), model);
  }

  private String acts(IncidentView incident, List<TaskPanel> open, Visitor visitor) {
    Map<String, Object> model = model(incident, visitor);
    model.put("acts", offered(incident, open, visitor));
    return marked(pages.part(TEMPLATE, "acts", visitor.locale(), model));
  }

  /** The acts that the page offers the visitor now. */
  List<ActionForm> offered(IncidentView incident, List<TaskPanel> open, Visitor visitor) {
    boolean byForm = open.stream().anyMatch(TaskPanel::resolves);
    return acts.of(incident, visitor).stream()
        .filter(act -> !byForm || !act.act().equals(IncidentAction.RESOLVE.name()))
        .toList();
  }

  /** The acts that a reply can come with now. */
  private String then(IncidentView incident, List<TaskPanel> open, Visitor visitor) {
    Map<String, Object> model = model(incident, visitor);
    model.put(
        "acts",
        visitor.isOfClient()
            ? List.of()
            : acts.withReply(offered(incident, open, visitor), incident, visitor));
    return marked(pages.part(TEMPLATE, "then", visitor.locale(), model));
  }

  private String tasks(IncidentView incident, List<TaskPanel> open, Visitor visitor) {
    Map<String, Object> model = model(incident, visitor);
    model.put("tasks", open);
    model.put("typed", false);
    return marked(pages.part(TEMPLATE, "tasks", visitor.locale(), model));
  }

  private String timeline(IncidentView incident, Visitor visitor, TimelineFilter asked) {
    Map<String, Object> model = model(incident, visitor);
    TimelineAssembler.TimelinePart timeline =
        stories.of(new IncidentNumber(incident.number()), visitor, asked);
    TimelineFilter wanted = timeline.wanted();
    model.put("rows", timeline.rows());
    model.put("notes", notes);
    model.put("more", timeline.more());
    model.put("newestFirst", wanted.newestFirst());
    model.put("from", wanted.from());
    model.put("shown", asked.shown()); // the next time it folds anew
    model.put("further", wanted.further());
    model.put("order", wanted.order());
    model.put("view", wanted.view());
    model.put("last", timeline.last());
    return marked(pages.part(TEMPLATE, "timeline", visitor.locale(), model));
  }

  /** An empty form for a message to the client or a note; each can be sent once. */
  String message(IncidentView incident, Visitor visitor) {
    List<TaskPanel> open = tasks.of(new IncidentNumber(incident.number()), visitor);
    return message(incident, then(incident, open, visitor), visitor);
  }

  private String message(IncidentView incident, String then, Visitor visitor) {
    if (!access.may(Permission.ADD_CONTACT)) {
      return "";
    }
    Map<String, Object> model = model(incident, visitor);
    model.put("then", then);
    model.put("mostInMail", enclosed.most());
    model.put("mostFiles", PostMessage.MOST_FILES);
    model.put("once", UUID.randomUUID().toString());
    model.put("kinds", replies.kinds(visitor));
    model.put("templates", templates.atHand(incident, visitor));
    return pages.part(TEMPLATE, "message", visitor.locale(), model);
  }

  /** A message about what was not done, and why. */
  String notice(String words, boolean trouble, Visitor visitor) {
    return notice(words, trouble, null, List.of(), visitor);
  }

  /** What is wrong with the field of this id. */
  String problem(String field, String words, Visitor visitor) {
    return pages.part(
        TEMPLATE, "problem", visitor.locale(), Map.<String, Object>of("id", field, "words", words));
  }

  /** A message about what was done, and what the visitor can do next. */
  String done(String words, IncidentView now, Visitor visitor) {
    IncidentNumber number = new IncidentNumber(now.number());
    List<NextWork.Step> steps =
        Stream.of(next.hereFor(number, visitor), next.elsewhereFor(number, visitor))
            .flatMap(Optional::stream)
            .toList();
    return notice(words, false, now.number(), steps, visitor);
  }

  private String notice(
      String words, boolean trouble, String number, List<NextWork.Step> steps, Visitor visitor) {
    Map<String, Object> model = new HashMap<>();
    model.put("number", number);
    model.put("words", words);
    model.put("trouble", trouble);
    model.put("steps", steps);
    return pages.part(TEMPLATE, "notice", visitor.locale(), model);
  }

  static String markOf(String part) {
    int at = part.indexOf("data-seen=\"");
    return at < 0 ? "" : part.substring(at + 11, part.indexOf('"', at + 11));
  }

  private static String marked(String part) {
    String mark = DigestUtils.md5DigestAsHex(part.getBytes(StandardCharsets.UTF_8));
    return part.replaceFirst(MARK, mark);
  }

  private static Map<String, Object> model(IncidentView incident, Visitor visitor) {
    Map<String, Object> model = new HashMap<>();
    model.put("number", incident.number());
    model.put("base", "/desk/incidents/" + incident.number());
    model.put("mark", MARK);
    model.put("inside", !visitor.isOfClient());
    return model;
  }
}
