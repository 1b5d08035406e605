(function () {
  "use strict";
  var form = document.querySelector(".filters");
  var said = form.querySelector("output");
  var language = document.documentElement.lang;

  function value(cell) {
    var text = cell.getAttribute("data-v") || cell.textContent.trim();
    return { text: text, number: text !== "" && !isNaN(text) ? Number(text) : NaN };
  }

  function compare(a, b) {
    if (!isNaN(a.number) && !isNaN(b.number)) { return a.number - b.number; }
    if (isNaN(a.number) !== isNaN(b.number)) { return isNaN(a.number) ? 1 : -1; }
    return a.text.localeCompare(b.text, language, { numeric: true });
  }

  function sort(head) {
    var table = head.closest("table"), body = table.tBodies[0], column = head.cellIndex;
    var falling = head.getAttribute("aria-sort") === "ascending";
    var rows = Array.prototype.map.call(body.rows, function (row, place) {
      return { row: row, place: place, key: value(row.cells[column]) };
    });
    rows.sort(function (a, b) {
      var order = compare(a.key, b.key);
      return (falling ? -order : order) || a.place - b.place;
    });
    rows.forEach(function (one) { body.appendChild(one.row); });
    Array.prototype.forEach.call(head.parentNode.cells, function (other) {
      if (other.hasAttribute("aria-sort")) { other.setAttribute("aria-sort", "none"); }
    });
    head.setAttribute("aria-sort", falling ? "descending" : "ascending");
  }

  Array.prototype.forEach.call(document.querySelectorAll("table.sortable"), function (table) {
    if (table.tBodies[0].rows.length < 2) { return; }
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head) {
      // The words stay outside of the button: a browser that prints repeats no button at the head of each page.
      var button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-label", document.body.getAttribute("data-sort").replace("%c", head.textContent.trim()));
      head.appendChild(button);
      head.setAttribute("aria-sort", "none");
      head.addEventListener("click", function () { sort(head); });
    });
  });

  var marked = document.querySelectorAll("[data-u],[data-s],[data-r]");

  function fits(one, name, wanted) {
    var has = one.getAttribute(name);
    return !wanted || has === null || has.split(" ").indexOf(wanted) >= 0;
  }

  function filter() {
    var unit = form.elements.unit.value, state = form.elements.state.value, rule = form.elements.rule.value;
    var rows = 0, shown = 0;
    Array.prototype.forEach.call(marked, function (one) {
      var is = fits(one, "data-u", unit) && fits(one, "data-s", state) && fits(one, "data-r", rule);
      one.classList.toggle("off", !is);
      if (one.tagName === "TR") { rows += 1; shown += is ? 1 : 0; }
    });
    Array.prototype.forEach.call(document.querySelectorAll(".matrix td.st"), function (cell) {
      cell.classList.toggle("dim", state !== "" && !cell.classList.contains(state));
    });
    said.textContent = unit || state || rule
      ? said.getAttribute("data-said").replace("%s", shown).replace("%a", rows) : "";
  }

  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { window.setTimeout(filter, 0); });

  // A link leads to its place even where a filter hides it.
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    var place = link && document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (place && place.closest(".off")) { form.reset(); filter(); }
  });
}());
