// The side panel: without a selection it explains, with one it proves.
const go = (pick) => (event) => { event.stopPropagation(); select(pick, { reveal: true }); };
const figures = (...pairs) => el("div", { class: "figures" },
  pairs.map(([count, label]) => el("div", {}, el("b", {}, String(count)), el("span", {}, label))));
const row = (left, right, hueStyle, share, action) => el("button", { class: "row", click: action },
  el("span", { class: "line" }, el("span", {}, left), el("small", {}, right)),
  el("i", { class: "meter", style: `${hueStyle};width:${Math.max(2, Math.round(share * 100))}%` }));

const tally = (list, keyOf) => {
  const counts = new Map();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
};
const home = (item) => items.get(above(item).at(-1)).d.o || name(above(item).at(-1));

const overview = () => {
  const shown = shownEdges();
  const named = new Set(shown.flatMap((edge) => [thing(edge.from), thing(edge.to)]));
  const pairs = tally(shown, (edge) => `${home(edge.from)} → ${home(edge.to)}`).slice(0, 7);
  const kinds = tally(shown, modality);
  return [
    el("h2", {}, T("overview")),
    el("p", { class: "soft" }, T("overview-text")),
    figures([shown.length, T("relations")], [named.size, T("entities")], [sourcesOf(shown), T("articles")]),
    el("h3", {}, T("how")),
    el("p", { class: "small" }, T("how-text")),
    el("p", { class: "caveat" }, T("caveat")),
    PAGE.coverage ? el("p", { class: "small" }, `${T("coverage")}: ${PAGE.coverage}`) : null,
    PAGE.alone ? el("p", { class: "small" }, T("alone", { count: PAGE.alone })) : null,
    el("h3", {}, T("by-modality")),
    kinds.map(([kind, count]) => row(T(kind), T("count-relations", { count }), `--hue:var(--${kind})`,
      count / kinds[0][1], () => filterOnly(kind))),
    el("h3", {}, T("top-pairs")),
    pairs.map(([pair, count]) => el("div", { class: "line row" },
      el("span", { class: "line" }, el("span", {}, pair), el("small", {}, T("count-relations", { count }))),
      el("i", { class: "meter", style: `width:${Math.round((count / pairs[0][1]) * 100)}%;background:linear-gradient(90deg,var(--help) 50%,var(--helped))` }))),
  ];
};

const titled = (title) => (PAGE.lang === "zh" && !/[《》]/.test(title) ? `《${title}》` : title);
const passage = (rowOf) => {
  const [quote, place, start, end, rawStart, rawEnd, method, confidence, stance] = rowOf;
  const [address, title, publisher, issued] = PAGE.sources[place];
  return el("div", { class: "passage" },
    el("blockquote", {}, `“${quote}”`),
    el("p", { class: "from" }, `${titled(title || T("untitled"))} ${[publisher, issued].filter(Boolean).join(" ")}`),
    el("p", {}, `${T("address")}: ${address}`),
    el("p", {}, T("offsets", { start, end, raw_start: rawStart, raw_end: rawEnd })),
    el("p", {}, `${T(stance)} · ${T("confidence", { percent: percent(confidence) })} · ${T("method")}: ${method}`));
};
const passages = (edge) => edge.d.f.map((fact, number) => [
  edge.d.f.length > 1 ? el("p", { class: "small" }, T("fact", { number: number + 1 })) : null,
  (facts.get(fact) || []).length ? facts.get(fact).map(passage) : el("p", { class: "small" }, T("no-evidence")),
]);
const particulars = (edge) => [
  edge.d.g,
  dates(edge.d) || T("no-date"),
  edge.d.n ? T("headcount", { count: edge.d.n }) : null,
  edge.d.t && edge.d.t !== "unknown" ? T(edge.d.t) : null,
  T("confidence", { percent: percent(edge.d.q) }),
].filter(Boolean).join(" · ");
const back = () => el("button", { class: "back", "aria-label": T("clear"), title: `${T("clear")} (Esc)`, click: () => select(null) }, "×");
const badge = (edge) => el("span", { class: "hue", style: hue(edge) }, T(modality(edge)));

const edgePanel = (edge) => [
  back(),
  badge(edge),
  el("div", { class: "way" },
    el("button", { class: "link", click: go({ node: thing(edge.from) }) }, name(edge.from)),
    el("i", {}, "↓"),
    el("button", { class: "link", click: go({ node: thing(edge.to) }) }, name(edge.to))),
  el("p", { class: "small" }, particulars(edge)),
  figures([proofsOf(edge).length, T("passages")], [sourcesOf([edge]), T("articles")], [edge.d.n || "–", T("persons")]),
  el("h3", {}, T("evidence")),
  passages(edge),
];

const relation = (edge, other) => el("div", { class: "relation" },
  el("div", { class: "line" }, badge(edge), el("button", { class: "link", click: go({ node: thing(other) }) }, name(other))),
  el("p", { class: "small" }, particulars(edge)),
  el("details", {},
    el("summary", {}, T("evidence-n", { count: proofsOf(edge).length })), passages(edge)));
const within = (edge) => el("button", { class: "row", click: go({ edge: edge.id }) },
  el("span", { class: "line" }, el("span", {}, `${name(edge.from)} → ${name(edge.to)}`), badge(edge)));
const side = (title, relations, end) => {
  const count = relations.own.length + relations.within.length;
  if (!count) return [];
  return [
    el("h3", {}, `${title} (${count})`),
    relations.own.map((edge) => relation(edge, edge[end])),
    relations.within.length ? el("p", { class: "small" }, T("contains")) : null,
    relations.within.map(within),
  ];
};
const nodePanel = (entity) => {
  const nodes = entities.get(entity);
  const d = (nodes.find((node) => !node.d.z) || nodes[0]).d;
  const sides = relationsOf(entity);
  const all = [...new Set(Object.values(sides).flatMap((one) => [...one.own, ...one.within]))];
  return [
    back(),
    el("p", {}, nodes.map((node) => el("span", { class: `tag ${node.d.c[0]}` }, T(node.d.c[0] === "h" ? "helper" : "recipient"))),
      el("span", { class: "small" }, [T(d.k), d.k === "place" && d.l ? T(d.l) : null, d.i].filter(Boolean).join(" · "))),
    el("h2", {}, d.n),
    d.a ? el("p", { class: "soft" }, d.a) : null,
    d.x ? el("p", { class: "small" }, `${T("aliases")}: ${d.x.join("、")}`) : null,
    el("p", { class: "small" }, d.e),
    figures([all.length, T("relations")], [all.flatMap(proofsOf).length, T("passages")], [sourcesOf(all), T("articles")]),
    side(T("helps"), sides.h, "to"),
    side(T("helped-by"), sides.r, "from"),
    all.length ? null : el("p", { class: "soft" }, T("no-relation")),
  ];
};

const refreshPanel = () => {
  const panel = $("panel");
  const { pick } = state;
  const parts = !pick ? overview() : pick.edge ? edgePanel(edges.get(pick.edge)) : nodePanel(pick.node);
  panel.replaceChildren(...parts.flat(Infinity).filter((part) => part !== null));
  panel.classList.toggle("open", Boolean(pick));
  panel.scrollTop = 0;
  const edge = pick && pick.edge && edges.get(pick.edge);
  $("said").textContent = !pick ? T("overview") : edge
    ? `${name(edge.from)} → ${name(edge.to)}, ${T(modality(edge))}` : entities.get(pick.node)[0].d.n;
  // one relation's passages are what its click asks for; of a node's, the first is opened
  const first = panel.querySelector("details");
  if (first) first.open = true;
};
