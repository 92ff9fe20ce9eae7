// The canvas of flow and network. vis-network pans, zooms and calls the pills' renderer; ribbons
// are drawn under the pills, because vis would lay parallel edges on each other without physics.
const SMALLEST = 0.72;
const SMALLEST_PHONE = 0.6;
const scene = { network: null, data: null, sx: 1, sy: 1, ink: {}, lit: null, over: null };

const readInk = () => {
  const style = getComputedStyle(document.documentElement);
  for (const key of ["paper", "card", "ink", "soft", "line", "accent", "help", "help-band", "help-fill",
    "helped", "helped-band", "helped-fill", "both", "alarm", "solid-text", "font", "pale", "open", ...MODALITIES]) {
    scene.ink[key] = style.getPropertyValue(`--${key}`).trim();
  }
};
const sideInk = (item, part = "") => scene.ink[(item[0] === "h" ? "help" : "helped") + part];
const isWeb = () => state.view === "network";
const onCanvas = () => state.view === "flow" || isWeb();
const placeOf = (id) => {
  const at = geo.at.get(id);
  return { x: at.x * scene.sx, y: at.y * scene.sy };
};
const markOf = (id) => (isWeb() ? web.marks.get(thing(id)) : placeOf(id));
// What lies outside the window is not drawn.
const inView = (x1, y1, x2, y2) => x2 >= scene.view.left && x1 <= scene.view.right && y2 >= scene.view.top && y1 <= scene.view.bottom;
const look = () => {
  const [a, b] = [scene.network.DOMtoCanvas({ x: 0, y: 0 }), scene.network.DOMtoCanvas({ x: $("canvas").clientWidth, y: $("canvas").clientHeight })];
  scene.view = { left: a.x, top: a.y, right: b.x, bottom: b.y };
};
const drawUnder = (ctx) => {
  look();
  ctx.save();
  if (isWeb()) drawWeb(ctx); else drawFlow(ctx);
  ctx.restore();
};
const hit = (point) => (isWeb() ? hitWeb(point) : hitFlow(point));

const headings = new Map();
const drawHeads = () => {
  $("heads").hidden = isWeb();
  $("thumb").hidden = true;
  if (isWeb()) return;
  for (const [key, x] of geo.columns) {
    headings.get(key).style.left = `${scene.network.canvasToDOM({ x: x * scene.sx, y: 0 }).x}px`;
  }
  // how much of a tall picture is in the window, and where
  const pane = $("canvas").clientHeight;
  const tall = geo.size[1] * scene.sy + 60;
  const scale = scene.network.getScale();
  const part = pane / (tall * scale);
  $("thumb").hidden = part >= 0.98;
  const share = -scene.network.canvasToDOM({ x: 0, y: -40 }).y / (tall * scale);
  $("thumb").style.height = `${part * 100}%`;
  $("thumb").style.top = `${Math.max(0, Math.min(share, 1 - part)) * 100}%`;
};
const refreshHeads = () => {
  const counts = new Map();
  for (const id of geo.visible) counts.set(items.get(id).d.c, (counts.get(items.get(id).d.c) || 0) + 1);
  headings.clear();
  $("heads").replaceChildren(...geo.columns.map(([key]) => {
    const head = el("span", { style: `color:var(--${key[0] === "h" ? "help" : "helped"})` },
      T(key.replace(".", "-")), el("small", {}, String(counts.get(key) || 0)));
    headings.set(key, head);
    return head;
  }));
};

// Columns are stretched to fill the window; below a readable size the picture scrolls instead.
const fit = () => {
  if (!onCanvas()) return;
  const pane = $("canvas");
  const [vw, vh] = [pane.clientWidth, pane.clientHeight];
  if (!vw || !vh) return;
  if (isWeb()) {
    const box = webSize();
    const scale = Math.min((vw - 30) / (box.right - box.left), (vh - 30) / (box.bottom - box.top), 1.5);
    scene.network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale, animation: false });
    return;
  }
  const least = vw < 600 ? SMALLEST_PHONE : SMALLEST;
  const [w, h] = geo.size;
  const room = { x: vw - 56, y: vh - 92 };
  // all of it if that stays readable; else a scale at which one scrolls
  const most = geo.merged ? 1.35 : 1.2;
  const high = (tall) => (room.y / tall >= 0.75 ? room.y / tall : 0.86);
  const want = Math.max(least, Math.min(room.x / w, high(h), most));
  scene.sx = Math.max(1, Math.min(room.x / want / w, geo.columns.length < 4 ? 4 : 2.2));
  scene.sy = Math.max(1, Math.min(room.y / want / h, 5));
  moveNodes();
  const [full, tall] = [w * scene.sx, h * scene.sy];
  const scale = Math.max(least, Math.min(room.x / full, high(tall), most));
  const x = full * scale <= room.x + 1 ? full / 2 : (vw / 2 - 28) / scale;
  // a picture that is too tall starts at the first pill of the columns that are in the window
  const first = [...geo.at.keys()].map(placeOf).filter((at) => at.x < vw / scale).reduce((low, at) => Math.min(low, at.y), tall);
  const y = tall * scale <= room.y + 1 ? tall / 2 - 1 / scale : first + (vh / 2 - 58) / scale;
  scene.network.moveTo({ position: { x, y }, scale, animation: false });
  // vis leaves out what was not in the window where it stood before; the next drawing knows better
  scene.network.redraw();
};
const moveNodes = () => {
  scene.data.update(NODES.filter((node) => geo.at.has(node.id)).map((node) => ({ id: node.id, ...placeOf(node.id) })));
};
const resize = () => {
  scene.network.setSize("100%", "100%");
  scene.network.redraw();
  fit();
  reveal();
};
const standing = (entity) => entities.get(entity).map((node) => standsFor(node.id)).filter((id) => geo.at.has(id));
const reveal = () => {
  if (!state.pick || state.pick.event || !onCanvas()) return;
  const targets = state.pick.edge
    ? [edges.get(state.pick.edge).from, edges.get(state.pick.edge).to].map(standsFor).filter((id) => geo.at.has(id))
    : standing(state.pick.node);
  const pane = $("canvas");
  const inside = (id) => {
    const at = scene.network.canvasToDOM(markOf(id));
    return at.x > 30 && at.y > 44 && at.x < pane.clientWidth - 30 && at.y < pane.clientHeight - 30;
  };
  if (!targets.length || targets.some(inside)) return;
  const at = targets.map(markOf);
  const mean = (axis) => at.reduce((sum, one) => sum + one[axis], 0) / at.length;
  const middle = targets.length > 1 && state.pick.node ? { x: at[0].x, y: at[0].y } : { x: mean("x"), y: mean("y") };
  scene.network.moveTo({ position: middle, animation: false });
};

const refreshScene = () => {
  scene.lit = lit();
  refreshHeads();
  $("legend-width").textContent = T(geo.merged ? "legend-width-count" : "legend-width");
  scene.network.redraw();
};
// Anew after a change of level: pack, place, show.
const repack = () => {
  pack();
  packWeb();
  refreshVisible();
  scene.over = null;
};

const startScene = (choose, toggle) => {
  readInk();
  scene.data = new vis.DataSet(NODES.map((node) => ({
    id: node.id, x: node.x, y: node.y, shape: "custom",
    ctxRenderer: ({ ctx }) => ({
      drawNode: () => { if (!isWeb()) drawPill(ctx, node); },
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
  // the frame around it has the name and the keys: no second stop without one
  for (const one of $("canvas").querySelectorAll("[tabindex]")) one.setAttribute("tabindex", "-1");
  scene.network.on("beforeDrawing", drawUnder);
  scene.network.on("afterDrawing", drawHeads);
  // a second click soon after the first on the same thing opens or closes it
  let last = { at: 0, node: null };
  scene.network.on("click", (event) => {
    $("tip").hidden = true;
    const target = hit(event.pointer.canvas);
    const node = target && target.node;
    const twice = node && node === last.node && event.event.timeStamp - last.at < 450;
    last = { at: event.event.timeStamp, node: twice ? null : node };
    if (twice) toggle(node); else choose(target);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  const zoom = (factor) => scene.network.moveTo({ scale: Math.min(3, Math.max(0.1, scene.network.getScale() * factor)) });
  $("zoom-in").addEventListener("click", () => zoom(1.25));
  $("zoom-out").addEventListener("click", () => zoom(0.8));
  $("fit").addEventListener("click", fit);
  // A plain wheel scrolls a picture that is larger than its window; with Ctrl (or a pinch) it zooms.
  $("canvas").addEventListener("wheel", (event) => {
    const scale = scene.network.getScale();
    if (event.ctrlKey || isWeb() || geo.size[1] * scene.sy * scale <= $("canvas").clientHeight) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const at = scene.network.getViewPosition();
    const pace = event.deltaMode === 1 ? 18 : 1;
    scene.network.moveTo({ position: { x: at.x + (event.deltaX * pace) / scale, y: at.y + (event.deltaY * pace) / scale }, animation: false });
  }, { capture: true, passive: false });
  new ResizeObserver(() => $("canvas").clientWidth && resize()).observe($("canvas"));
};
