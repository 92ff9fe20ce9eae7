// All relations as a table: the form for screen readers, for copying and for the keyboard.
const sorting = { column: -1, down: false, quiet: false };
const FIELDS = [
  ["helper", (edge) => name(helperOf(edge))],
  ["via", (edge) => personsOf(edge).map(name).join("、"), "optional"],
  ["recipient", (edge) => name(edge.to)],
  ["modality", (edge) => T(modality(edge)), ""],
  ["programme", (edge) => edge.d.g || "", "optional"],
  ["time", (edge) => dates(edge.d), "date optional"],
  ["persons", (edge) => edge.d.n ?? "", "number optional"],
  ["documents", (edge) => sourcesOf([edge]) || edge.d.r || 0, "number"],
  ["trust", (edge) => `${percent(edge.d.q)}%`, "number optional"],
];
const valueFor = (column, edge) => {
  if (column === 6) return edge.d.n || 0;
  if (column === 8) return edge.d.q;
  return FIELDS[column][1](edge);
};
const sorted = (list) => {
  if (sorting.column < 0) {
    // as the picture has them, from its top to its foot
    const at = (edge) => [items.get(edge.from).y, items.get(edge.to).y];
    return [...list].sort((a, b) => at(a)[0] - at(b)[0] || at(a)[1] - at(b)[1]);
  }
  const compare = (a, b) => {
    const [one, two] = [valueFor(sorting.column, a), valueFor(sorting.column, b)];
    return typeof one === "number" ? one - two : one.localeCompare(two, "zh");
  };
  return [...list].sort((a, b) => (sorting.down ? -compare(a, b) : compare(a, b)));
};
const sortBy = (column) => () => {
  sorting.down = sorting.column === column && !sorting.down;
  sorting.column = column;
  refreshTable();
  $("table").querySelectorAll("th button")[column].focus();
};
const rowKeys = (event) => {
  const at = event.currentTarget;
  const next = { ArrowDown: at.nextElementSibling, ArrowUp: at.previousElementSibling }[event.key];
  if (next) next.focus();
  else if (event.key === "Enter" || event.key === " ") select({ edge: at.dataset.edge, one: true });
  else return;
  event.preventDefault();
};
const refreshTable = () => {
  if (state.view !== "table") return;
  const list = sorted(asRows(shownEdges()));
  const cell = (edge) => ([key, value, cls], place) => el("td", { class: cls || null },
    key === "modality" ? el("span", { class: "hue", style: hue(edge) }, String(value(edge))) : String(value(edge)));
  $("table").replaceChildren(el("table", {},
    el("caption", {}, T("table-caption", { count: countOf(list) })),
    el("thead", {}, el("tr", {}, FIELDS.map(([key, , cls], place) => el("th", {
      class: cls || null, scope: "col",
      "aria-sort": sorting.column === place ? (sorting.down ? "descending" : "ascending") : null,
    }, el("button", { click: sortBy(place) }, T(key)))))),
    el("tbody", {}, list.map((edge) => el("tr", {
      tabindex: "0", "data-edge": edge.id, keydown: rowKeys,
      click: () => select({ edge: edge.id, one: true }),
      focus: (event) => {
        // a row reached by the keyboard opens by itself, unless Escape has just closed it
        if (!sorting.quiet && event.currentTarget.matches(":focus-visible")) select({ edge: edge.id, one: true });
      },
    }, FIELDS.map(cell(edge)))))));
  markRow();
};
const markRow = () => {
  for (const one of $("table").querySelectorAll("tbody tr")) {
    one.setAttribute("aria-selected", String(Boolean(state.pick && state.pick.edge === one.dataset.edge)));
  }
};

