// The tile map: a square a province and no boundary; arcs from helper to recipient. A base map of
// the user's own lies under it only with its approval number, which is printed.
const TILE = 92;
const tiles = new Map(PAGE.tiles.map(([code, zh, en, column, row]) => [code, { code, zh, en, column, row }]));
const tileName = (code) => tiles.get(code)[state.lang];
const regionOf = (item) => items.get(above(item).at(-1)).d.m || items.get(item).d.m || null;
const tileAt = (code) => {
  const base = PAGE.basemap;
  if (base) {
    const place = base.places[code];
    return place ? { x: place[0], y: place[1] } : null;
  }
  const { column, row } = tiles.get(code);
  return { x: column * TILE + TILE / 2, y: row * TILE + TILE / 2 };
};
const mapFlows = () => {
  const ways = new Map();
  const counts = new Map([...tiles.keys()].map((code) => [code, { h: [], r: [] }]));
  const lost = [];
  for (const edge of shownEdges()) {
    const [from, to] = [regionOf(helperOf(edge)), regionOf(isPerson(edge.to) ? edge.from : edge.to)];
    if (isFirstStep(edge)) continue;
    if (!from || !to || !tileAt(from) || !tileAt(to)) { lost.push(edge); continue; }
    push(ways, `${from}>${to}`, edge);
    counts.get(from).h.push(edge);
    counts.get(to).r.push(edge);
  }
  return { ways: [...ways].sort((a, b) => countOf(b[1]) - countOf(a[1]) || (a[0] < b[0] ? -1 : 1)), counts, lost };
};
const pickedTile = () => (state.pick && state.pick.node ? regionOf(entities.get(state.pick.node)[0].id) : null);
const pickTile = (code) => {
  const node = NODES.find((one) => isSolid(one) && one.d.m === code);
  if (node) select({ node: node.d.e });
};
const mapArc = (way, list, number) => {
  const [from, to] = way.split(">");
  const [a, b] = [tileAt(from), tileAt(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const far = Math.hypot(dx, dy);
  if (!far) return null;
  const bend = 0.18 * (dx > 0 ? -1 : 1);
  const c = { x: (a.x + b.x) / 2 - dy * bend, y: (a.y + b.y) / 2 + dx * bend };
  const toward = (p, gap) => {
    const long = Math.hypot(c.x - p.x, c.y - p.y) || 1;
    return { x: p.x + ((c.x - p.x) / long) * gap, y: p.y + ((c.y - p.y) / long) * gap };
  };
  const inset = PAGE.basemap ? 8 : TILE * 0.4;
  const count = countOf(list);
  const width = Math.min(13, 1.6 + 1.7 * Math.sqrt(count));
  const path = { a: toward(a, inset), c, b: toward(b, inset + 3) };
  const [l, r] = arcHead(path, width, 1.9);
  const stop = { x: (l.x + r.x) / 2, y: (l.y + r.y) / 2 };
  const focus = pickedTile();
  const dim = focus && focus !== from && focus !== to;
  const text = T("map-way", { from: tileName(from), to: tileName(to), count });
  return sv("g", {
    role: "button", tabindex: "0", class: "way-arc", "aria-label": text, opacity: dim ? 0.1 : 0.86,
    click: () => select({ edge: list[0].id, group: list.map((one) => one.id) }),
    keydown: (event) => { if (event.key === "Enter") select({ edge: list[0].id, group: list.map((one) => one.id) }); },
  }, sv("title", {}, text),
  sv("linearGradient", { id: `way-${number}`, gradientUnits: "userSpaceOnUse", x1: path.a.x, y1: path.a.y, x2: path.b.x, y2: path.b.y },
    sv("stop", { offset: "0", "stop-color": scene.ink.help }), sv("stop", { offset: "1", "stop-color": scene.ink.helped })),
  sv("path", {
    d: `M${path.a.x.toFixed(1)} ${path.a.y.toFixed(1)}Q${c.x.toFixed(1)} ${c.y.toFixed(1)} ${stop.x.toFixed(1)} ${stop.y.toFixed(1)}`,
    fill: "none", stroke: `url(#way-${number})`, "stroke-width": width.toFixed(1),   }),
  sv("path", { d: `M${path.b.x.toFixed(1)} ${path.b.y.toFixed(1)}L${l.x.toFixed(1)} ${l.y.toFixed(1)}L${r.x.toFixed(1)} ${r.y.toFixed(1)}z`, fill: scene.ink.helped }));
};
const mapTile = (code, { h, r }, most) => {
  const at = tileAt(code);
  if (!at) return null;
  const [out, into] = [countOf(h), countOf(r)];
  const side = out && into ? "both" : out ? "help" : into ? "helped" : null;
  const picked = pickedTile() === code;
  const half = PAGE.basemap ? 32 : TILE / 2 - 4;
  const strength = 0.14 + 0.5 * Math.sqrt((out + into) / Math.max(most, 1));
  return sv("g", {
    role: side ? "button" : null, tabindex: side ? "0" : null, class: side ? "tile" : null, "data-tile": code,
    "aria-label": side ? `${tileName(code)} ${T("map-helps", { count: out })} ${T("map-helped", { count: into })}` : null,
    click: side ? () => pickTile(code) : null,
    keydown: side ? (event) => { if (event.key === "Enter") pickTile(code); } : null,
  },
  sv("rect", { x: at.x - half, y: at.y - (PAGE.basemap ? 14 : half), width: 2 * half, height: PAGE.basemap ? 28 : 2 * half, rx: 9, fill: scene.ink.card, stroke: scene.ink.line, opacity: PAGE.basemap ? (side ? 0.82 : 0) : 1 }),
  side ? sv("rect", { x: at.x - half, y: at.y - (PAGE.basemap ? 14 : half), width: 2 * half, height: PAGE.basemap ? 28 : 2 * half, rx: 9, fill: scene.ink[side], "fill-opacity": strength.toFixed(2), stroke: picked ? scene.ink.accent : scene.ink[side], "stroke-width": picked ? 3 : 1.2 }) : null,
  );
};
const mapLabel = (code, { h, r }) => {
  const at = tileAt(code);
  const [out, into] = [countOf(h), countOf(r)];
  if (!at || (PAGE.basemap && !out && !into)) return null;
  const name_ = tileName(code);
  const busy = out || into;
  const halo = { stroke: scene.ink.card, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" };
  const counts = [out ? T("map-helps", { count: out }) : null, into ? T("map-helped", { count: into }) : null].filter(Boolean).join(" ");
  return sv("g", { "pointer-events": "none", "aria-hidden": "true" },
    sv("text", { x: at.x, y: at.y + (busy ? -1 : 5), "text-anchor": "middle", "font-size": PAGE.basemap ? 12 : name_.length > 7 ? 12 : 17, "font-weight": busy ? 600 : 400, fill: busy ? scene.ink.ink : scene.ink.soft, ...halo }, name_),
    busy ? sv("text", { x: at.x, y: at.y + (PAGE.basemap ? 11 : 19), "text-anchor": "middle", "font-size": PAGE.basemap ? 9.5 : 13.5, fill: scene.ink.ink, ...halo }, counts) : null);
};
const mapSvg = () => {
  const { ways, counts, lost } = mapFlows();
  const base = PAGE.basemap;
  const [wide, tall] = base ? [900, base.height] : [8 * TILE, 9 * TILE];
  const most = Math.max(...[...counts.values()].map(({ h, r }) => countOf(h) + countOf(r)));
  const parts = [
    base ? base.shapes.map(([, d]) => sv("path", { d, fill: scene.ink.card, stroke: scene.ink.soft, "stroke-width": 0.7 })) : null,
    [...counts].map(([code, both]) => mapTile(code, both, most)),
    ways.map(([way, list], number) => mapArc(way, list, number)),
    [...counts].map(([code, both]) => mapLabel(code, both)),
    sv("text", { x: 4, y: tall + 20, "font-size": 12.5, fill: scene.ink.soft }, base ? T("map-base", { number: base.number }) : T("map-note")),
    lost.length ? sv("text", { x: 4, y: tall + 40, "font-size": 12.5, fill: scene.ink.soft }, T("map-unplaced", { count: countOf(lost) })) : null,
  ];
  return sv("svg", { viewBox: `-8 -8 ${wide + 16} ${tall + 56}`, width: wide + 16, height: tall + 56, "font-family": scene.ink.font, role: "group", "aria-label": T("map-label") }, parts);
};
const refreshMap = () => {
  if (state.view !== "map") return;
  const focus = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.tile : null;
  $("map").replaceChildren(mapSvg());
  if (focus) { const again = $("map").querySelector(`[data-tile="${focus}"]`); if (again) again.focus(); }
};
