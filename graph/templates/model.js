// The data of the page, what is filtered and what is selected. Text goes into the document only
// as text nodes and attribute values, never as markup.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const PAGE = read("data-page");
const NODES = read("data-nodes");
const EDGES = read("data-edges");
const $ = (id) => document.getElementById(id);

const T = (key, values = {}) => {
  const text = Object.hasOwn(PAGE.text, key) ? PAGE.text[key] : String(key);
  return text.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole);
};

const el = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return made;
};

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

const state = { off: new Set(), programme: null, view: "flow", pick: null };
const NO_PROGRAMME = "-";
const programmes = [...new Set(EDGES.map((edge) => edge.d.g || NO_PROGRAMME))].sort((a, b) =>
  (a === NO_PROGRAMME) - (b === NO_PROGRAMME) || a.localeCompare(b, "zh"));
const inProgramme = (edge) => state.programme === null || (edge.d.g || NO_PROGRAMME) === state.programme;
const passes = (edge) => inProgramme(edge) && !state.off.has(modality(edge));
const shownEdges = () => EDGES.filter(passes);

// What is on the canvas under the filters: the ends of shown edges and the places around them.
let visible = new Set();
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
const refreshVisible = () => {
  visible = new Set(shownEdges().flatMap((edge) => [...above(edge.from), ...above(edge.to)]));
};

// What stays bright around a selection. A sent person is followed through to both ends.
const lit = () => {
  if (!state.pick) return null;
  const found = { items: new Set(), edges: new Set() };
  const take = (edge) => {
    if (found.edges.has(edge.id) || !passes(edge)) return;
    found.edges.add(edge.id);
    for (const end of [edge.from, edge.to]) {
      above(end).forEach((item) => found.items.add(item));
      if (items.get(end).d.k === "person") (touching.get(end) || []).forEach(take);
    }
  };
  if (state.pick.edge) take(edges.get(state.pick.edge));
  else {
    for (const node of entities.get(state.pick.node)) above(node.id).forEach((item) => found.items.add(item));
    allWithin(state.pick.node).flatMap((item) => touching.get(item) || []).forEach(take);
  }
  return found;
};

// What a selected thing does on each side: its own relations, then those of what lies in it.
const relationsOf = (entity) => {
  const sides = { h: { own: [], within: [] }, r: { own: [], within: [] } };
  for (const item of allWithin(entity)) {
    const part = thing(item) === entity ? "own" : "within";
    for (const edge of (touching.get(item) || []).filter(passes)) {
      sides[edge.from === item ? "h" : "r"][part].push(edge);
    }
  }
  return sides;
};

const dates = (d) => {
  if (d.s && d.u) return d.s === d.u ? d.s : T("since-until", { since: d.s, until: d.u });
  if (d.s) return T("since", { since: d.s });
  return d.u ? T("until", { until: d.u }) : "";
};
const percent = (share) => Math.round(share * 100);
const proofsOf = (edge) => edge.d.f.flatMap((fact) => facts.get(fact) || []);
const sourcesOf = (list) => new Set(list.flatMap(proofsOf).map((row) => row[1])).size;
