package dev.baton.flow.migration.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Answers to the questions of a migration. */
@Schema(name = "StepAnswers")
record StepAnswersBody(@NotNull @Valid @Size(max = 500) List<StepAnswerBody> answers) {}
