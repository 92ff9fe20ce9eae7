// The flow: bands, thin lines of belonging, ribbons under pills.
const isSolid = (node) => node.d.c.endsWith(".province");
const isRound = (node) => node.d.c.endsWith(".school") || node.d.c.endsWith(".person");
const boxOf = (id) => {
  const at = placeOf(id);
  const { w, h } = geo.at.get(id);
  return { left: at.x - w / 2, right: at.x + w / 2, top: at.y - h / 2, bottom: at.y + h / 2 };
};
const treeOf = (id) => {
  const parent = items.get(id).d.p;
  if (!parent || !geo.at.has(parent) || isPerson(id)) return null;
  const [left, right] = geo.at.get(id).x < geo.at.get(parent).x ? [id, parent] : [parent, id];
  const [a, b] = [placeOf(left), placeOf(right)];
  const [x1, x2] = [a.x + geo.at.get(left).w / 2, b.x - geo.at.get(right).w / 2];
  return { parent, curve: [x1, a.y, (x1 + x2) / 2, a.y, (x1 + x2) / 2, b.y, x2, b.y] };
};
const drawBands = (ctx) => {
  // at least as tall as the window, so that few nodes do not float on an empty page
  const top = Math.min(-16, scene.network.DOMtoCanvas({ x: 0, y: 30 }).y);
  const foot = scene.network.DOMtoCanvas({ x: 0, y: $("canvas").clientHeight + 12 }).y;
  const low = Math.max(geo.size[1] * scene.sy + 16, foot);
  for (const [key, x, width] of geo.columns) {
    ctx.fillStyle = sideInk(key, "-band");
    ctx.beginPath();
    ctx.roundRect(x * scene.sx - width / 2 - 11, top, width + 22, low - top, 12);
    ctx.fill();
  }
};
const bezier = (ctx, ...curves) => {
  ctx.beginPath();
  ctx.moveTo(curves[0][0], curves[0][1]);
  for (const c of curves) ctx.bezierCurveTo(c[2], c[3], c[4], c[5], c[6], c[7]);
  ctx.stroke();
};
const drawTree = (ctx) => {
  ctx.lineWidth = 1;
  for (const id of geo.visible) {
    const tree = treeOf(id);
    if (!tree || !geo.visible.has(tree.parent)) continue;
    const c = tree.curve;
    if (!inView(c[0], Math.min(c[1], c[7]), c[6], Math.max(c[1], c[7]))) continue;
    ctx.globalAlpha = scene.lit && !(scene.lit.items.has(id) && scene.lit.items.has(tree.parent)) ? 0.07 : 0.38;
    ctx.strokeStyle = sideInk(id);
    bezier(ctx, tree.curve);
  }
};
const headOf = (width) => 4.5 + width * 0.7;
// The curves of a ribbon, the last one shorter by the arrow's head.
const shaftOf = (route, head) => {
  const c = route.at(-1);
  return [...route.slice(0, -1), [...c.slice(0, 4), c[4] - head, c[5], c[6] - head, c[7]]];
};
const drawRibbon = (ctx, link, alpha) => {
  const route = routeOf(link);
  const c = route.at(-1);
  const ys = route.flatMap((one) => [one[1], one[7]]);
  if (!inView(route[0][0], Math.min(...ys) - link.width, c[6], Math.max(...ys) + link.width)) return;
  const over = scene.over && scene.over.link === link.id;
  const width = link.width + (over ? 1.2 : 0);
  const head = headOf(width);
  ctx.globalAlpha = over ? 1 : alpha;
  ctx.strokeStyle = ctx.fillStyle = scene.ink[link.m];
  ctx.lineWidth = width;
  ctx.setLineDash(link.dashed ? [5, 4] : []);
  bezier(ctx, ...shaftOf(route, head));
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(c[6], c[7]);
  ctx.lineTo(c[6] - head, c[7] - head * 0.55);
  ctx.lineTo(c[6] - head, c[7] + head * 0.55);
  ctx.fill();
  if (link.against && alpha > 0.1) drawAgainst(ctx, along(route, 0.5));
};
// A ring with a stroke of exclamation: sources disagree here.
const drawAgainst = (ctx, at) => {
  ctx.globalAlpha = 1;
  ctx.fillStyle = scene.ink.card;
  ctx.strokeStyle = scene.ink.alarm;
  ctx.lineWidth = 1.6;
  ctx.beginPath();
  ctx.arc(at.x, at.y, 7.5, 0, 7);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = scene.ink.alarm;
  ctx.font = `700 11px ${scene.ink.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText("!", at.x, at.y + 0.5);
};
const drawFlow = (ctx) => {
  drawBands(ctx);
  drawTree(ctx);
  const bright = (link) => !scene.lit || scene.lit.links.has(link.id);
  const usual = geo.shown.length > 250 ? 0.6 : 0.78;
  for (const link of geo.shown) if (!bright(link)) drawRibbon(ctx, link, 0.06);
  for (const link of geo.shown) if (bright(link)) drawRibbon(ctx, link, scene.lit ? 0.92 : usual);
};

const weightOf = (node) => (isSolid(node) || (node.d.c.endsWith(".place") && !node.d.z) ? 600 : 400);
const drawPill = (ctx, node) => {
  if (!geo.visible.has(node.id)) return;
  const { left, top } = boxOf(node.id);
  const { w, h, closed } = geo.at.get(node.id);
  if (!inView(left, top, left + w, top + h)) return;
  const { t, c } = node.d;
  const dim = scene.lit && !scene.lit.items.has(node.id);
  const picked = state.pick && state.pick.node === node.d.e;
  const over = scene.over && scene.over.node === node.id;
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(left, top, w, h, isRound(node) ? Math.min(h / 2, 15) : 5);
  ctx.fillStyle = scene.ink.paper;
  ctx.fill();
  ctx.globalAlpha = dim ? 0.26 : 1;
  ctx.fillStyle = isSolid(node) ? sideInk(c) : isRound(node) ? scene.ink.card : sideInk(c, "-fill");
  ctx.fill();
  ctx.strokeStyle = picked ? scene.ink.accent : sideInk(c);
  ctx.lineWidth = picked ? 3 : over ? 2 : 1;
  if (node.d.k === "group") ctx.setLineDash([4, 3]);
  ctx.stroke();
  ctx.setLineDash([]);
  const ink = isSolid(node) ? scene.ink["solid-text"] : scene.ink.ink;
  ctx.fillStyle = ink;
  ctx.font = `${weightOf(node)} ${t}px ${scene.ink.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const person = c.endsWith(".person");
  const shift = person ? 7 : closed ? 9 : 0;
  ctx.fillText(node.label, left + w / 2 + shift, top + h / 2 + 0.5, w - 12 - 2 * shift);
  if (person) {
    ctx.fillStyle = scene.ink.soft;
    ctx.beginPath();
    ctx.arc(left + 14, top + h / 2 - 3, 3, 0, 7);
    ctx.fill();
    ctx.beginPath();
    ctx.arc(left + 14, top + h / 2 + 6.5, 5, Math.PI, 0);
    ctx.fill();
  } else if (closed) {
    const [x, y] = [left + 15, top + h / 2];
    ctx.strokeStyle = ink;
    ctx.lineWidth = 1.3;
    ctx.beginPath();
    ctx.arc(x, y, 5.8, 0, 7);
    ctx.moveTo(x - 3, y);
    ctx.lineTo(x + 3, y);
    ctx.moveTo(x, y - 3);
    ctx.lineTo(x, y + 3);
    ctx.stroke();
  }
  ctx.restore();
};

// The pill under a point, else the nearest ribbon within reach, else null.
const hitFlow = (point) => {
  for (const id of geo.visible) {
    const box = boxOf(id);
    if (point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom) return { node: id };
  }
  const reach = 5 / scene.network.getScale();
  let best = null;
  let closest = Infinity;
  for (const link of geo.shown) {
    if (scene.lit && !scene.lit.links.has(link.id)) continue;
    const route = routeOf(link);
    const far = link.width / 2 + reach;
    if (point.x < route[0][0] || point.x > route.at(-1)[6]) continue;
    const c = pieceAt(route, point.x);
    if (point.y < Math.min(c[1], c[7]) - far || point.y > Math.max(c[1], c[7]) + far) continue;
    const t = shareAt(c, point.x);
    const before = pointOn(c, Math.max(0, t - 0.02));
    const after = pointOn(c, Math.min(1, t + 0.02));
    const slope = Math.hypot(after.x - before.x, after.y - before.y) / Math.max(after.x - before.x, 0.01);
    const away = Math.abs(pointOn(c, t).y - point.y) / slope;
    if (away < far && away < closest) [closest, best] = [away, link.id];
  }
  return best === null ? null : { link: best };
};
