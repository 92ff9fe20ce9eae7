// Levels and what stands where. Python gives order and heights at full detail; here closed things
// are folded into what holds them, relations are joined, and columns are packed in Python's order.
// Filters only hide: they never move anything.
const geo = { at: new Map(), links: [], columns: [], size: [0, 0], linkOf: new Map(), merged: false, visible: new Set(), shown: [] };
const GAPS = { pill: 9, column: 38, flow: 88, port: 2 };

const rankOf = (node) => (node.d.c.endsWith(".province") ? 0 : node.d.c.endsWith(".place") ? 1 : 2);
const openByLevel = (node) => state.level === "body" || rankOf(node) < LEVELS.indexOf(state.level);
const canOpen = (id) => children.has(id);
const isOpen = (id) => canOpen(id) && openByLevel(items.get(id)) !== state.open.has(id);
// The thing that stands for an item: the outermost closed one around it, or itself.
const standsFor = (id) => {
  const chain = above(id);
  for (let step = chain.length - 1; step > 0; step -= 1) if (!isOpen(chain[step])) return chain[step];
  return id;
};

const pool = (wanted) => {
  const pools = [];
  for (const value of wanted) {
    pools.push([value, 1]);
    while (pools.length > 1 && pools.at(-2)[0] > pools.at(-1)[0]) {
      const [high, more] = pools.pop();
      const [low, some] = pools.pop();
      pools.push([(low * some + high * more) / (some + more), some + more]);
    }
  }
  return pools.flatMap(([value, times]) => Array(times).fill(value));
};

const joined = () => {
  const found = new Map();
  for (const edge of EDGES) {
    const [from, to] = [standsFor(edge.from), standsFor(edge.to)];
    if (from === to) continue;
    const own = from === edge.from && to === edge.to;
    const id = own ? edge.id : `${from}>${to}>${modality(edge)}`;
    if (!found.has(id)) found.set(id, { id, from, to, m: modality(edge), own, edges: [] });
    found.get(id).edges.push(edge);
  }
  return [...found.values()];
};
const thickness = (link, list = link.edges) => {
  if (!geo.merged) return link.edges[0].d.w;
  const width = Math.min(18, 1.6 + 1.5 * Math.sqrt(countOf(list)));
  return list.every(doubtful) ? Math.min(width, 2.4) : width;
};

const stacksOf = (links) => {
  const stacks = new Map();
  for (const link of links) {
    push(stacks, `${link.from} out`, [link.to, link]);
    push(stacks, `${link.to} in`, [link.from, link]);
  }
  return stacks;
};
const measure = (ids, links) => {
  const needed = new Map();
  for (const [key, stack] of stacksOf(links)) {
    const total = stack.reduce((sum, [, link]) => sum + thickness(link) + GAPS.port, 0);
    const id = key.slice(0, key.lastIndexOf(" "));
    needed.set(id, Math.max(needed.get(id) || 0, total));
  }
  for (const id of ids) {
    const { d } = items.get(id);
    const closed = canOpen(id) && !isOpen(id);
    geo.at.set(id, {
      w: d.w + (closed ? 18 : 0), closed, x: 0, y: 0,
      h: Math.max(d.t + 13, Math.min(132, (needed.get(id) || 0) + 8)),
    });
  }
};
const settle = (columns, links) => {
  const near = new Map();
  for (const link of links) { push(near, link.from, [link.to, 1]); push(near, link.to, [link.from, 1]); }
  for (const ids of columns.values()) for (const id of ids) {
    const parent = items.get(id).d.p;
    if (parent && geo.at.has(parent)) { push(near, id, [parent, 2]); push(near, parent, [id, 2]); }
  }
  const tops = new Map();
  let full = 0;
  for (const [key, ids] of columns) {
    let at = 0;
    tops.set(key, ids.map((id, place) => {
      const half = geo.at.get(id).h / 2;
      const gap = place ? geo.at.get(ids[place - 1]).h / 2 + GAPS.pill + (items.get(id).d.p === items.get(ids[place - 1]).d.p ? 0 : GAPS.pill) : 0;
      at += gap + half;
      return at;
    }));
    full = Math.max(full, at + geo.at.get(ids.at(-1)).h / 2);
  }
  const as = (key, wanted) => {
    const [ids, top] = [columns.get(key), tops.get(key)];
    const low = top.at(-1) + geo.at.get(ids.at(-1)).h / 2;
    const slack = pool(wanted.map((one, place) => one - top[place]));
    ids.forEach((id, place) => { geo.at.get(id).y = top[place] + Math.min(Math.max(slack[place], 0), full - low); });
  };
  const untouched = !geo.merged && full >= PAGE.size[1] - 1;
  const factor = untouched ? 1 : full / Math.max(PAGE.size[1], 1);
  for (const [key, ids] of columns) as(key, ids.map((id) => items.get(id).y * factor));
  const keys = [...columns.keys()];
  for (let sweep = 0; sweep < (untouched ? 0 : 8); sweep += 1) {
    for (const key of sweep % 2 ? [...keys].reverse() : keys) {
      as(key, columns.get(key).map((id) => {
        const pulls = near.get(id) || [];
        const total = pulls.reduce((sum, one) => sum + one[1], 0);
        return total ? pulls.reduce((sum, [other, weight]) => sum + geo.at.get(other).y * weight, 0) / total : geo.at.get(id).y;
      }));
    }
  }
  return full;
};
const ports = (links) => {
  for (const [key, stack] of stacksOf(links)) {
    const way = key.endsWith(" out") ? "leaves" : "meets";
    const id = key.slice(0, key.lastIndexOf(" "));
    stack.sort((a, b) => geo.at.get(a[0]).y - geo.at.get(b[0]).y || (a[1].id < b[1].id ? -1 : 1));
    const total = stack.reduce((sum, [, link]) => sum + thickness(link) + GAPS.port, 0);
    const squeeze = Math.min(1, (geo.at.get(id).h - 6) / total);
    let at = -total / 2;
    for (const [, link] of stack) {
      const step = thickness(link) + GAPS.port;
      link[way] = (at + step / 2) * squeeze;
      at += step;
    }
  }
};
const columnKeys = ["h.province", "h.place", "h.institution", "h.school", "h.person", "r.person", "r.school", "r.institution", "r.place", "r.province"];

// Packs everything that the level and the opened things ask for, whatever the filters say.
const pack = () => {
  geo.links = joined();
  geo.merged = geo.links.some((link) => !link.own);
  geo.linkOf = new Map(geo.links.flatMap((link) => link.edges.map((edge) => [edge.id, link])));
  const ids = [...new Set(geo.links.flatMap((link) => [...above(link.from), ...above(link.to)]))];
  geo.at = new Map();
  measure(ids, geo.links);
  const columns = new Map();
  for (const key of columnKeys) {
    const own = ids.filter((id) => items.get(id).d.c === key)
      .sort((a, b) => items.get(a).y - items.get(b).y || (a < b ? -1 : 1));
    if (own.length) columns.set(key, own);
  }
  const tall = columns.size ? settle(columns, geo.links) : 0;
  ports(geo.links);
  let edge = 0;
  let before = "";
  geo.columns = [...columns].map(([key, own]) => {
    const width = Math.max(80, ...own.map((id) => geo.at.get(id).w));
    if (before) edge += before[0] !== key[0] || (before + key).includes("person") ? GAPS.flow : GAPS.column;
    const x = edge + width / 2;
    own.forEach((id) => { geo.at.get(id).x = x; });
    edge += width;
    before = key;
    return [key, x, width];
  });
  geo.size = [edge, tall];
  geo.thickFirst = [...geo.links].sort((a, b) => thickness(b) - thickness(a));
};
// What of it passes the filters.
const refreshVisible = () => {
  for (const link of geo.links) link.now = link.edges.filter(passes);
  geo.shown = geo.thickFirst.filter((link) => link.now.length);
  for (const link of geo.shown) {
    link.width = thickness(link, link.now);
    link.dashed = link.now.every(doubtful);
    link.against = link.now.some((one) => one.against.length);
  }
  geo.visible = new Set(geo.shown.flatMap((link) => [...above(link.from), ...above(link.to)]));
};

// What stays bright around a selection. A sent person is followed through to both ends.
const lit = () => {
  if (!state.pick) return null;
  const found = { items: new Set(), links: new Set() };
  const seen = new Set();
  const take = (edge) => {
    if (seen.has(edge.id) || !passes(edge)) return;
    seen.add(edge.id);
    const link = geo.linkOf.get(edge.id);
    if (link) found.links.add(link.id);
    for (const end of [edge.from, edge.to]) {
      above(standsFor(end)).forEach((item) => found.items.add(item));
      if (isPerson(end)) (touching.get(end) || []).forEach(take);
    }
  };
  if (state.pick.edge) (state.pick.one ? [edges.get(state.pick.edge)] : pickedEdges()).forEach(take);
  else if (state.pick.event) {
    for (const one of eventAt.get(state.pick.event).touches) {
      for (const node of entities.get(one)) above(standsFor(node.id)).forEach((item) => found.items.add(item));
    }
  } else {
    for (const node of entities.get(state.pick.node)) above(standsFor(node.id)).forEach((item) => found.items.add(item));
    allWithin(state.pick.node).flatMap((item) => touching.get(item) || []).forEach(take);
  }
  return found;
};
// The relations behind the selected ribbon.
const pickedEdges = () => {
  const edge = edges.get(state.pick.edge);
  const link = geo.linkOf.get(edge.id);
  if (state.pick.group) return state.pick.group.map((id) => edges.get(id)).filter(passes);
  return state.pick.one || !link ? [edge] : link.now.length ? link.now : [edge];
};
