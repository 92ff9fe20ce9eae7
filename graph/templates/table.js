// All relations as a table: the form for screen readers, for copying and for the keyboard.
const sorting = { column: -1, down: false, quiet: false };
const COLUMNS = [
  ["helper", (edge) => name(edge.from)],
  ["recipient", (edge) => name(edge.to)],
  ["modality", (edge) => T(modality(edge)), ""],
  ["programme", (edge) => edge.d.g || "", "optional"],
  ["time", (edge) => dates(edge.d), "date optional"],
  ["persons", (edge) => edge.d.n ?? "", "number optional"],
  ["documents", (edge) => sourcesOf([edge]) || edge.d.r || 0, "number"],
  ["trust", (edge) => `${percent(edge.d.q)}%`, "number optional"],
];
const valueFor = (column, edge) => {
  if (column === 5) return edge.d.n || 0;
  if (column === 7) return edge.d.q;
  return COLUMNS[column][1](edge);
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
  else if (event.key === "Enter" || event.key === " ") select({ edge: at.dataset.edge });
  else return;
  event.preventDefault();
};
const refreshTable = () => {
  const list = sorted(shownEdges());
  const cell = (edge) => ([key, value, cls], place) => el("td", { class: cls || null },
    place === 2 ? el("span", { class: "hue", style: hue(edge) }, String(value(edge))) : String(value(edge)));
  $("table").replaceChildren(el("table", {},
    el("caption", {}, T("table-caption", { count: list.length })),
    el("thead", {}, el("tr", {}, COLUMNS.map(([key, , cls], place) => el("th", {
      class: cls || null, scope: "col",
      "aria-sort": sorting.column === place ? (sorting.down ? "descending" : "ascending") : null,
    }, el("button", { click: sortBy(place) }, T(key)))))),
    el("tbody", {}, list.map((edge) => el("tr", {
      tabindex: "0", "data-edge": edge.id, keydown: rowKeys,
      click: () => select({ edge: edge.id }),
      focus: (event) => {
        // a row reached by the keyboard opens by itself, unless Escape has just closed it
        if (!sorting.quiet && event.currentTarget.matches(":focus-visible")) select({ edge: edge.id });
      },
    }, COLUMNS.map(cell(edge)))))));
  markRow();
};
const markRow = () => {
  for (const one of $("table").querySelectorAll("tbody tr")) {
    one.setAttribute("aria-selected", String(Boolean(state.pick && state.pick.edge === one.dataset.edge)));
  }
};

// The shown relations as a file for spreadsheets: UTF-8 with its mark, and no cell is a formula.
const cellText = (value) => {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
};
const csvText = () => {
  const head = ["helper", "recipient", "modality", "programme", "time", "status-name", "persons", "documents", "trust", "evidence", "address"];
  const lines = sorted(shownEdges()).map((edge) => [
    name(edge.from), name(edge.to), T(modality(edge)), edge.d.g, dates(edge.d), edge.d.t && T(edge.d.t), edge.d.n,
    sourcesOf([edge]) || edge.d.r, edge.d.q, proofsOf(edge).map((rowOf) => rowOf[0]).join(" / "),
    [...new Set(proofsOf(edge).map((rowOf) => PAGE.sources[rowOf[1]][0]))].join(" "),
  ]);
  return `\uFEFF${[head.map((key) => T(key)), ...lines].map((line) => line.map(cellText).join(",")).join("\r\n")}\r\n`;
};
const saveTable = () => {
  const address = URL.createObjectURL(new Blob([csvText()], { type: "text/csv;charset=utf-8" }));
  el("a", { href: address, download: `${PAGE.title.replace(/[^\p{L}\p{N}]+/gu, " ").trim().slice(0, 60) || "bangfu"}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};
