// What Django's admin leaves unsaid: the names of choosers, and the column of each cell in a list.
"use strict";
{
  const nameOf = (select) => (document.querySelector(`label[for="${select.id}"]`)?.textContent ?? "").trim().replace(/:$/, "");

  const nameChoosers = (root) => {
    for (const select of root.querySelectorAll("select.admin-autocomplete")) {
      const parts = select.nextElementSibling?.querySelectorAll("[role=combobox], [role=textbox], input") ?? [];
      for (const part of parts) part.setAttribute("aria-label", nameOf(select));
    }
  };

  const nameCells = (list) => {
    const columns = [...list.tHead.rows[0].cells].map((cell) => cell.querySelector(".text")?.textContent.trim());
    for (const row of list.tBodies[0].rows) {
      [...row.cells].forEach((cell, index) => {
        if (cell.matches("td:not(.action-checkbox)")) cell.dataset.label = columns[index];
      });
    }
  };

  const list = document.getElementById("result_list");
  if (list) nameCells(list);
  // Registered after Django's own, so that the choosers are there.
  window.django?.jQuery?.(() => nameChoosers(document));
  window.django?.jQuery?.(document).on("select2:open", (event) => {
    document.querySelector(".select2-container--open .select2-search__field")?.setAttribute("aria-label", nameOf(event.target));
  });
  document.addEventListener("formset:added", (event) => setTimeout(() => nameChoosers(event.target)));
}
