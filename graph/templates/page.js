// Start, filters, selection, keyboard and the state in the address.
let started = false;
const saveState = () => {
  const words = new URLSearchParams();
  if (state.view !== "flow") words.set("view", state.view);
  if (state.off.size) words.set("hide", [...state.off].sort().join(","));
  if (state.programme !== null) words.set("programme", state.programme);
  if (state.pick) words.set(...(state.pick.edge ? ["edge", state.pick.edge] : ["node", state.pick.node]));
  const text = words.toString();
  if (text === location.hash.slice(1)) return;
  // a sandboxed frame has no history of its own and throws
  try { history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search); } catch { /* stay */ }
};
const loadState = () => {
  const words = new URLSearchParams(location.hash.slice(1));
  state.view = words.get("view") === "table" ? "table" : "flow";
  state.off = new Set((words.get("hide") || "").split(",").filter((one) => MODALITIES.includes(one)));
  state.programme = programmes.includes(words.get("programme")) ? words.get("programme") : null;
  state.pick = null;
  if (edges.has(words.get("edge"))) state.pick = { edge: words.get("edge") };
  else if (entities.has(words.get("node"))) state.pick = { node: words.get("node") };
  else if (!started && PAGE.focus) state.pick = { node: PAGE.focus };
};

const select = (pick, { reveal: show = false } = {}) => {
  state.pick = pick;
  if (pick && pick.edge && !passes(edges.get(pick.edge))) clearFilters();
  refreshScene();
  refreshPanel();
  markRow();
  if (show && state.view === "flow") reveal();
  saveState();
};
const choose = (target) => {
  if (!target) return state.pick && select(null);
  return select(target.edge ? { edge: target.edge } : { node: thing(target.node) });
};

const clearFilters = () => { state.off.clear(); state.programme = null; refreshFilters(); };
const filterOnly = (kind) => {
  const alone = present.length === state.off.size + 1 && !state.off.has(kind);
  state.off = new Set(alone ? [] : present.filter((one) => one !== kind));
  refreshAll();
};
const present = MODALITIES.filter((kind) => EDGES.some((edge) => modality(edge) === kind));
const refreshFilters = () => {
  for (const chip of $("chips").children) {
    const { kind } = chip.dataset;
    chip.setAttribute("aria-pressed", String(!state.off.has(kind)));
    chip.querySelector("small").textContent = EDGES.filter((edge) => modality(edge) === kind && inProgramme(edge)).length;
  }
  $("programme").value = state.programme === null ? "" : `p${state.programme}`;
  $("reset").hidden = !state.off.size && state.programme === null;
  refreshVisible();
};
const refreshAll = () => {
  refreshFilters();
  refreshScene();
  refreshPanel();
  refreshTable();
  refreshView();
  saveState();
};
const refreshView = () => {
  for (const view of ["flow", "table"]) {
    $(view).hidden = state.view !== view;
    $(`tab-${view}`).setAttribute("aria-pressed", String(state.view === view));
  }
};
const startFilters = () => {
  for (const kind of present) {
    $("chips").append(el("button", {
      class: "chip", "data-kind": kind, style: `--hue:var(--${kind})`, title: T("filter-hint"),
      click: (event) => {
        if (event.detail > 1) return;
        if (state.off.has(kind)) state.off.delete(kind); else state.off.add(kind);
        refreshAll();
      },
      dblclick: () => { state.off.add(kind); state.off.delete(kind); filterOnly(kind); },
    }, el("i"), T(kind), el("small")));
  }
  const count = (programme) => EDGES.filter((edge) => (edge.d.g || NO_PROGRAMME) === programme).length;
  $("programme").append(el("option", { value: "" }, T("all-programmes")), ...programmes.map((one) =>
    el("option", { value: `p${one}` }, `${one === NO_PROGRAMME ? T("no-programme") : one} (${count(one)})`)));
  $("programme-label").hidden = programmes.length < 2;
  $("programme").addEventListener("change", (event) => {
    state.programme = event.target.value ? event.target.value.slice(1) : null;
    refreshAll();
  });
  $("csv").addEventListener("click", saveTable);
  $("reset").addEventListener("click", () => { clearFilters(); refreshAll(); });
  for (const view of ["flow", "table"]) {
    $(`tab-${view}`).addEventListener("click", () => { state.view = view; refreshView(); saveState(); });
  }
};

const tip = (target, at) => {
  const box = $("tip");
  box.hidden = !target;
  if (!target) return;
  const edge = target.edge && edges.get(target.edge);
  const d = edge ? null : items.get(target.node).d;
  box.replaceChildren(...(edge
    ? [el("b", {}, `${name(edge.from)} → ${name(edge.to)}`), `${T(modality(edge))} · ${particulars(edge)}`]
    : [el("b", {}, d.n), [T(d.k), d.a].filter(Boolean).join(" · ")]));
  const pane = $("flow").getBoundingClientRect();
  box.style.left = `${Math.max(6, Math.min(at.x + 14, pane.width - box.offsetWidth - 8))}px`;
  box.style.top = `${at.y + 18 + box.offsetHeight > pane.height ? at.y - box.offsetHeight - 10 : at.y + 18}px`;
};
const startPointer = () => {
  const pane = $("canvas");
  const same = (a, b) => (a && a.edge) === (b && b.edge) && (a && a.node) === (b && b.node);
  const leave = () => { if (scene.over) { scene.over = null; scene.network.redraw(); } tip(null); };
  pane.addEventListener("pointermove", (event) => {
    if (event.buttons) return leave();
    const box = pane.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    const target = hit(scene.network.DOMtoCanvas(at));
    pane.style.cursor = target ? "pointer" : "grab";
    tip(target, at);
    if (same(target, scene.over)) return undefined;
    scene.over = target;
    return scene.network.redraw();
  });
  pane.addEventListener("pointerleave", leave);
};
// Arrow keys walk to the nearest pill in that direction.
const walk = (key) => {
  const shown = NODES.filter((node) => visible.has(node.id));
  const from = state.pick && state.pick.node && entities.get(state.pick.node).find((node) => visible.has(node.id));
  if (!from) return shown.length && select({ node: shown[0].d.e }, { reveal: true });
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const a = placeOf(from);
  let best = null;
  for (const node of shown) {
    const b = placeOf(node);
    const ahead = (b.x - a.x) * dx + (b.y - a.y) * dy;
    const aside = Math.abs((b.x - a.x) * dy) + Math.abs((b.y - a.y) * dx);
    if (node.d.e === from.d.e || ahead <= 4) continue;
    const cost = ahead + aside * 2.5;
    if (!best || cost < best.cost) best = { node, cost };
  }
  return best && select({ node: best.node.d.e }, { reveal: true });
};
const startKeys = () => {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = ["INPUT", "SELECT"].includes(event.target.tagName);
    if (event.key === "Escape" && state.pick) {
      const { edge } = state.pick;
      select(null);
      const line = [...document.querySelectorAll("tbody tr")].find((one) => one.dataset.edge === edge);
      sorting.quiet = true;
      if (state.view === "table" && line) line.focus();
      sorting.quiet = false;
    } else if (event.key === "/" && !typing) $("search").focus();
    else if (event.target === $("canvas") && event.key.startsWith("Arrow")) walk(event.key);
    else if (event.target === $("canvas") && event.key === "Enter") $("panel").focus();
    else return;
    event.preventDefault();
  });
};

const start = () => {
  const named = new Set(EDGES.flatMap((edge) => [thing(edge.from), thing(edge.to)]));
  const summary = T("summary", { relations: EDGES.length, entities: named.size, sources: PAGE.sources.length });
  $("summary").textContent = [summary, PAGE.coverage].filter(Boolean).join(" · ");
  if (!EDGES.length) {
    for (const id of ["flow", "panel"]) $(id).hidden = true;
    document.querySelector(".tools").hidden = document.querySelector(".find").hidden = true;
    $("empty").hidden = false;
    return;
  }
  startFilters();
  loadState();
  refreshVisible();
  startScene(choose);
  startSearch();
  startPointer();
  startKeys();
  fit();
  refreshAll();
  reveal();
  started = true;
  window.addEventListener("hashchange", () => { loadState(); refreshAll(); });
};
start();

// For tests and for scripts around the page: where things are, in the window's coordinates.
const toWindow = (at) => {
  const pane = $("canvas").getBoundingClientRect();
  const dom = scene.network.canvasToDOM(at);
  return { x: dom.x + pane.left, y: dom.y + pane.top };
};
window.bangfu = Object.freeze({
  boxes: () => NODES.filter((node) => visible.has(node.id)).map((node) => {
    const box = boxOf(node);
    return { id: node.id, entity: node.d.e, label: node.label, from: toWindow({ x: box.left, y: box.top }), to: toWindow({ x: box.right, y: box.bottom }) };
  }),
  ribbons: () => shownEdges().map((edge) => {
    const curve = curveOf(edge);
    // the first place along the ribbon that no pill and no other ribbon covers
    const free = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].find((t) => (hit(pointOn(curve, t)) || {}).edge === edge.id);
    return { id: edge.id, width: edge.d.w, middle: toWindow(pointOn(curve, 0.5)), spot: free === undefined ? null : toWindow(pointOn(curve, free)) };
  }),
  picked: () => state.pick,
});
