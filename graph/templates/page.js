// Start, selection, keyboard, looks, and the state in the address.
let started = false;
const saveState = () => {
  const words = new URLSearchParams();
  const put = (key, value) => { if (value) words.set(key, value); };
  put("view", state.view === "flow" ? "" : state.view);
  put("level", state.level === PAGE.opens ? "" : state.level);
  put("open", [...state.open].sort().join("|"));
  put("hide", [...state.off].sort().join(","));
  if (state.programme !== null) words.set("programme", state.programme);
  put("years", state.years && state.years.join("-"));
  put("sure", state.sure);
  put("class", state.cls);
  put("lang", state.lang === PAGE.lang ? "" : state.lang);
  if (state.step !== null) words.set("step", state.step + 1);
  if (state.pick && state.pick.event) words.set("event", state.pick.event);
  else if (state.pick) words.set(...(state.pick.edge ? [state.pick.one ? "edge" : "ribbon", state.pick.edge] : ["node", state.pick.node]));
  const text = words.toString();
  if (text === location.hash.slice(1)) return;
  // a sandboxed frame has no history of its own and throws
  try { history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search); } catch { /* stay */ }
};
const loadState = () => {
  const words = new URLSearchParams(location.hash.slice(1));
  const among = (list, key, usual) => (list.includes(words.get(key)) ? words.get(key) : usual);
  const years = /^(\d{1,4})-(\d{1,4})$/.exec(words.get("years") || "");
  const step = Number(words.get("step")) - 1;
  Object.assign(state, {
    view: among(VIEWS, "view", "flow"), level: among(LEVELS, "level", PAGE.opens), lang: among(["zh", "en"], "lang", state.lang),
    open: new Set((words.get("open") || "").split("|").filter((id) => children.has(id))),
    off: new Set((words.get("hide") || "").split(",").filter((one) => MODALITIES.includes(one))),
    programme: among(programmes, "programme", null),
    years: YEARS && years && Number(years[1]) <= Number(years[2]) ? [Math.max(YEARS[0], Number(years[1])), Math.min(YEARS[1], Number(years[2]))] : null,
    sure: among(["sure", "doubtful", "planned"], "sure", ""), cls: among(classes, "class", ""),
    step: PAGE.story[step] ? step : null, pick: null,
  });
  if (edges.has(words.get("edge"))) state.pick = { edge: words.get("edge"), one: true };
  else if (edges.has(words.get("ribbon"))) state.pick = { edge: words.get("ribbon") };
  else if (eventAt.has(words.get("event"))) state.pick = { event: words.get("event") };
  else if (entities.has(words.get("node"))) state.pick = { node: words.get("node") };
  else if (!started && PAGE.focus) state.pick = { node: PAGE.focus };
  if (state.step === null && !words.toString() && !started && PAGE.story.length) state.step = 0;
};

const select = (pick, { reveal: show = false } = {}) => {
  state.pick = pick;
  if (pick && pick.edge && !passes(edges.get(pick.edge))) clearFilters();
  // filters that hide all of a thing that is asked for by name would show an empty answer
  if (pick && pick.node && show && filtered() && !allWithin(pick.node).some((item) => (touching.get(item) || []).some(passes))) clearFilters();
  refreshScene();
  refreshPanel();
  markRow();
  refreshTimeline();
  refreshMap();
  if (show) reveal();
  saveState();
};
const choose = (target) => {
  if (!target) return state.pick && select(null);
  if (target.node) return select({ node: thing(target.node) });
  const link = geo.shown.find((one) => one.id === target.link);
  return select({ edge: link.now[0].id, one: link.own });
};
const centre = () => {
  const ids = state.pick && state.pick.node ? standing(state.pick.node) : [];
  if (ids.length) scene.network.moveTo({ position: { x: markOf(ids[0]).x, y: markOf(ids[0]).y }, scale: 1, animation: false });
};
const toggle = (id) => {
  if (!canOpen(id)) return choose({ node: id });
  if (state.open.has(id)) state.open.delete(id); else state.open.add(id);
  const before = markOf(id);
  const view = scene.network.getViewPosition();
  repack();
  refreshScene();
  moveAfter(id, before, view);
  refreshPanel();
  return saveState();
};
// What was opened stays where it was in the window, if the whole does not fit anyway.
const moveAfter = (id, before, view) => {
  fit();
  if (!geo.at.has(id)) return;
  const pane = $("canvas");
  const at = scene.network.canvasToDOM(markOf(id));
  if (at.y > 40 && at.y < pane.clientHeight - 20) return;
  scene.network.moveTo({ position: { x: scene.network.getViewPosition().x, y: view.y + markOf(id).y - before.y }, animation: false });
};
const setLevel = (level) => {
  state.level = level;
  state.open.clear();
  repack();
  refreshAll();
  fit();
  reveal();
};
const setView = (view) => {
  state.view = view;
  refreshAll();
  if (onCanvas()) { fit(); reveal(); }
};

const refreshAll = () => {
  refreshFilters();
  refreshView();
  refreshScene();
  refreshPanel();
  refreshTable();
  refreshTimeline();
  refreshMap();
  refreshStory();
  saveState();
};
const refreshView = () => {
  $("flow").hidden = !onCanvas();
  for (const view of ["timeline", "map", "table"]) $(view).hidden = state.view !== view;
  for (const view of VIEWS) $(`tab-${view}`).setAttribute("aria-pressed", String(state.view === view));
  for (const level of LEVELS) $(`level-${level}`).setAttribute("aria-pressed", String(state.level === level && !state.open.size));
  $("levels").hidden = !onCanvas();
  $("canvas").setAttribute("aria-label", T(isWeb() ? "network-label" : "canvas"));
};
const summaryText = () => {
  const named = new Set(EDGES.flatMap((edge) => [thing(edge.from), thing(edge.to)]));
  const counts = { relations: countOf(EDGES), entities: named.size, sources: PAGE.sources.length };
  return [T(told(PAGE.coverage) ? "summary-short" : "summary", counts), told(PAGE.coverage).replace(/[.。]$/, ""), T("caveat-short")].filter(Boolean).join(" · ");
};
const speak = () => {
  document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
  document.title = $("title").textContent = told(PAGE.title);
  for (const one of document.querySelectorAll("[data-t]")) one.textContent = T(one.dataset.t);
  for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-label", T(one.dataset.label));
  for (const one of document.querySelectorAll("[data-title]")) one.title = T(one.dataset.title);
  for (const one of document.querySelectorAll("[data-hint]")) one.placeholder = T(one.dataset.hint);
  $("summary").textContent = $("summary").title = summaryText();
};
const recolour = () => {
  readInk();
  scene.network.redraw();
  refreshTimeline();
  refreshMap();
};
const startLooks = () => {
  $("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    root.dataset.theme = dark ? "light" : "dark";
    recolour();
  });
  $("language").addEventListener("click", () => {
    state.lang = state.lang === "zh" ? "en" : "zh";
    speak();
    refreshAll();
  });
  $("tour").addEventListener("click", () => (state.step === null ? goStep(0) : ((state.step = null), refreshStory(), saveState())));
  $("help").addEventListener("click", () => { $("keys").hidden = !$("keys").hidden; });
  for (const view of VIEWS) $(`tab-${view}`).addEventListener("click", () => setView(view));
  for (const level of LEVELS) $(`level-${level}`).addEventListener("click", () => setLevel(level));
  new ResizeObserver(() => refreshTimeline()).observe($("timeline"));
};

const tip = (target, at) => {
  const box = $("tip");
  box.hidden = !target;
  if (!target) return;
  const link = target.link && geo.shown.find((one) => one.id === target.link);
  const d = link ? null : items.get(target.node).d;
  box.replaceChildren(...(link
    ? [el("b", {}, `${name(link.from)} → ${name(link.to)}`), `${T(link.m)} · ${link.own ? particulars(link.now[0]) : T("relation-count", { count: countOf(link.now) })}`]
    : [el("b", {}, d.n), [T(d.k), d.a].filter(Boolean).join(" · ")]));
  const pane = $("flow").getBoundingClientRect();
  box.style.left = `${Math.max(6, Math.min(at.x + 14, pane.width - box.offsetWidth - 8))}px`;
  box.style.top = `${at.y + 18 + box.offsetHeight > pane.height ? at.y - box.offsetHeight - 10 : at.y + 18}px`;
};
const startPointer = () => {
  const pane = $("canvas");
  const same = (a, b) => (a && a.link) === (b && b.link) && (a && a.node) === (b && b.node);
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
// Arrow keys walk to the nearest thing in that direction.
const walk = (key) => {
  const ids = [...geo.visible];
  const from = state.pick && state.pick.node && standing(state.pick.node).find((id) => geo.visible.has(id));
  if (!from) return ids.length && select({ node: thing(ids[0]) }, { reveal: true });
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const a = markOf(from);
  let best = null;
  for (const id of ids) {
    const b = markOf(id);
    const ahead = (b.x - a.x) * dx + (b.y - a.y) * dy;
    const aside = Math.abs((b.x - a.x) * dy) + Math.abs((b.y - a.y) * dx);
    if (thing(id) === thing(from) || ahead <= 4) continue;
    const cost = ahead + aside * 2.5;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best && select({ node: thing(best.id) }, { reveal: true });
};
const letters = {
  "/": () => $("search").focus(),
  "[": () => setLevel(LEVELS[Math.max(0, LEVELS.indexOf(state.level) - 1)]),
  "]": () => setLevel(LEVELS[Math.min(2, LEVELS.indexOf(state.level) + 1)]),
  e: () => { const [id] = state.pick && state.pick.node ? openable(state.pick.node) : []; if (id) toggle(id); },
  f: () => fit(),
  d: () => $("theme").click(),
  "?": () => $("help").click(),
};
const startKeys = () => {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = ["INPUT", "SELECT"].includes(event.target.tagName);
    if (event.key === "Escape" && !$("keys").hidden) $("keys").hidden = true;
    else if (event.key === "Escape" && state.pick) {
      const { edge } = state.pick;
      select(null);
      const line = [...document.querySelectorAll("tbody tr")].find((one) => one.dataset.edge === edge);
      sorting.quiet = true;
      if (state.view === "table" && line) line.focus();
      sorting.quiet = false;
    } else if (event.target === $("canvas") && event.key.startsWith("Arrow")) walk(event.key);
    else if (event.target === $("canvas") && event.key === "Enter") $("panel").focus();
    else if (!typing && /^[1-5]$/.test(event.key)) setView(VIEWS[Number(event.key) - 1]);
    else if (!typing && Object.hasOwn(letters, event.key)) letters[event.key]();
    else return;
    event.preventDefault();
  });
};

const start = () => {
  speak();
  if (!EDGES.length) {
    for (const id of ["flow", "panel"]) $(id).hidden = true;
    document.querySelector(".tools").hidden = document.querySelector(".find").hidden = document.querySelector(".saving").hidden = $("link").hidden = true;
    $("empty-coverage").textContent = told(PAGE.coverage) ? `${T("coverage")}${colon()}${told(PAGE.coverage)}` : "";
    $("empty").hidden = false;
    return;
  }
  startFilters();
  loadState();
  speak();
  refreshPassing();
  repack();
  startScene(choose, toggle);
  startSearch();
  startPointer();
  startKeys();
  startSaving();
  startLooks();
  if (!started && state.step !== null && !state.pick) goStep(state.step);
  else refreshAll();
  fit();
  reveal();
  started = true;
  window.addEventListener("hashchange", () => { loadState(); speak(); repack(); refreshAll(); fit(); reveal(); });
};
start();

// For tests and for scripts around the page: where things are, in the window's coordinates.
const toWindow = (at) => {
  const pane = $("canvas").getBoundingClientRect();
  const dom = scene.network.canvasToDOM(at);
  return { x: dom.x + pane.left, y: dom.y + pane.top };
};
window.bangfu = Object.freeze({
  boxes: () => [...geo.visible].map((id) => {
    const box = boxOf(id);
    return { id, entity: thing(id), label: items.get(id).label, closed: geo.at.get(id).closed, from: toWindow({ x: box.left, y: box.top }), to: toWindow({ x: box.right, y: box.bottom }) };
  }),
  ribbons: () => geo.shown.map((link) => {
    const route = routeOf(link);
    // the first place along the ribbon that no pill and no other ribbon covers
    const free = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].find((t) => (hitFlow(along(route, t)) || {}).link === link.id);
    const way = Array.from({ length: 81 }, (_, place) => toWindow(along(route, place / 80)));
    return { id: link.id, ends: [link.from, link.to], way, width: link.width, count: countOf(link.now), relations: [...new Set(link.now.map(relationOf))], middle: toWindow(along(route, 0.5)), spot: free === undefined ? null : toWindow(along(route, free)) };
  }),
  marks: () => [...web.marks.values()].filter(webVisible).map((mark) => ({ entity: mark.entity, r: mark.r, at: toWindow(mark) })),
  picked: () => state.pick,
  csv: csvText,
  svg: svgText,
  redraw: () => scene.network.redraw(),
  move: (x, y) => scene.network.moveTo({ position: { x, y }, animation: false }),
});
