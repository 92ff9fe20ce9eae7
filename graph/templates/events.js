// What took place. An event makes no relation: its place is not a recipient, and who comes to it
// is not helped by that. It stands in the timeline under the recipient it tells of, in the panel of
// what takes part, and has a panel of its own.
const eventAt = new Map();
PAGE.events.forEach((event, place) => {
  const sources = [...new Set(event.f.flatMap((fact) => (facts.get(fact) || []).map((row) => row[1])))].map((one) => PAGE.sources[one]);
  event.id = event.f[0];
  event.reports = [...new Set(sources.map((one) => one[3]).filter(Boolean))].map(yearOf).sort((a, b) => a - b);
  event.classes = new Set(sources.map((one) => one[4]));
  const known = [...(event.t || []), ...event.reports];
  event.span = known.length ? [Math.floor(Math.min(...known)), Math.floor(Math.max(...known))] : null;
  event.sides = [...(event.p || []).filter((one) => one[3] === "participant"), ...(event.p || []).filter((one) => one[3] !== "participant"), ...(event.v ? [event.v] : [])];
  event.touches = new Set(event.sides.flatMap(([own, , around]) => [own, ...around]).filter((one) => entities.has(one)));
  eventAt.set(event.id, event);
});
// The filters that mean something for events; of a kind of help they have none.
const eventPasses = (event) => (state.programme === null || (event.g || NO_PROGRAMME) === state.programme)
  && (!state.years || Boolean(event.span && event.span[0] <= state.years[1] && event.span[1] >= state.years[0]))
  && (!state.cls || event.classes.has(state.cls));
const shownEvents = () => PAGE.events.filter(eventPasses);
const eventName = (event) => event.n || T(`event-${event.k}`);
const eventWhen = (event) => (event.s || event.u ? dates({ s: event.s || event.u, u: event.u || event.s }) : T("event-undated"));
// The recipient that an event belongs to in the timeline, or null: what it names before the places
// around that. That all of it lies in a province which is helped elsewhere says nothing.
const eventRegion = (event) => {
  const near = [...event.sides.map(([own]) => own), ...event.sides.flatMap(([, , around]) => around)];
  const found = near.flatMap((one) => entities.get(one) || []).find((node) => node.d.c[0] === "r" && node.d.c !== "r.province");
  return found ? standRegion(found.id) : null;
};
const eventsOf = (entity) => {
  const own = new Set(allWithin(entity).map(thing));
  return shownEvents().filter((event) => event.touches.has(entity) || event.sides.some(([one]) => own.has(one)));
};

const sideOf = ([own, label]) => (own ? el("button", { class: "link", click: go({ node: own }) }, label) : label);
const eventPanel = (event) => {
  const roles = grouped(event.p || [], (one) => one[3]);
  return [
    back(),
    el("span", { class: "hue", style: "--hue: var(--ink)" }, T(`event-${event.k}`)),
    el("h2", {}, eventName(event)),
    el("p", { class: "small" }, [eventWhen(event), event.g].filter(Boolean).join(" · ")),
    event.v ? el("p", {}, `${T("venue")}${colon()}`, sideOf(event.v)) : null,
    event.v ? el("p", { class: "small" }, T("venue-note")) : null,
    roles.map(([role, list]) => el("p", {}, `${T(`role-${role}`)}${colon()}`, list.map((one, place) => [place ? "、" : null, sideOf(one)]))),
    el("h3", {}, T("evidence")),
    event.f.flatMap((fact) => facts.get(fact) || []).map(passage),
  ];
};
const eventLine = (event) => el("button", { class: "row", click: go({ event: event.id }) },
  el("span", { class: "line" }, el("span", {}, `◆ ${eventName(event)}`), el("small", {}, event.s || event.u || "")));
const eventLines = (list) => (list.length ? [el("h3", {}, `${T("events")} (${list.length})`), el("p", { class: "small" }, T("events-note")), list.map(eventLine)] : []);

// A row of the timeline: a diamond on the day, with a bar if it took longer, a dot for each report.
const eventRow = (event, y, scale) => {
  const { x, left, wide } = scale;
  const middle = y + timeline.row / 2;
  const picked = state.pick && state.pick.event === event.id;
  const full = [`${T("event")}${colon()}${eventName(event)}`, T(`event-${event.k}`), eventWhen(event), event.v ? `${T("venue")}${colon()}${event.v[1]}` : null].filter(Boolean).join(", ");
  const [from, to] = event.t || [null, null];
  return sv("g", {
    role: "button", tabindex: "0", class: "event", "data-event": event.id, "aria-label": full, "aria-pressed": String(Boolean(picked)),
    click: () => select({ event: event.id }), keydown: pressed(() => select({ event: event.id })),
  }, sv("title", {}, full),
  sv("rect", { x: 4, y, width: wide - 8, height: timeline.row - 2, rx: 6, fill: picked ? scene.ink["help-band"] : "transparent", class: "back" }),
  sv("text", { x: left - 12, y: middle + 3.5, "font-size": 12, "text-anchor": "end", fill: scene.ink.soft }, clip(`◆ ${eventName(event)}`, left - 22)),
  event.reports.map((day) => sv("circle", { cx: x(day).toFixed(1), cy: middle, r: 3.2, fill: scene.ink.card, stroke: scene.ink.ink, "stroke-width": 1.2 })),
  from === null ? null : [
    sv("rect", { x: x(from).toFixed(1), y: middle - 1.5, width: Math.max(x(to) - x(from), 1).toFixed(1), height: 3, fill: scene.ink.ink, opacity: 0.55 }),
    sv("path", { d: `M${x(from).toFixed(1)} ${middle - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5z`, fill: scene.ink.ink }),
  ]);
};
