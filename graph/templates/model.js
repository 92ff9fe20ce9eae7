// The data of the page, what is filtered and what is selected. Text goes into the document only
// as text nodes and attribute values, never as markup.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const PAGE = read("data-page");
const NODES = read("data-nodes");
const EDGES = read("data-edges");
const $ = (id) => document.getElementById(id);

const VIEWS = ["flow", "network", "timeline", "map", "table"];
const LEVELS = ["province", "county", "body"];
const state = {
  lang: PAGE.lang, view: "flow", level: PAGE.opens, open: new Set(), pick: null, step: null,
  off: new Set(), programme: null, years: null, sure: "", cls: "",
};

const T = (key, values = {}) => {
  const texts = PAGE.text[state.lang];
  const text = Object.hasOwn(texts, key) ? texts[key] : String(key);
  return text.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole);
};
const told = (both) => both[state.lang];
const colon = () => (state.lang === "zh" ? "：" : ": ");

const build = (made, attributes, children) => {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return made;
};
const el = (tag, attributes, ...children) => build(document.createElement(tag), attributes, children);
// A drawing may leave the page as a file: without what XML cannot hold or what turns the writing.
const plain = (value) => (typeof value === "string" ? value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, "") : value);
const sv = (tag, attributes, ...children) => build(
  document.createElementNS("http://www.w3.org/2000/svg", tag),
  Object.fromEntries(Object.entries(attributes || {}).map(([key, value]) => [key, plain(value)])),
  children.flat(Infinity).map(plain));

const MODALITIES = ["pairing", "secondment", "training", "teaching", "management", "funding", "other"];
const modality = (edge) => (MODALITIES.includes(edge.d.m) ? edge.d.m : "other");
const hue = (edge) => `--hue: var(--${modality(edge)})`;
const doubtful = (edge) => edge.d.q < 0.8 || edge.d.t === "planned";

const items = new Map(NODES.map((node) => [node.id, node]));
const edges = new Map(EDGES.map((edge) => [edge.id, edge]));
const facts = new Map(Object.entries(PAGE.facts));
const children = new Map();
const touching = new Map();
const entities = new Map();
const guests = new Map(); // place → items that lie in it but hang from another on their side
const push = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
for (const node of NODES) {
  if (node.d.p) push(children, node.d.p, node.id);
  push(entities, node.d.e, node);
  for (const place of node.d.v || []) push(guests, place, node.id);
}
for (const edge of EDGES) {
  push(touching, edge.from, edge);
  push(touching, edge.to, edge);
}
const thing = (item) => items.get(item).d.e;
const name = (item) => items.get(item).d.n;
const isPerson = (item) => items.get(item).d.c === "h.person";
const above = (item) => {
  const chain = [];
  for (let at = item; at && items.has(at); at = items.get(at).d.p) chain.push(at);
  return chain;
};
const below = (item) => [item, ...(children.get(item) || []).flatMap(below)];
const allWithin = (entity) => [...new Set([
  ...(entities.get(entity) || []).flatMap((node) => below(node.id)),
  ...(guests.get(entity) || []).flatMap(below),
])];

// A relation whose persons are sent has more than one edge: it counts once and is one row.
const relationOf = (edge) => edge.d.a || edge.id;
const countOf = (list) => new Set(list.map(relationOf)).size;
const isFirstStep = (edge) => isPerson(edge.to) && (touching.get(edge.to) || []).some((next) => next.from === edge.to);
const helperOf = (edge) => (isPerson(edge.from) && items.get(edge.from).d.p) || edge.from;
const personOf = (edge) => [edge.from, edge.to].find(isPerson);
const together = new Map();
for (const edge of EDGES) push(together, relationOf(edge), edge);
const standing_ = (edge) => (edge.id === relationOf(edge) ? 0 : isFirstStep(edge) ? 2 : 1);
const asRows = (list) => {
  const found = new Map();
  for (const edge of list) {
    const known = found.get(relationOf(edge));
    if (!known || standing_(edge) < standing_(known)) found.set(relationOf(edge), edge);
  }
  return [...found.values()];
};
const stepsOf = (edge) => together.get(relationOf(edge)).filter((one) => one !== edge && passes(one) && personOf(one) && !isFirstStep(one));
const personsOf = (edge) => [...new Set([edge, ...stepsOf(edge)].map(personOf).filter((one) => one && one !== edge.to))];

const proofsOf = (edge) => edge.d.f.flatMap((fact) => facts.get(fact) || []);
const placesOf = (list) => new Set(list.flatMap(proofsOf).map((row) => row[1]));
const allProofsOf = (edge) => {
  const rows = [edge, ...stepsOf(edge)].flatMap(proofsOf);
  const seen = new Set();
  return rows.filter((row) => { const key = row.slice(0, 4).join(" "); return !seen.has(key) && seen.add(key); });
};
const sourcesOf = (list) => placesOf(list).size;
const yearOf = (day) => {
  const [year, month, date] = String(day).split("-").map(Number);
  return year + (month ? (month - 1) / 12 : 0.5) + (date ? date / 372 : month ? 0.04 : 0);
};
for (const edge of EDGES) {
  const places = [...placesOf([edge])].map((place) => PAGE.sources[place]);
  edge.reports = [...new Set(places.map((one) => one[3]).filter(Boolean))].map(yearOf).sort((a, b) => a - b);
  edge.classes = new Set(places.map((one) => one[4]));
  const known = [...(edge.d.b || []).filter((one) => one !== null), ...edge.reports];
  edge.span = known.length ? [Math.floor(Math.min(...known)), Math.floor(Math.max(...known))] : null;
  edge.against = edge.d.f.flatMap((fact) => PAGE.against[fact] || []);
}

// Filters. Each facet counts what the others let through, so a count says what a click would show.
const NO_PROGRAMME = "-";
const programmeOf = (edge) => edge.d.g || NO_PROGRAMME;
const certaintyOf = (edge) => (edge.d.t === "planned" ? "planned" : edge.d.q < 0.8 ? "doubtful" : "sure");
const FACETS = {
  modality: (edge) => !state.off.has(modality(edge)),
  programme: (edge) => state.programme === null || programmeOf(edge) === state.programme,
  years: (edge) => !state.years || Boolean(edge.span && edge.span[0] <= state.years[1] && edge.span[1] >= state.years[0]),
  sure: (edge) => !state.sure || certaintyOf(edge) === state.sure,
  cls: (edge) => !state.cls || edge.classes.has(state.cls),
};
const facets = Object.entries(FACETS);
const but = (facet) => EDGES.filter((edge) => facets.every(([key, test]) => key === facet || test(edge)));
let passing = new Set();
let shown = [];
const refreshPassing = () => {
  shown = but(null);
  passing = new Set(shown.map((edge) => edge.id));
};
function passes(edge) { return passing.has(edge.id); }
const shownEdges = () => shown;
const byName = (a, b) => a.localeCompare(b, "zh");
const programmes = [...new Set(EDGES.map(programmeOf))].sort((a, b) =>
  (a === NO_PROGRAMME) - (b === NO_PROGRAMME) || byName(a, b));
const classes = [...new Set(EDGES.flatMap((edge) => [...edge.classes]))].sort();
const present = MODALITIES.filter((kind) => EDGES.some((edge) => modality(edge) === kind));
const spans = EDGES.map((edge) => edge.span).filter(Boolean);
const YEARS = spans.length ? [Math.min(...spans.map((one) => one[0])), Math.max(...spans.map((one) => one[1]))] : null;
const filtered = () => Boolean(state.off.size || state.programme !== null || state.years || state.sure || state.cls);

// What a selected thing does on each side: its own relations, then those of what lies in it.
const relationsOf = (entity) => {
  const sides = { h: { own: [], within: [] }, r: { own: [], within: [] } };
  for (const item of allWithin(entity)) {
    const part = thing(item) === entity ? "own" : "within";
    for (const edge of (touching.get(item) || []).filter(passes)) {
      sides[edge.from === item ? "h" : "r"][part].push(edge);
    }
  }
  for (const one of Object.values(sides)) if (one.within.length) one.within = one.within.filter((edge) => !isFirstStep(edge));
  return sides;
};

const dates = (d) => {
  if (d.s && d.u) return d.s === d.u ? d.s : T("since-until", { since: d.s, until: d.u });
  if (d.s) return T("since", { since: d.s });
  return d.u ? T("until", { until: d.u }) : "";
};
const percent = (share) => Math.round(share * 100);
const grouped = (list, keyOf) => {
  const groups = new Map();
  for (const one of list) push(groups, keyOf(one), one);
  return [...groups];
};
const tally = (list, keyOf) => grouped(list, keyOf)
  .map(([key, group]) => [key, countOf(group), group])
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
