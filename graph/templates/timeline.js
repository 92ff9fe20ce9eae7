// The timeline: a line a relation; solid where it certainly held, pale where it may have, a dot for
// each report. Drawn as one SVG with buttons for lines, so that keys and screen readers reach all.
const timeline = { row: 26, head: 30, left: 300 };
const timeRows = () => {
  const dated = asRows(shownEdges()).filter((edge) => edge.span);
  const place = (edge) => [standRegion(edge.to), name(edge.to)];
  return tally(dated, (edge) => place(edge)[0]).map(([region, , list]) => [region,
    list.sort((a, b) => a.span[0] - b.span[0] || byName(name(helperOf(a)), name(helperOf(b))) || (a.id < b.id ? -1 : 1))])
    .sort((a, b) => byName(a[0], b[0]));
};
// The county of a recipient, or what comes nearest.
const standRegion = (item) => {
  const chain = above(item);
  return name(chain.find((id) => items.get(id).d.c.endsWith(".place")) || chain.at(-1));
};
// What is certain and what is possible, as pairs of years, or null.
const stretches = (edge) => {
  const [es, ls, ee, le] = edge.d.b || [null, null, null, null];
  const first = edge.reports.length ? edge.reports[0] : null;
  const last = edge.reports.length ? edge.reports.at(-1) : null;
  const certain = ls !== null && ee !== null && ls <= ee ? [ls, ee] : null;
  const low = es ?? ls ?? first ?? ee;
  const high = le ?? (edge.d.t === "ended" ? ee : null) ?? Math.max(...[ee, last, ls, es].filter((one) => one !== null));
  // what has begun, and whose end nobody tells, may go on: open to the right
  return { certain, possible: low === null ? null : [low, high], since: es !== null, open: le === null && edge.d.t !== "ended" && (es !== null || ee !== null) };
};
const shade = (kind, x1, x2, y, h, extra) => sv("rect", {
  x: x1.toFixed(1), y: y.toFixed(1), width: Math.max(x2 - x1, 3).toFixed(1), height: h, rx: 3, fill: scene.ink[kind], ...extra,
});
const shortOf = (item, most) => {
  const text = items.get(item).label;
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
};
const timeScale = (wide) => {
  const left = wide < 640 ? 150 : timeline.left;
  const [from, to] = YEARS ? [YEARS[0], YEARS[1] + 1] : [0, 1];
  return { wide, left, from, to, narrow: wide < 640, x: (year) => left + ((year - from) / (to - from)) * (wide - left - 22) };
};
const timeAxis = ({ wide, left, from, to, x }) => {
  const step = Math.max(1, Math.ceil((to - from) / Math.max(2, Math.floor((wide - left) / 54))));
  const years = [];
  for (let year = from; year < to; year += step) years.push(sv("text", { x: x(year) + 4, y: 20, "font-size": 12, fill: scene.ink.soft, class: "year" }, String(year)));
  return years;
};
const timeSvg = (scale, axis) => {
  const rows = timeRows();
  const { wide, from, to, x } = scale;
  const head = axis ? timeline.head : 4;
  const tall = head + rows.reduce((sum, [, list]) => sum + 30 + list.length * timeline.row, 0) + 12;
  const parts = axis ? timeAxis(scale) : [];
  for (let year = from; year <= to; year += 1) {
    parts.push(sv("line", { x1: x(year), x2: x(year), y1: head - 4, y2: tall, stroke: scene.ink.line, "stroke-width": to - from > 15 && year % 5 ? 0.4 : 1 }));
  }
  let y = head;
  for (const [region, list] of rows) {
    parts.push(sv("text", { x: 14, y: y + 20, "font-size": 13, "font-weight": 600, fill: scene.ink.helped }, region.length > 26 ? `${region.slice(0, 25)}…` : region));
    y += 30;
    for (const edge of list) {
      parts.push(timeLine(edge, y, scale));
      y += timeline.row;
    }
  }
  return sv("svg", { width: wide, height: tall, viewBox: `0 0 ${wide} ${tall}`, "font-family": scene.ink.font, role: "group", "aria-label": T("time-label") }, parts);
};
const spell = (edge) => {
  const { certain, possible } = stretches(edge);
  const years = (pair) => ({ from: Math.floor(pair[0]), to: Math.floor(pair[1]) });
  return [certain ? T("certain-time", years(certain)) : null, possible ? T("possible-time", years(possible)) : null].filter(Boolean).join(" · ");
};
const timeLine = (edge, y, { x, left, wide, narrow, to }) => {
  const { certain, possible, since, open } = stretches(edge);
  const kind = modality(edge);
  const middle = y + timeline.row / 2;
  const via = personsOf(edge)[0];
  const label = narrow ? shortOf(helperOf(edge), 10)
    : `${shortOf(helperOf(edge), 11)}${via ? `（${shortOf(via, 4)}）` : ""} → ${shortOf(edge.to, via ? 7 : 11)}`;
  const picked = state.pick && state.pick.edge === edge.id;
  const full = `${label} · ${name(helperOf(edge))} → ${name(edge.to)}, ${T(kind)}, ${spell(edge)}`;
  return sv("g", {
    role: "button", tabindex: "0", class: "event", "data-edge": edge.id, "aria-label": full, "aria-pressed": String(Boolean(picked)),
    click: () => select({ edge: edge.id, one: true }),
    keydown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      select({ edge: edge.id, one: true });
    },
  }, sv("title", {}, full),
  sv("rect", { x: 4, y, width: wide - 8, height: timeline.row - 2, rx: 6, fill: picked ? scene.ink["help-band"] : "transparent", class: "back" }),
  sv("text", { x: left - 12, y: middle + 3.5, "font-size": 12, "text-anchor": "end", fill: scene.ink.ink }, label),
  open ? shade(kind, x(possible[1]), x(to) - 4, middle - 5, 10, { opacity: 0.13 }) : null,
  open ? sv("path", { d: `M${(x(to) - 5).toFixed(1)} ${middle - 5}l8 5l-8 5z`, fill: scene.ink[kind], opacity: 0.3 }) : null,
  possible ? shade(kind, x(possible[0]), x(possible[1]), middle - 5, 10, { opacity: 0.34 }) : null,
  possible && !since ? sv("path", { d: `M${x(possible[0]).toFixed(1)} ${middle - 5}l-8 5l8 5z`, fill: scene.ink[kind], opacity: 0.34 }) : null,
  certain ? shade(kind, x(certain[0]), x(certain[1]), middle - 5, 10, { stroke: scene.ink.card, "stroke-width": 0.6 }) : null,
  edge.reports.map((day) => sv("circle", { cx: x(day).toFixed(1), cy: middle, r: 3.2, fill: scene.ink.card, stroke: scene.ink.ink, "stroke-width": 1.2 })));
};
const refreshTimeline = () => {
  if (state.view !== "timeline") return;
  const pane = $("timeline");
  const wide = Math.max(340, pane.clientWidth - 8);
  const none = countOf(shownEdges().filter((edge) => !edge.span));
  const focus = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.edge : null;
  const top = pane.scrollTop;
  pane.replaceChildren(el("p", { class: "note" }, T("time-note"), none ? ` · ${T("time-none", { count: none })}` : ""),
    el("div", { class: "axis", "aria-hidden": "true" }, sv("svg", { width: wide, height: 28 }, timeAxis(timeScale(wide)))), timeSvg(timeScale(wide), false));
  pane.scrollTop = top;
  if (focus) { const again = [...pane.querySelectorAll("[data-edge]")].find((one) => one.dataset.edge === focus); if (again) again.focus(); }
};
