package dev.baton.desk.web.incident;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentAction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.file.AttachFiles.GivenFile;
import dev.baton.notification.Watchers;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Handles the forms of an incident. Every response contains the changed parts and a message: what
 * was done, or why not, with the current state of the incident.
 */
@RestController
@RequestMapping("/desk/incidents/{number}")
@Hidden
class IncidentFormController {

  private final PerformAction acts;
  private final PostMessage replies;
  private final OpenedIncidents openings;
  private final ReplyWithAct repliesWithAct;
  private final ActNotices notices;
  private final Watchers watchers;
  private final IncidentFragments parts;
  private final IncidentAnswers answers;
  private final PageAccess access;
  private final PageRenderer pages;

  IncidentFormController(
      PerformAction acts,
      PostMessage replies,
      OpenedIncidents openings,
      ReplyWithAct repliesWithAct,
      ActNotices notices,
      Watchers watchers,
      IncidentFragments parts,
      IncidentAnswers answers,
      PageAccess access,
      PageRenderer pages) {
    this.openings = openings;
    this.watchers = watchers;
    this.acts = acts;
    this.replies = replies;
    this.repliesWithAct = repliesWithAct;
    this.notices = notices;
    this.parts = parts;
    this.answers = answers;
    this.access = access;
    this.pages = pages;
  }

  @PostMapping("/acts/{name}")
  ResponseEntity<String> act(
      @PathVariable String number,
      @PathVariable String name,
      @RequestParam Map<String, String> given) {
    IncidentAction act = ActionForms.named(name);
    Visitor visitor = access.visitor(ActionForms.neededFor(act));
    IncidentView incident = access.incident(visitor, number);
    ResponseEntity<String> answer =
        answers.answer(
            incident,
            visitor,
            given,
            () -> {
              acts.act(act, new IncidentNumber(incident.number()), given, visitor);
              return now -> notices.words(act, now, visitor);
            },
            field -> ActionForms.idOf(act, field));
    return act == IncidentAction.DUPLICATE ? IncidentAnswers.linksChanged(answer) : answer;
  }

  /** Lets a person from outside the client's domains follow, or declines them. */
  @PostMapping("/watchers/{decision:confirm|decline}")
  ResponseEntity<String> watcher(
      @PathVariable String number,
      @PathVariable String decision,
      @RequestParam String email,
      @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.WORK);
    IncidentView incident = access.incident(visitor, number);
    IncidentNumber known = new IncidentNumber(incident.number());
    return answers.answer(
        incident,
        visitor,
        given,
        () -> {
          if (decision.equals("confirm")) {
            watchers.confirm(known, email);
          } else {
            watchers.decline(known, email);
          }
          return now -> pages.words("watcher.done." + decision, visitor.locale(), email);
        });
  }

  /** For a reply that came while the page was open. */
  @PostMapping("/read")
  ResponseEntity<String> read(
      @PathVariable String number, @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.READ);
    IncidentView incident = access.incident(visitor, number);
    return answers.answer(
        incident,
        visitor,
        given,
        () -> {
          openings.opened(incident, visitor);
          return now -> pages.words("header.markedAsRead", visitor.locale());
        });
  }

  @PostMapping(path = "/messages", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<String> message(
      @PathVariable String number,
      @RequestParam String kind,
      @RequestParam(required = false) String text,
      @RequestParam(required = false) String once,
      @RequestParam(required = false) String then,
      @RequestParam(required = false) String code,
      @RequestParam(name = "file", required = false) List<MultipartFile> files,
      @RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor(Permission.ADD_CONTACT);
    IncidentView incident = access.incident(visitor, number);
    ResponseEntity<String> answer =
        answers.answer(
            incident,
            visitor,
            given,
            () -> {
              if (then == null || then.isEmpty()) {
                boolean isNew =
                    replies.send(incident, kind, text, given(files), once, visitor).isPresent();
                return now -> kept(isNew, kind, now, visitor);
              }
              ReplyWithAct.Wish wish = ReplyWithAct.Wish.of(then, code);
              boolean isNew =
                  repliesWithAct.send(incident, wish, kind, text, given(files), once, visitor);
              return now ->
                  kept(isNew, kind, now, visitor)
                      + (isNew ? " " + notices.words(wish.act(), now, visitor) : "");
            });
    return answer.getStatusCode().is2xxSuccessful()
        ? IncidentPageController.html(
            answer.getBody() + IncidentFragments.outOfBand(parts.message(incident, visitor)))
        : answer;
  }

  private String kept(boolean isNew, String kind, IncidentView now, Visitor visitor) {
    return isNew
        ? pages.words("notice.kept." + kind, visitor.locale(), now.requester().name())
        : pages.words("notice.keptBefore", visitor.locale());
  }

  private static List<GivenFile> given(List<MultipartFile> files) {
    return files == null
        ? List.of()
        : files.stream()
            .filter(
                file -> file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty())
            .map(IncidentFormController::given)
            .toList();
  }

  private static GivenFile given(MultipartFile file) {
    try {
      return new GivenFile(nameOf(file), file.getContentType(), file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some browsers send the whole path. */
  private static String nameOf(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
