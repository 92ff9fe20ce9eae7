// The timeline: a line a relation; solid where it certainly held, pale where it may have, a dot for
// each report; below the relations of a place a line for each event that tells of it. Drawn as one SVG with buttons for lines, so that keys and screen readers reach all.
const timeline = { row: 26, head: 30, left: 300 };
const timeRows = () => {
  const dated = asRows(shownEdges()).filter((edge) => edge.span);
  const happened = grouped(shownEvents().filter((event) => event.span), eventRegion);
  const rows = new Map(grouped(dated, (edge) => standRegion(edge.to)).map(([region, list]) => [region, [
    list.sort((a, b) => a.span[0] - b.span[0] || byName(name(helperOf(a)), name(helperOf(b))) || (a.id < b.id ? -1 : 1)), []]]));
  for (const [region, list] of happened) {
    if (!rows.has(region)) rows.set(region, [[], []]);
    rows.get(region)[1].push(...list.sort((a, b) => startOf(a) - startOf(b) || byName(eventName(a), eventName(b)) || (a.id < b.id ? -1 : 1)));
  }
  return [...rows].sort((a, b) => (a[0] === null) - (b[0] === null) || byName(a[0] || "", b[0] || ""))
    .map(([region, [relations, events]]) => [region ?? T("events-other"), relations, events]);
};
const startOf = (event) => (event.t || event.reports)[0];
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
// `text` as far as it goes into so many pixels at 12 px a Chinese character.
const clip = (text, room) => {
  let wide = 0;
  for (let at = 0; at < text.length; at += 1) {
    wide += text.charCodeAt(at) < 0x2e80 ? 7 : 12;
    if (wide > room) return `${text.slice(0, Math.max(1, at - 1))}…`;
  }
  return text;
};
const pressed = (act) => (event) => {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  act();
};
// One relation of 1937 must not squeeze all others: the axis begins where nearly all is after it,
// and what began before is drawn from its edge on. Years chosen in the filter are shown as chosen.
const window_ = () => {
  if (state.years) return [state.years[0], state.years[1] + 1];
  const starts = [...asRows(shownEdges()), ...shownEvents()].filter((one) => one.span).map((one) => one.span[0]).sort((a, b) => a - b);
  if (!starts.length) return YEARS ? [YEARS[0], YEARS[1] + 1] : [0, 1];
  const last = Math.max(YEARS ? YEARS[1] : 0, ...shownEvents().filter((one) => one.span).map((one) => one.span[1])) + 1;
  const usual = starts[Math.ceil(starts.length * 0.04)] ?? starts[0];
  return [usual - starts[0] > (last - usual) / 2 ? usual - 1 : starts[0], last];
};
const timeScale = (wide) => {
  const left = wide < 640 ? 150 : timeline.left;
  const [from, to] = window_();
  return { wide, left, from, to, narrow: wide < 640, x: (year) => left + ((Math.min(Math.max(year, from), to) - from) / (to - from)) * (wide - left - 22) };
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
  const tall = head + rows.reduce((sum, [, list, events]) => sum + 30 + (list.length + events.length) * timeline.row, 0) + 12;
  const parts = axis ? timeAxis(scale) : [];
  for (let year = from; year <= to; year += 1) {
    parts.push(sv("line", { x1: x(year), x2: x(year), y1: head - 4, y2: tall, stroke: scene.ink.line, "stroke-width": to - from > 15 && year % 5 ? 0.4 : 1 }));
  }
  let y = head;
  for (const [region, list, events] of rows) {
    parts.push(sv("text", { x: 14, y: y + 20, "font-size": 13, "font-weight": 600, fill: scene.ink.helped }, region.length > 26 ? `${region.slice(0, 25)}…` : region));
    y += 30;
    for (const edge of list) {
      parts.push(timeLine(edge, y, scale));
      y += timeline.row;
    }
    for (const event of events) {
      parts.push(eventRow(event, y, scale));
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
  const short = (item) => items.get(item).label;
  const room = left - 22 - (via ? 12 * Math.min(4, short(via).length) + 30 : 0) - 24;
  const target = clip(short(edge.to), Math.max(room / 2, room - 12 * short(helperOf(edge)).length));
  const label = narrow ? clip(short(helperOf(edge)), left - 22)
    : `${clip(short(helperOf(edge)), room - 12 * target.length)}${via ? `（${clip(short(via), 48)}）` : ""} → ${target}`;
  const picked = state.pick && state.pick.edge === edge.id;
  const full = `${label} · ${name(helperOf(edge))} → ${name(edge.to)}, ${T(kind)}, ${spell(edge)}`;
  return sv("g", {
    role: "button", tabindex: "0", class: "event", "data-edge": edge.id, "aria-label": full, "aria-pressed": String(Boolean(picked)),
    click: () => select({ edge: edge.id, one: true }), keydown: pressed(() => select({ edge: edge.id, one: true })),
  }, sv("title", {}, full),
  sv("rect", { x: 4, y, width: wide - 8, height: timeline.row - 2, rx: 6, fill: picked ? scene.ink["help-band"] : "transparent", class: "back" }),
  sv("text", { x: left - 12, y: middle + 3.5, "font-size": 12, "text-anchor": "end", fill: scene.ink.ink }, label),
  open ? shade(kind, x(possible[1]), x(to) - 4, middle - 5, 10, { opacity: scene.ink.open }) : null,
  open ? sv("path", { d: `M${(x(to) - 5).toFixed(1)} ${middle - 5}l8 5l-8 5z`, fill: scene.ink[kind], opacity: scene.ink.pale }) : null,
  possible ? shade(kind, x(possible[0]), x(possible[1]), middle - 5, 10, { opacity: scene.ink.pale }) : null,
  possible && !since ? sv("path", { d: `M${x(possible[0]).toFixed(1)} ${middle - 5}l-8 5l8 5z`, fill: scene.ink[kind], opacity: scene.ink.pale }) : null,
  certain ? shade(kind, x(certain[0]), x(certain[1]), middle - 5, 10, { stroke: scene.ink.card, "stroke-width": 0.6 }) : null,
  edge.reports.map((day) => sv("circle", { cx: x(day).toFixed(1), cy: middle, r: 3.2, fill: scene.ink.card, stroke: scene.ink.ink, "stroke-width": 1.2 })));
};
const refreshTimeline = () => {
  if (state.view !== "timeline") return;
  const pane = $("timeline");
  const wide = Math.max(340, pane.clientWidth - 8);
  const none = countOf(shownEdges().filter((edge) => !edge.span));
  const unseen = shownEvents().filter((event) => !event.span).length;
  const early = asRows(shownEdges()).some((edge) => edge.span && edge.span[0] < window_()[0]);
  const { edge: line, event: mark } = (document.activeElement && document.activeElement.dataset) || {};
  const top = pane.scrollTop;
  pane.replaceChildren(el("p", { class: "note" }, T("time-note"), PAGE.events.length ? ` · ${T("time-event")}` : "", early ? ` · ${T("time-early", { year: window_()[0] })}` : "",
    none ? ` · ${T("time-none", { count: none })}` : "", unseen ? ` · ${T("events-none", { count: unseen })}` : ""),
    el("div", { class: "axis", "aria-hidden": "true" }, sv("svg", { width: wide, height: 28 }, timeAxis(timeScale(wide)))), timeSvg(timeScale(wide), false));
  pane.scrollTop = top;
  const again = (line || mark) && [...pane.querySelectorAll(".event")].find((one) => (line ? one.dataset.edge === line : one.dataset.event === mark));
  if (again) again.focus();
};
