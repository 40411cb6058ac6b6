package dev.baton.incident.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.incident.category.Categories;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Manages the categories that are suggested for incidents. */
@RestController
@RequestMapping(path = "/api/v1/categories", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Categories", description = "What incidents are about, as the desk's list has it")
class CategoryController {

  private final Categories categories;
  private final AccessControl rights;

  CategoryController(Categories categories, AccessControl rights) {
    this.categories = categories;
    this.rights = rights;
  }

  @EndpointPermission(Permission.ADMINISTER)
  @GetMapping
  @Operation(operationId = "listCategories", summary = "List the categories, by name")
  List<CategoryBody> list() {
    rights.allow(Permission.ADMINISTER);
    return categories.list().stream().map(CategoryBody::of).toList();
  }

  @EndpointPermission(Permission.ADMINISTER)
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "putCategory",
      summary = "Add a category, or change the one of this name and client",
      description =
          "Incidents may have other categories as well. One that is not active is no longer"
              + " suggested.")
  CategoryBody put(@Valid @RequestBody CategoryBody body) {
    rights.allow(Permission.ADMINISTER);
    return CategoryBody.of(categories.keep(body.category()));
  }

  @EndpointPermission(Permission.ADMINISTER)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "deleteCategory",
      summary = "Remove a category from the list; incidents keep it")
  @ApiResponse(responseCode = "204", description = "It is gone")
  void delete(@PathVariable long id) {
    rights.allow(Permission.ADMINISTER);
    if (!categories.remove(id)) {
      throw new NotFound("category", String.valueOf(id));
    }
  }
}
