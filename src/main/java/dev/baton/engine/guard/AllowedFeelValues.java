package dev.baton.engine.guard;

import camundajar.impl.scala.Option;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ZonedTime;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;

/**
 * Lets FEEL use only numbers, texts, booleans, times, and lists and maps of them. Otherwise FEEL
 * would let an expression call each public method of anything else, and so reach any class. It is
 * registered as a service, too, for the engines that FEEL builds by itself.
 */
public class AllowedFeelValues extends JavaCustomValueMapper {

  private static final int BEFORE_ALL_OTHERS = 1000;

  /** Values that FEEL converts without looking into a class. */
  private static final List<Class<?>> KNOWN =
      List.of(
          Val.class,
          String.class,
          Boolean.class,
          Number.class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class,
          ZonedDateTime.class,
          OffsetDateTime.class,
          OffsetTime.class,
          ZonedTime.class,
          Period.class,
          Duration.class,
          Date.class,
          Enum.class,
          List.class,
          Map.class,
          Option.class,
          camundajar.impl.scala.collection.immutable.List.class,
          camundajar.impl.scala.collection.immutable.Map.class);

  @Override
  public Optional<Val> toValue(Object value, Function<Object, Val> inner) {
    if (value == null || KNOWN.stream().anyMatch(known -> known.isInstance(value))) {
      return Optional.empty(); // the mappers after this one know it
    }
    throw new IllegalArgumentException(
        "FEEL takes numbers, texts, truths and times, and lists and maps of them; not "
            + value.getClass().getSimpleName()
            + ".");
  }

  @Override
  public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
    return Optional.empty();
  }

  @Override
  public int priority() {
    return BEFORE_ALL_OTHERS;
  }
}
