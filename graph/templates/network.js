// The network: one mark a thing, at the position that Python computed; help as bent arrows.
const web = { marks: new Map(), arcs: [], labels: { key: "", found: [] } };
const packWeb = () => {
  web.marks = new Map();
  web.labels.key = "";
  const weight = new Map();
  for (const link of geo.links) for (const end of [link.from, link.to]) weight.set(thing(end), (weight.get(thing(end)) || 0) + 1);
  for (const id of geo.at.keys()) {
    const { d } = items.get(id);
    const known = web.marks.get(d.e);
    if (known) { known.sides.add(id[0]); known.ids.push(id); continue; }
    const [x, y] = PAGE.net[d.e];
    const count = weight.get(d.e) || 0;
    web.marks.set(d.e, {
      entity: d.e, id, ids: [id], x, y, d, label: items.get(id).label, sides: new Set([id[0]]), count,
      r: d.k === "person" ? 5 : Math.min(22, 6 + 2.1 * Math.sqrt(count) + (isSolid(items.get(id)) ? 3 : 0)),
    });
  }
  const between = new Map();
  for (const link of geo.links) push(between, [thing(link.from), thing(link.to)].sort().join(" "), link);
  web.arcs = [];
  for (const group of between.values()) {
    group.forEach((link, place) => {
      const turned = thing(link.from) < thing(link.to) ? 1 : -1;
      const arc = { link, bend: turned * ((place - (group.length - 1) / 2) * 0.16 + 0.1) };
      web.arcs.push({ ...arc, path: arcFor(arc) });
    });
  }
};
// From, control and to of an arrow, ending at the rims of its marks.
const arcOf = (arc) => arc.path;
const arcFor = ({ link, bend }) => {
  const [a, b] = [web.marks.get(thing(link.from)), web.marks.get(thing(link.to))];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const far = Math.hypot(dx, dy) || 1;
  const c = { x: (a.x + b.x) / 2 - dy * bend, y: (a.y + b.y) / 2 + dx * bend };
  const rim = (mark, gap) => {
    const [ex, ey] = [c.x - mark.x, c.y - mark.y];
    const long = Math.hypot(ex, ey) || 1;
    const reach = Math.min(mark.r + gap, far * 0.45);
    return { x: mark.x + (ex / long) * reach, y: mark.y + (ey / long) * reach };
  };
  return { a: rim(a, 1), c, b: rim(b, 2) };
};
const pointOnArc = ({ a, c, b }, t) => {
  const s = 1 - t;
  return { x: s * s * a.x + 2 * s * t * c.x + t * t * b.x, y: s * s * a.y + 2 * s * t * c.y + t * t * b.y };
};
const arcHead = ({ c, b }, width, large = 1) => {
  const head = Math.min(5 + width * 0.7, 13) * large;
  const turn = Math.atan2(b.y - c.y, b.x - c.x);
  const wing = (side) => ({ x: b.x - head * Math.cos(turn + side), y: b.y - head * Math.sin(turn + side) });
  return [wing(0.3 + 0.15 * large), wing(-0.3 - 0.15 * large)];
};
const webVisible = (mark) => mark.ids.some((id) => geo.visible.has(id));
const webLit = (mark) => !scene.lit || mark.ids.some((id) => scene.lit.items.has(id));
const markInk = (mark) => (mark.sides.size > 1 ? scene.ink.both : sideInk(mark.id));
const markPath = (ctx, mark, r = mark.r) => {
  ctx.beginPath();
  if (mark.d.k === "place") ctx.roundRect(mark.x - r, mark.y - r, 2 * r, 2 * r, r * 0.35);
  else if (mark.d.k === "institution") {
    ctx.moveTo(mark.x, mark.y - r * 1.2);
    ctx.lineTo(mark.x + r * 1.2, mark.y);
    ctx.lineTo(mark.x, mark.y + r * 1.2);
    ctx.lineTo(mark.x - r * 1.2, mark.y);
    ctx.closePath();
  } else ctx.arc(mark.x, mark.y, r, 0, 7);
};
// Labels in order of weight; one that would lie on another, or on a mark, waits for more zoom.
// They depend on scale, filters and selection, not on where one looks: kept while one pans.
const webLabels = (scale) => {
  const key = `${scale.toFixed(3)} ${shown.length} ${state.level} ${[...state.open]} ${JSON.stringify(state.pick)}`;
  if (web.labels.key === key && web.labels.shown === shown) return web.labels.found;
  const size = Math.max(11, Math.min(12 / scale, 60));
  const cell = size * 8;
  const taken = new Map();
  const cells = (box) => {
    const found = [];
    for (let x = Math.floor(box.left / cell); x <= Math.floor(box.right / cell); x += 1) {
      for (let y = Math.floor(box.top / cell); y <= Math.floor(box.bottom / cell); y += 1) found.push(`${x} ${y}`);
    }
    return found;
  };
  const take = (box) => cells(box).forEach((one) => push(taken, one, box));
  const free = (box) => cells(box).every((one) => (taken.get(one) || []).every((other) =>
    box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom));
  const marks = [...web.marks.values()].filter(webVisible);
  const wanted = new Map(marks.map((mark) => [mark, (webLit(mark) && scene.lit ? 1000 : 0) + (isSolid(items.get(mark.id)) ? 100 : 0) + mark.count]));
  marks.sort((a, b) => wanted.get(b) - wanted.get(a) || (a.entity < b.entity ? -1 : 1));
  // around a selection only what is bright is in the way
  for (const mark of marks.filter(webLit)) take({ left: mark.x - mark.r, right: mark.x + mark.r, top: mark.y - mark.r, bottom: mark.y + mark.r });
  const found = [];
  for (const mark of marks) {
    const wide = [...mark.label].reduce((sum, one) => sum + (one > "⺀" ? 1 : 0.6), 0) * size;
    const at = mark.y + mark.r + size * 0.85;
    const box = { left: mark.x - wide / 2 - 1, right: mark.x + wide / 2 + 1, top: at - size * 0.6, bottom: at + size * 0.6 };
    if (!free(box)) continue;
    take(box);
    found.push({ mark, x: mark.x, y: at, size, wide });
  }
  web.labels = { key, shown, found };
  return found;
};
const drawWeb = (ctx) => {
  const ties = (alphaOf) => {
    ctx.lineWidth = 1;
    for (const id of geo.visible) {
      const parent = items.get(id).d.p;
      if (!parent || !geo.at.has(parent) || isPerson(id)) continue;
      const [a, b] = [web.marks.get(thing(id)), web.marks.get(thing(parent))];
      if (!inView(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y))) continue;
      ctx.globalAlpha = alphaOf(id, parent);
      ctx.strokeStyle = sideInk(id);
      ctx.beginPath();
      ctx.moveTo(a.x, a.y);
      ctx.lineTo(b.x, b.y);
      ctx.stroke();
    }
  };
  ties((id, parent) => (!scene.lit || (scene.lit.items.has(id) && scene.lit.items.has(parent)) ? 0.34 : 0.06));
  for (const arc of web.arcs) {
    const { link } = arc;
    if (!link.now.length) continue;
    const over = scene.over && scene.over.link === link.id;
    const bright = !scene.lit || scene.lit.links.has(link.id);
    const path = arcOf(arc);
    const { a, b, c } = path;
    if (!inView(Math.min(a.x, b.x, c.x), Math.min(a.y, b.y, c.y), Math.max(a.x, b.x, c.x), Math.max(a.y, b.y, c.y))) continue;
    const width = Math.max(1.2, link.width * 0.8) + (over ? 1.2 : 0);
    ctx.globalAlpha = over ? 1 : bright ? 0.85 : 0.06;
    ctx.strokeStyle = ctx.fillStyle = scene.ink[link.m];
    ctx.lineWidth = width;
    ctx.setLineDash(link.dashed ? [5, 4] : []);
    ctx.beginPath();
    ctx.moveTo(path.a.x, path.a.y);
    ctx.quadraticCurveTo(path.c.x, path.c.y, path.b.x, path.b.y);
    ctx.stroke();
    ctx.setLineDash([]);
    const [l, r] = arcHead(path, width);
    ctx.beginPath();
    ctx.moveTo(path.b.x, path.b.y);
    ctx.lineTo(l.x, l.y);
    ctx.lineTo(r.x, r.y);
    ctx.fill();
    if (link.against && bright) drawAgainst(ctx, pointOnArc(path, 0.5));
  }
  for (const mark of web.marks.values()) {
    if (!webVisible(mark) || !inView(mark.x - 30, mark.y - 30, mark.x + 30, mark.y + 30)) continue;
    const picked = state.pick && state.pick.node === mark.entity;
    ctx.globalAlpha = webLit(mark) ? 1 : 0.22;
    markPath(ctx, mark, mark.r + 2);
    ctx.fillStyle = scene.ink.paper;
    ctx.fill();
    markPath(ctx, mark);
    ctx.fillStyle = markInk(mark);
    ctx.fill();
    if (picked || (scene.over && mark.ids.includes(scene.over.node))) {
      markPath(ctx, mark, mark.r + 4);
      ctx.strokeStyle = scene.ink.accent;
      ctx.lineWidth = picked ? 3 : 1.6;
      ctx.stroke();
    }
  }
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const { mark, x, y, size, wide } of webLabels(scene.network.getScale())) {
    if (!inView(x - wide / 2, y - size, x + wide / 2, y + size)) continue;
    ctx.globalAlpha = webLit(mark) ? 1 : 0.18;
    ctx.font = `${isSolid(items.get(mark.id)) ? 600 : 400} ${size}px ${scene.ink.font}`;
    ctx.strokeStyle = scene.ink.paper;
    ctx.lineWidth = 3.5;
    ctx.strokeText(mark.label, x, y);
    ctx.fillStyle = scene.ink.ink;
    ctx.fillText(mark.label, x, y);
  }
};
const hitWeb = (point) => {
  for (const mark of web.marks.values()) {
    if (webVisible(mark) && Math.hypot(point.x - mark.x, point.y - mark.y) <= mark.r + 3) return { node: mark.id };
  }
  const reach = 6 / scene.network.getScale();
  let best = null;
  let nearest = reach + 2;
  for (const arc of web.arcs) {
    if (!arc.link.now.length || (scene.lit && !scene.lit.links.has(arc.link.id))) continue;
    const path = arcOf(arc);
    for (let step = 0; step <= 16; step += 1) {
      const at = pointOnArc(path, step / 16);
      const next = pointOnArc(path, Math.min(1, (step + 1) / 16));
      const [dx, dy] = [next.x - at.x, next.y - at.y];
      const along = Math.max(0, Math.min(1, ((point.x - at.x) * dx + (point.y - at.y) * dy) / (dx * dx + dy * dy || 1)));
      const away = Math.hypot(point.x - at.x - along * dx, point.y - at.y - along * dy) - arc.link.width / 2;
      if (away < nearest) [nearest, best] = [away, arc.link.id];
    }
  }
  return best === null ? null : { link: best };
};
const webSize = () => {
  const marks = [...web.marks.values()];
  const edge = (pick, of) => of(...marks.map(pick), 0);
  return {
    left: edge((one) => one.x - 70, Math.min), right: edge((one) => one.x + 70, Math.max),
    top: edge((one) => one.y - 40, Math.min), bottom: edge((one) => one.y + 84, Math.max),
  };
};
