// The flow on the canvas. vis-network pans, zooms and calls the pills' renderer; ribbons are
// drawn under the pills, because vis would lay parallel edges on each other without physics.
const SMALLEST = 0.72;
const SMALLEST_PHONE = 0.6;
const scene = { network: null, data: null, sx: 1, sy: 1, ink: {}, lit: null, over: null };

const readInk = () => {
  const style = getComputedStyle(document.documentElement);
  for (const key of ["paper", "card", "ink", "soft", "line", "accent", "help", "help-band", "help-fill",
    "helped", "helped-band", "helped-fill", "solid-text", "font", ...MODALITIES]) {
    scene.ink[key] = style.getPropertyValue(`--${key}`).trim();
  }
};
const sideInk = (item, part = "") => scene.ink[(item[0] === "h" ? "help" : "helped") + part];
const placeOf = (node) => ({ x: node.x * scene.sx, y: node.y * scene.sy });
const isSolid = (node) => node.d.c.endsWith(".province");
const isRound = (node) => node.d.c.endsWith(".school") || node.d.c.endsWith(".person");

const boxOf = (node) => {
  const at = placeOf(node);
  return {
    left: at.x - node.d.w / 2, right: at.x + node.d.w / 2,
    top: at.y - node.d.h / 2, bottom: at.y + node.d.h / 2,
  };
};
const curveOf = (edge) => {
  const start = items.get(edge.from);
  const end = items.get(edge.to);
  const a = placeOf(start);
  const b = placeOf(end);
  const x1 = a.x + start.d.w / 2;
  const x2 = b.x - end.d.w / 2;
  const bend = Math.max((x2 - x1) / 2, 24);
  return [x1, a.y + edge.d.y[0], x1 + bend, a.y + edge.d.y[0], x2 - bend, b.y + edge.d.y[1], x2, b.y + edge.d.y[1]];
};
const pointOn = (c, t) => {
  const s = 1 - t;
  const [p, q, r, u] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return { x: p * c[0] + q * c[2] + r * c[4] + u * c[6], y: p * c[1] + q * c[3] + r * c[5] + u * c[7] };
};

const drawBands = (ctx) => {
  // at least as tall as the window, so that few nodes do not float on an empty page
  const top = Math.min(-16, scene.network.DOMtoCanvas({ x: 0, y: 30 }).y);
  const foot = scene.network.DOMtoCanvas({ x: 0, y: $("canvas").clientHeight + 12 }).y;
  const low = Math.max(PAGE.size[1] * scene.sy + 16, foot);
  for (const [key, x, width] of PAGE.columns) {
    ctx.fillStyle = sideInk(key, "-band");
    ctx.beginPath();
    ctx.roundRect(x * scene.sx - width / 2 - 11, top, width + 22, low - top, 12);
    ctx.fill();
  }
};
const drawTree = (ctx) => {
  ctx.lineWidth = 1;
  for (const node of NODES) {
    const parent = node.d.p && items.get(node.d.p);
    if (!parent || !visible.has(node.id)) continue;
    const [left, right] = node.x < parent.x ? [node, parent] : [parent, node];
    const a = placeOf(left);
    const b = placeOf(right);
    const [x1, x2] = [a.x + left.d.w / 2, b.x - right.d.w / 2];
    const middle = (x1 + x2) / 2;
    ctx.globalAlpha = scene.lit && !(scene.lit.items.has(node.id) && scene.lit.items.has(parent.id)) ? 0.07 : 0.38;
    ctx.strokeStyle = sideInk(node.id);
    ctx.beginPath();
    ctx.moveTo(x1, a.y);
    ctx.bezierCurveTo(middle, a.y, middle, b.y, x2, b.y);
    ctx.stroke();
  }
};
const drawRibbon = (ctx, edge, alpha) => {
  const [x1, y1, xa, ya, xb, yb, x2, y2] = curveOf(edge);
  const over = scene.over && scene.over.edge === edge.id;
  const width = edge.d.w + (over ? 1.2 : 0);
  const head = 4.5 + width * 0.7;
  ctx.globalAlpha = over ? 1 : alpha;
  ctx.strokeStyle = ctx.fillStyle = scene.ink[modality(edge)];
  ctx.lineWidth = width;
  ctx.setLineDash(doubtful(edge) ? [5, 4] : []);
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.bezierCurveTo(xa, ya, xb - head, yb, x2 - head, y2);
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(x2, y2);
  ctx.lineTo(x2 - head, y2 - head * 0.55);
  ctx.lineTo(x2 - head, y2 + head * 0.55);
  ctx.fill();
};
const thickFirst = [...EDGES].sort((a, b) => b.d.w - a.d.w);
const drawUnder = (ctx) => {
  ctx.save();
  drawBands(ctx);
  drawTree(ctx);
  const shown = thickFirst.filter(passes);
  const bright = (edge) => !scene.lit || scene.lit.edges.has(edge.id);
  const usual = shown.length > 250 ? 0.6 : 0.78;
  for (const edge of shown) if (!bright(edge)) drawRibbon(ctx, edge, 0.06);
  for (const edge of shown) if (bright(edge)) drawRibbon(ctx, edge, scene.lit ? 0.92 : usual);
  ctx.restore();
};

const drawPill = (ctx, node) => {
  if (!visible.has(node.id)) return;
  const { left, top } = boxOf(node);
  const { w, h, t, c } = node.d;
  const dim = scene.lit && !scene.lit.items.has(node.id);
  const picked = state.pick && state.pick.node === node.d.e;
  const over = scene.over && scene.over.node === node.id;
  const path = () => {
    ctx.beginPath();
    ctx.roundRect(left, top, w, h, isRound(node) ? Math.min(h / 2, 15) : 5);
  };
  ctx.save();
  path();
  ctx.fillStyle = scene.ink.paper;
  ctx.fill();
  ctx.globalAlpha = dim ? 0.26 : 1;
  ctx.fillStyle = isSolid(node) ? sideInk(c) : c.endsWith(".person") ? scene.ink.card : sideInk(c, "-fill");
  if (isRound(node) && !isSolid(node)) ctx.fillStyle = scene.ink.card;
  ctx.fill();
  ctx.strokeStyle = picked ? scene.ink.accent : sideInk(c);
  ctx.lineWidth = picked ? 3 : over ? 2 : 1;
  if (node.d.k === "group") ctx.setLineDash([4, 3]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = isSolid(node) ? scene.ink["solid-text"] : scene.ink.ink;
  ctx.font = `${isSolid(node) || (c.endsWith(".place") && !node.d.z) ? 600 : 400} ${t}px ${scene.ink.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const person = c.endsWith(".person");
  ctx.fillText(node.label, left + w / 2 + (person ? 7 : 0), top + h / 2 + 0.5, w - (person ? 26 : 12));
  if (person) {
    ctx.fillStyle = scene.ink.soft;
    ctx.beginPath();
    ctx.arc(left + 14, top + h / 2 - 3, 3, 0, 7);
    ctx.fill();
    ctx.beginPath();
    ctx.arc(left + 14, top + h / 2 + 6.5, 5, Math.PI, 0);
    ctx.fill();
  }
  ctx.restore();
};

const headings = new Map();
const drawHeads = () => {
  for (const [key, x] of PAGE.columns) {
    headings.get(key).style.left = `${scene.network.canvasToDOM({ x: x * scene.sx, y: 0 }).x}px`;
  }
  // how much of a tall picture is in the window, and where
  const pane = $("canvas").clientHeight;
  const tall = PAGE.size[1] * scene.sy + 60;
  const scale = scene.network.getScale();
  const part = pane / (tall * scale);
  $("thumb").hidden = part >= 0.98;
  const share = -scene.network.canvasToDOM({ x: 0, y: -40 }).y / (tall * scale);
  $("thumb").style.height = `${part * 100}%`;
  $("thumb").style.top = `${Math.min(Math.max(share, 0), 1 - part) * 100}%`;
};

// Fills the window by stretching gaps, never by squeezing: what does not overlap stays so.
const fit = () => {
  const pane = $("canvas");
  const [vw, vh] = [pane.clientWidth, pane.clientHeight];
  if (!vw || !vh) return;
  const room = { x: vw - 56, y: vh - 34 - 62 };
  const [w, h] = PAGE.size;
  const least = vw < 600 ? SMALLEST_PHONE : SMALLEST;
  const want = Math.min(Math.max(Math.min(room.x / w, room.y / h), least), 1.2);
  scene.sx = Math.max(1, Math.min(room.x / want / w, 3.4));
  scene.sy = Math.max(1, Math.min(room.y / want / h, 5));
  scene.data.update(NODES.map((node) => ({ id: node.id, ...placeOf(node) })));
  const [full, tall] = [w * scene.sx, h * scene.sy];
  const scale = Math.max(least, Math.min(room.x / full, Math.max(room.y / tall, 0.86), 1.2));
  const x = full * scale <= room.x + 1 ? full / 2 : (vw / 2 - 28) / scale;
  // a picture that is too tall starts at the first pill of the columns that are in the window
  const first = NODES.map(placeOf).filter((at) => at.x < vw / scale).reduce((low, at) => Math.min(low, at.y), tall);
  const y = tall * scale <= room.y + 1 ? tall / 2 + 14 / scale : first + (vh / 2 - 64) / scale;
  scene.network.moveTo({ position: { x, y }, scale, animation: false });
};
const resize = () => {
  scene.network.setSize("100%", "100%");
  scene.network.redraw();
  fit();
  reveal();
};
const reveal = () => {
  if (!state.pick) return;
  const targets = state.pick.edge
    ? [edges.get(state.pick.edge).from, edges.get(state.pick.edge).to].map((id) => items.get(id))
    : entities.get(state.pick.node);
  const pane = $("canvas");
  const inside = (node) => {
    const at = scene.network.canvasToDOM(placeOf(node));
    return at.x > 30 && at.y > 44 && at.x < pane.clientWidth - 30 && at.y < pane.clientHeight - 30;
  };
  if (targets.some(inside)) return;
  const at = targets.map(placeOf);
  const mean = (axis) => at.reduce((sum, one) => sum + one[axis], 0) / at.length;
  const middle = targets.length > 1 && state.pick.node ? at[0] : { x: mean("x"), y: mean("y") };
  scene.network.moveTo({ position: middle, animation: false });
};

// The pill under a point, else the nearest ribbon within reach, else null.
const hit = (point) => {
  for (const node of NODES) {
    const box = boxOf(node);
    if (visible.has(node.id) && point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom) {
      return { node: node.id };
    }
  }
  const reach = 5 / scene.network.getScale();
  let best = null;
  let nearest = Infinity;
  for (const edge of EDGES) {
    if (!passes(edge) || (scene.lit && !scene.lit.edges.has(edge.id))) continue;
    const c = curveOf(edge);
    const far = edge.d.w / 2 + reach;
    if (point.x < c[0] || point.x > c[6] || point.y < Math.min(c[1], c[7]) - far || point.y > Math.max(c[1], c[7]) + far) continue;
    for (let low = 0, high = 1, step = 0; step < 24; step += 1) {
      // x grows along the curve, so the place above or below the point is found by halving
      const t = (low + high) / 2;
      const at = pointOn(c, t);
      if (at.x < point.x) low = t; else high = t;
      if (step < 23) continue;
      const before = pointOn(c, Math.max(0, t - 0.02));
      const after = pointOn(c, Math.min(1, t + 0.02));
      const slope = Math.hypot(after.x - before.x, after.y - before.y) / Math.max(after.x - before.x, 0.01);
      const away = Math.abs(at.y - point.y) / slope;
      if (away < far && away < nearest) [nearest, best] = [away, edge.id];
    }
  }
  return best === null ? null : { edge: best };
};

const refreshScene = () => {
  scene.lit = lit();
  const counts = new Map();
  for (const item of visible) counts.set(items.get(item).d.c, (counts.get(items.get(item).d.c) || 0) + 1);
  for (const [key, head] of headings) head.querySelector("small").textContent = counts.get(key) || 0;
  scene.network.redraw();
};

const startScene = (choose) => {
  readInk();
  scene.data = new vis.DataSet(NODES.map((node) => ({
    id: node.id, x: node.x, y: node.y, shape: "custom",
    ctxRenderer: ({ ctx }) => ({
      drawNode: () => drawPill(ctx, node),
      nodeDimensions: { width: node.d.w, height: node.d.h },
    }),
  })));
  scene.network = new vis.Network($("canvas"), { nodes: scene.data, edges: [] }, {
    autoResize: false,
    physics: false,
    layout: { improvedLayout: false },
    nodes: { chosen: false, fixed: true },
    interaction: { dragNodes: false, hover: false, selectable: false, keyboard: false, zoomSpeed: 0.6 },
  });
  for (const [key, , , count, text] of PAGE.columns) {
    const head = el("span", {}, text, el("small", {}, String(count)));
    head.style.color = `var(--${key[0] === "h" ? "help" : "helped"})`;
    headings.set(key, head);
    $("heads").append(head);
  }
  scene.network.on("beforeDrawing", drawUnder);
  scene.network.on("afterDrawing", drawHeads);
  scene.network.on("click", (event) => {
    $("tip").hidden = true;
    choose(hit(event.pointer.canvas));
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    readInk();
    scene.network.redraw();
  });
  const zoom = (factor) => scene.network.moveTo({ scale: Math.min(3, Math.max(0.1, scene.network.getScale() * factor)) });
  $("zoom-in").addEventListener("click", () => zoom(1.25));
  $("zoom-out").addEventListener("click", () => zoom(0.8));
  $("fit").addEventListener("click", fit);
  // A plain wheel scrolls a picture that is larger than its window; with Ctrl (or a pinch) it zooms.
  $("canvas").addEventListener("wheel", (event) => {
    const scale = scene.network.getScale();
    if (event.ctrlKey || PAGE.size[1] * scene.sy * scale <= $("canvas").clientHeight) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const at = scene.network.getViewPosition();
    const pace = event.deltaMode === 1 ? 18 : 1;
    scene.network.moveTo({ position: { x: at.x + (event.deltaX * pace) / scale, y: at.y + (event.deltaY * pace) / scale }, animation: false });
  }, { capture: true, passive: false });
  new ResizeObserver(() => $("canvas").clientWidth && resize()).observe($("canvas"));
};
