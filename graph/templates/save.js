// What leaves the page: CSV for spreadsheets, SVG and PNG of the view that is open, print, the link.
const fileName = (end) => `${told(PAGE.title).replace(/[^\p{L}\p{N}]+/gu, " ").trim().slice(0, 60) || "bangfu"}.${end}`;
const download = (blob, end) => {
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: fileName(end) }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};

// UTF-8 with its mark, and no cell is a formula.
const cellText = (value) => {
  const text = String(value ?? "");
  const safe = /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
};
const csvText = () => {
  const head = ["helper", "via", "recipient", "modality", "programme", "time", "status-name", "persons", "documents", "trust", "against", "evidence", "address"];
  const lines = sorted(asRows(shownEdges())).map((edge) => [
    name(helperOf(edge)), personsOf(edge).map(name).join("、"), name(edge.to), T(modality(edge)), edge.d.g,
    dates(edge.d), edge.d.t && T(edge.d.t), edge.d.n, sourcesOf([edge]) || edge.d.r, edge.d.q, edge.against.map(told).join(" / "),
    allProofsOf(edge).map((rowOf) => rowOf[0]).join(" / "),
    [...new Set(allProofsOf(edge).map((rowOf) => PAGE.sources[rowOf[1]][0]))].join(" "),
  ]);
  return `\uFEFF${[head.map((key) => T(key)), ...lines].map((line) => line.map(cellText).join(",")).join("\r\n")}\r\n`;
};

// The canvas views once more as SVG, with the same geometry and inks.
const num = (value) => value.toFixed(1);
const cubic = (...curves) => `M${num(curves[0][0])} ${num(curves[0][1])}${curves.map((c) => `C${c.slice(2).map(num).join(" ")}`).join("")}`;
const triangle = (a, b, c, fill, opacity) => sv("path", { d: `M${num(a.x)} ${num(a.y)}L${num(b.x)} ${num(b.y)}L${num(c.x)} ${num(c.y)}z`, fill, opacity });
const alphaOf = (on, dim) => (on ? 1 : dim);
const againstMark = (at) => [
  sv("circle", { cx: num(at.x), cy: num(at.y), r: 7.5, fill: scene.ink.card, stroke: scene.ink.alarm, "stroke-width": 1.6 }),
  sv("text", { x: num(at.x), y: num(at.y + 4), "font-size": 11, "font-weight": 700, "text-anchor": "middle", fill: scene.ink.alarm }, "!")];
const flowParts = () => {
  const on = (link) => !scene.lit || scene.lit.links.has(link.id);
  const low = geo.size[1] * scene.sy + 14;
  const bands = geo.columns.map(([key, x, width]) => [
    sv("rect", { x: num(x * scene.sx - width / 2 - 11), y: -14, width: num(width + 22), height: num(low + 14), rx: 12, fill: sideInk(key, "-band") }),
    sv("text", { x: num(x * scene.sx), y: -24, "text-anchor": "middle", "font-size": 13, "font-weight": 600, fill: sideInk(key) },
      `${T(key.replace(".", "-"))} ${[...geo.visible].filter((id) => items.get(id).d.c === key).length}`)]);
  const trees = [...geo.visible].map((id) => [id, treeOf(id)]).filter(([, tree]) => tree && geo.visible.has(tree.parent))
    .map(([id, tree]) => sv("path", { d: cubic(tree.curve), fill: "none", stroke: sideInk(id), opacity: !scene.lit || scene.lit.items.has(id) ? 0.38 : 0.07 }));
  const ribbons = [...geo.shown].sort((a, b) => on(a) - on(b)).map((link) => {
    const route = routeOf(link);
    const c = route.at(-1);
    const head = headOf(link.width);
    const opacity = on(link) ? 0.85 : 0.07;
    return [
      sv("path", { d: cubic(...shaftOf(route, head)), fill: "none", stroke: scene.ink[link.m], "stroke-width": num(link.width), opacity, "stroke-dasharray": link.dashed ? "5 4" : null }),
      triangle({ x: c[6], y: c[7] }, { x: c[6] - head, y: c[7] - head * 0.55 }, { x: c[6] - head, y: c[7] + head * 0.55 }, scene.ink[link.m], opacity),
      link.against && on(link) ? againstMark(along(route, 0.5)) : null];
  });
  const pills = [...geo.visible].map((id) => {
    const node = items.get(id);
    const box = boxOf(id);
    const { w, h } = geo.at.get(id);
    const { c, t } = node.d;
    const fill = isSolid(node) ? sideInk(c) : isRound(node) ? scene.ink.card : sideInk(c, "-fill");
    return sv("g", { opacity: alphaOf(!scene.lit || scene.lit.items.has(id), 0.26) },
      sv("rect", { x: num(box.left), y: num(box.top), width: num(w), height: num(h), rx: num(isRound(node) ? Math.min(h / 2, 15) : 5), fill, stroke: sideInk(c), "stroke-dasharray": node.d.k === "group" ? "4 3" : null }),
      sv("text", { x: num(box.left + w / 2), y: num(box.top + h / 2 + t * 0.36), "text-anchor": "middle", "font-size": t, "font-weight": weightOf(node), fill: isSolid(node) ? scene.ink["solid-text"] : scene.ink.ink }, node.label));
  });
  return { parts: [bands, trees, ribbons, pills], box: [-24, -46, geo.size[0] * scene.sx + 48, low + 66] };
};
const markShape = (mark, attributes) => {
  const { x, y, r } = mark;
  if (mark.d.k === "place") return sv("rect", { x: num(x - r), y: num(y - r), width: num(2 * r), height: num(2 * r), rx: num(r * 0.35), ...attributes });
  if (mark.d.k === "institution") return sv("path", { d: `M${num(x)} ${num(y - r * 1.2)}L${num(x + r * 1.2)} ${num(y)}L${num(x)} ${num(y + r * 1.2)}L${num(x - r * 1.2)} ${num(y)}z`, ...attributes });
  return sv("circle", { cx: num(x), cy: num(y), r: num(r), ...attributes });
};
const webParts = () => {
  const box = webSize();
  const arcs = web.arcs.filter(({ link }) => link.now.length).map((arc) => {
    const { a, c, b } = arcOf(arc);
    const width = Math.max(1.2, arc.link.width * 0.8);
    const opacity = alphaOf(!scene.lit || scene.lit.links.has(arc.link.id), 0.07);
    return [
      sv("path", { d: `M${num(a.x)} ${num(a.y)}Q${num(c.x)} ${num(c.y)} ${num(b.x)} ${num(b.y)}`, fill: "none", stroke: scene.ink[arc.link.m], "stroke-width": num(width), opacity, "stroke-dasharray": arc.link.dashed ? "5 4" : null }),
      triangle(b, ...arcHead({ c, b }, width), scene.ink[arc.link.m], opacity)];
  });
  const ties = [...geo.visible].filter((id) => items.get(id).d.p && geo.at.has(items.get(id).d.p) && !isPerson(id)).map((id) => {
    const [a, b] = [web.marks.get(thing(id)), web.marks.get(thing(items.get(id).d.p))];
    return sv("line", { x1: num(a.x), y1: num(a.y), x2: num(b.x), y2: num(b.y), stroke: sideInk(id), opacity: 0.4, "stroke-dasharray": "2 3" });
  });
  const marks = [...web.marks.values()].filter(webVisible).map((mark) => markShape(mark, { fill: markInk(mark), opacity: alphaOf(webLit(mark), 0.2) }));
  const labels = webLabels(1).map(({ mark, x, y, size }) => sv("text", {
    x: num(x), y: num(y + size * 0.35), "text-anchor": "middle", "font-size": size, fill: scene.ink.ink, opacity: alphaOf(webLit(mark), 0.2),
    stroke: scene.ink.paper, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" }, mark.label));
  return { parts: [ties, arcs, marks, labels], box: [box.left, box.top, box.right - box.left, box.bottom - box.top] };
};
// The open view as one SVG with its title, what it stands on, and the modalities' inks.
const wholeSvg = (paper = scene.ink.paper) => {
  let { parts, box } = { parts: [], box: [0, 0, 400, 100] };
  if (onCanvas() || state.view === "table") ({ parts, box } = isWeb() ? webParts() : flowParts());
  else {
    const inner = state.view === "map" ? mapSvg() : timeSvg(timeScale(1100), true);
    box = inner.getAttribute("viewBox").split(" ").map(Number);
    parts = [...inner.childNodes];
  }
  const [x, y, w, h] = box;
  const used = onCanvas() ? present.filter((kind) => shownEdges().some((edge) => modality(edge) === kind)) : state.view === "timeline" ? present : [];
  const wide = Math.max(w, 560);
  let at = x + 16;
  const legend = used.map((kind) => {
    const one = [sv("rect", { x: num(at), y: num(y - 17), width: 18, height: 4, rx: 2, fill: scene.ink[kind] }),
      sv("text", { x: num(at + 24), y: num(y - 11), "font-size": 12, fill: scene.ink.ink }, T(kind))];
    at += 40 + [...T(kind)].reduce((sum, letter) => sum + (letter > "⺀" ? 12 : 7), 0);
    return one;
  });
  return sv("svg", {
    xmlns: "http://www.w3.org/2000/svg", viewBox: `${num(x)} ${num(y - 84)} ${num(wide)} ${num(h + 120)}`, width: num(wide), height: num(h + 120), "font-family": scene.ink.font.replace(/"/g, "'"),
  }, sv("title", {}, told(PAGE.title)),
  sv("rect", { x: num(x), y: num(y - 84), width: num(wide), height: num(h + 120), fill: paper }),
  sv("text", { x: num(x + 16), y: num(y - 56), "font-size": 19, "font-weight": 600, fill: scene.ink.ink }, told(PAGE.title)),
  sv("text", { x: num(x + 16), y: num(y - 36), "font-size": 12, fill: scene.ink.soft }, summaryText()),
  legend, parts,
  sv("text", { x: num(x + 16), y: num(y + h + 24), "font-size": 11.5, fill: scene.ink.soft }, T("caveat")));
};
const svgText = () => new XMLSerializer().serializeToString(wholeSvg());
const savePng = () => {
  const made = wholeSvg();
  const [wide, tall] = [Number(made.getAttribute("width")), Number(made.getAttribute("height"))];
  const scale = Math.max(0.2, Math.min(2.5, 12000 / Math.max(wide, tall)));
  const picture = new Image();
  picture.onload = () => {
    const canvas = el("canvas", { width: Math.round(wide * scale), height: Math.round(tall * scale) });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => download(blob, "png"), "image/png");
  };
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(made))}`;
};
const say = (text) => {
  $("said").textContent = text;
  const box = $("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { box.hidden = true; }, 2600);
};
const copyLink = async () => {
  const link = location.href;
  try {
    await navigator.clipboard.writeText(link);
    say(T("link-done"));
  } catch {
    // an old browser gives no clipboard: show what to copy
    const field = $("link-field");
    $("link-box").hidden = false;
    field.value = link;
    field.focus();
    field.select();
  }
};
// Paper is white, whatever the screen is. A flow or timeline taller than a sheet goes on several, cut
// where no text stands; the table goes on paper as a table.
const SHEET = 0.66;
const sheetsOf = (made) => {
  const [x, y, w, h] = made.getAttribute("viewBox").split(" ").map(Number);
  const tall = w * SHEET;
  if (h <= tall * 1.5 || !(state.view === "flow" || state.view === "timeline")) return [[x, y, w, h]];
  const lines = [...made.querySelectorAll("text")].map((one) => Number(one.getAttribute("y")) - 4);
  const sheets = [];
  for (let top = y; top < y + h;) {
    let end = Math.min(top + tall, y + h);
    while (end < y + h && end > top + tall / 2 && lines.some((line) => Math.abs(line - end) < 10)) end -= 2;
    sheets.push([x, top, w, end - top]);
    top = end;
  }
  return sheets;
};
const drawnPaper = () => {
  const made = wholeSvg("#ffffff");
  // a gradient is looked up by its name, and its like on the screen is not there on paper
  for (const one of made.querySelectorAll("[id]")) one.id = `paper-${one.id}`;
  for (const one of made.querySelectorAll("[stroke^='url(']")) one.setAttribute("stroke", one.getAttribute("stroke").replace("#", "#paper-"));
  const sheets = sheetsOf(made);
  return sheets.map((box, place) => {
    const sheet = place < sheets.length - 1 ? made.cloneNode(true) : made;
    sheet.setAttribute("viewBox", box.map(num).join(" "));
    sheet.setAttribute("width", "100%");
    if (sheets.length === 1) sheet.setAttribute("height", "100%"); else sheet.removeAttribute("height");
    return sheet;
  });
};
const tabledPaper = () => {
  const rows = $("table").firstChild.cloneNode(true);
  for (const one of rows.querySelectorAll("[tabindex], [aria-selected]")) { one.removeAttribute("tabindex"); one.removeAttribute("aria-selected"); }
  for (const one of rows.querySelectorAll("th button")) one.replaceWith(one.textContent);
  return [el("h1", {}, told(PAGE.title)), el("p", {}, summaryText()), rows];
};
const toPaper = () => {
  const root = document.documentElement;
  const theme = root.dataset.theme;
  root.dataset.theme = "light";
  readInk();
  $("paper").replaceChildren(...(state.view === "table" ? tabledPaper() : drawnPaper()));
  $("paper").className = $("paper").children.length > 1 ? "sheets" : "";
  if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
  readInk();
};
const startSaving = () => {
  const menu = $("menu");
  const open = (now) => { menu.hidden = !now; $("save").setAttribute("aria-expanded", String(now)); };
  $("save").addEventListener("click", () => open(menu.hidden));
  document.addEventListener("pointerdown", (event) => { if (!menu.hidden && !event.target.closest(".saving")) open(false); });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { open(false); $("save").focus(); event.stopPropagation(); } });
  const acts = {
    csv: () => download(new Blob([csvText()], { type: "text/csv;charset=utf-8" }), "csv"),
    svg: () => download(new Blob([svgText()], { type: "image/svg+xml;charset=utf-8" }), "svg"),
    png: savePng,
    print: () => window.print(),
  };
  for (const [id, act] of Object.entries(acts)) $(id).addEventListener("click", () => { open(false); act(); });
  // a frame has no address that could be shared, and no clipboard
  $("link").hidden = window !== window.parent;
  $("link").addEventListener("click", copyLink);
  $("link-close").addEventListener("click", () => { $("link-box").hidden = true; $("link").focus(); });
  window.addEventListener("beforeprint", toPaper);
};
