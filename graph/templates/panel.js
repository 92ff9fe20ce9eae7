// The side panel: without a selection it explains, with one it proves.
const go = (pick) => (event) => { event.stopPropagation(); select(pick, { reveal: true }); };
const figures = (...pairs) => el("div", { class: "figures" },
  pairs.map(([count, label]) => el("div", {}, el("b", {}, String(count)), el("span", {}, label))));
const row = (left, right, hueStyle, share, action) => el("button", { class: "row", click: action },
  el("span", { class: "line" }, el("span", {}, left), el("small", {}, right)),
  el("i", { class: "meter", style: `${hueStyle};width:${Math.max(2, Math.round(share * 100))}%` }));

const home = (item) => items.get(above(item).at(-1)).d.o || name(above(item).at(-1));

const missing = (shownNow) => {
  const rows = asRows(shownNow);
  const lines = [
    ["gap-date", rows.filter((edge) => !edge.d.s && !edge.d.u)],
    ["gap-people", rows.filter((edge) => !edge.d.n)],
    ["gap-single", rows.filter((edge) => (sourcesOf([edge]) || edge.d.r || 0) < 2)],
    ["gap-table", rows.filter((edge) => edge.classes.size === 1 && edge.classes.has("reference"))],
    ["gap-proof", rows.filter((edge) => !proofsOf(edge).length)],
  ].filter(([, list]) => list.length);
  return lines.length || PAGE.gaps.length ? [
    el("h3", {}, T("gaps")),
    PAGE.gaps.map((line) => el("p", { class: "gap" }, told(line))),
    lines.map(([key, list]) => row(T(key, { count: countOf(list) }), "", "--hue: var(--line)", countOf(list) / countOf(rows),
      () => select({ edge: list[0].id, group: list.map((edge) => edge.id) }))),
  ] : null;
};
const disputed = (list) => {
  const found = asRows(list).filter((edge) => edge.against.length);
  return found.length ? [
    el("h3", { class: "alarm" }, T("against")),
    row(T("against-n", { count: countOf(found) }), "", "--hue: var(--alarm)", 1, () => select({ edge: found[0].id, group: found.map((edge) => edge.id) })),
  ] : null;
};
const overview = () => {
  const list = shownEdges();
  const named = new Set(list.flatMap((edge) => [thing(edge.from), thing(edge.to)]));
  const pairs = tally(asRows(list), (edge) => `${home(helperOf(edge))} → ${home(edge.to)}`).slice(0, 7);
  const kinds = tally(list, modality);
  return [
    el("h2", {}, T("overview")),
    el("p", { class: "soft" }, T("overview-text")),
    figures([countOf(list), T("relations")], [named.size, T("entities")], [sourcesOf(list), T("articles")]),
    told(PAGE.notice) ? el("p", { class: "caveat" }, told(PAGE.notice)) : null,
    disputed(list),
    el("h3", {}, T("how")),
    el("p", { class: "small" }, T("how-text")),
    el("p", { class: "caveat" }, T("caveat")),
    told(PAGE.coverage) ? el("p", { class: "small" }, `${T("coverage")}${colon()}${told(PAGE.coverage)}`) : null,
    PAGE.alone ? el("p", { class: "small" }, T("alone", { count: PAGE.alone })) : null,
    el("h3", {}, T("by-modality")),
    kinds.map(([kind, count]) => row(T(kind), T("count-relations", { count }), `--hue:var(--${kind})`,
      count / kinds[0][1], () => filterOnly(kind))),
    el("h3", {}, T("top-pairs")),
    pairs.map(([pair, count, group]) => row(pair, T("count-relations", { count }), "--hue:linear-gradient(90deg,var(--help) 50%,var(--helped))",
      count / pairs[0][1], () => select({ edge: group[0].id, group: group.map((edge) => edge.id) }))),
    PAGE.events.length ? [el("h3", {}, T("events")),
      row(T("events-n", { count: shownEvents().length }), "", "--hue: var(--ink)", 1, () => setView("timeline"))] : null,
    missing(list),
  ];
};

const titled = (title) => (state.lang === "zh" && !/[《》]/.test(title) ? `《${title}》` : title);
const passage = (rowOf) => {
  const [quote, place, start, end, rawStart, rawEnd, method, confidence, stance] = rowOf;
  const [address, title, publisher, issued, kind] = PAGE.sources[place];
  return el("div", { class: "passage" },
    el("blockquote", {}, `“${quote}”`),
    el("p", { class: "from" }, `${titled(title || T("untitled"))} ${[publisher, issued, kind === "unknown" ? null : T(`class-${kind}`)].filter(Boolean).join(" · ")}`),
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

const objections = (edge) => (edge.against.length ? el("div", { class: "against" },
  el("b", {}, T("against")), edge.against.map((one) => el("p", {}, told(one)))) : null);
const edgePanel = (edge) => {
  const [from, to, via] = [helperOf(edge), edge.to, isFirstStep(edge) ? null : personOf(edge)];
  return [
    back(),
    badge(edge),
    el("div", { class: "way" },
      el("button", { class: "link", click: go({ node: thing(from) }) }, name(from)),
      via ? el("span", { class: "small" }, "↓ ", el("button", { class: "link", click: go({ node: thing(via) }) }, name(via))) : null,
      el("i", { "aria-hidden": "true" }, "↓"),
      el("button", { class: "link", click: go({ node: thing(to) }) }, name(to))),
    el("p", { class: "small" }, particulars(edge)),
    el("p", { class: "small" }, spell(edge)),
    objections(edge),
    figures([proofsOf(edge).length, T("passages")], [sourcesOf([edge]), T("articles")], [edge.d.n || "–", T("persons")]),
    el("h3", {}, T("evidence")),
    passages(edge),
    stepsOf(edge).filter((step) => personOf(step) !== via).map((step) => [
      el("h3", {}, `${T("via")}${colon()}`, el("button", { class: "link", click: go({ node: thing(personOf(step)) }) }, name(personOf(step)))), passages(step)]),
  ];
};
const ends = (edge) => [name(helperOf(edge)), isFirstStep(edge) ? null : personOf(edge) && name(personOf(edge)), name(edge.to)].filter(Boolean).join(" → ");
const within = (edge) => el("button", { class: "row", click: go({ edge: edge.id, one: true }) },
  el("span", { class: "line" }, el("span", {}, edge.against.length ? el("b", { class: "alarm" }, "! ") : null, ends(edge)), badge(edge)));
const groupPanel = (list) => {
  const rows = asRows(list).length ? asRows(list) : list;
  const link = !state.pick.group && geo.linkOf.get(list[0].id);
  return [
    back(),
    link ? el("div", { class: "way" },
      el("button", { class: "link", click: go({ node: thing(link.from) }) }, name(link.from)),
      el("i", { "aria-hidden": "true" }, "↓"),
      el("button", { class: "link", click: go({ node: thing(link.to) }) }, name(link.to))) : null,
    el("h2", {}, T("relation-count", { count: countOf(list) })),
    figures([countOf(list), T("relations")], [list.flatMap(proofsOf).length, T("passages")], [sourcesOf(list), T("articles")]),
    el("div", { class: "list" }, rows.map(within)),
  ];
};

const relation = (edge, other) => el("div", { class: "relation" },
  el("div", { class: "line" }, badge(edge), el("button", { class: "link", click: go({ node: thing(other) }) }, name(other))),
  el("p", { class: "small" }, particulars(edge)),
  objections(edge),
  el("details", {},
    el("summary", {}, T("evidence-n", { count: proofsOf(edge).length })), passages(edge)));
const side = (title, relations, end) => {
  const count = countOf([...relations.own, ...relations.within]);
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
    el("p", { class: "acts" }, openable(entity).map((id) => el("button", { class: "plain", click: () => toggle(id) }, T(isOpen(id) ? "collapse" : "expand"))),
      onCanvas() ? el("button", { class: "plain", click: centre }, T("centre")) : null),
    figures([countOf(all), T("relations")], [all.flatMap(proofsOf).length, T("passages")], [sourcesOf(all), T("articles")]),
    side(T("helps"), sides.h, "to"),
    side(T("helped-by"), sides.r, "from"),
    all.length ? null : el("p", { class: "soft" }, T("no-relation")),
    eventLines(eventsOf(entity)),
  ];
};

const openable = (entity) => standing(entity).filter((id) => thing(id) === entity && canOpen(id)).slice(0, 1);

const refreshPanel = () => {
  const panel = $("panel");
  const { pick } = state;
  const list = pick && pick.edge ? pickedEdges() : [];
  const parts = !pick ? overview() : pick.event ? eventPanel(eventAt.get(pick.event)) : !pick.edge ? nodePanel(pick.node)
    : list.length === 1 ? edgePanel(list[0]) : groupPanel(list);
  panel.replaceChildren(...parts.flat(Infinity).filter((part) => part !== null));
  panel.classList.toggle("open", Boolean(pick));
  panel.scrollTop = 0;
  const edge = list.length === 1 && list[0];
  $("said").textContent = !pick ? T("overview") : edge
    ? `${name(edge.from)} → ${name(edge.to)}, ${T(modality(edge))}`
    : pick.event ? eventName(eventAt.get(pick.event)) : pick.edge ? T("relation-count", { count: countOf(list) }) : entities.get(pick.node)[0].d.n;
  // one relation's passages are what its click asks for; of a node's, the first is opened
  const first = panel.querySelector("details");
  if (first) first.open = true;
};
