// The ways of ribbons: through the gaps between the pills that lie on them, since a ribbon behind
// a pill seems to be that pill's. They follow from what stands where, whatever the filters say.
const CLEAR = 2.5;
const DETOUR = 70;
const cubicTo = (x1, y1, x2, y2) => {
  const bend = Math.max((x2 - x1) / 2, 24);
  return [x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2];
};
const pointOn = (c, t) => {
  const s = 1 - t;
  const [p, q, r, u] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return { x: p * c[0] + q * c[2] + r * c[4] + u * c[6], y: p * c[1] + q * c[3] + r * c[5] + u * c[7] };
};
// x grows along a curve, so the place above or below a point is found by halving.
const shareAt = (c, x) => {
  let [low, high] = [0, 1];
  for (let step = 0; step < 24; step += 1) {
    const t = (low + high) / 2;
    if (pointOn(c, t).x < x) low = t; else high = t;
  }
  return low;
};
const pieceAt = (route, x) => route.find((c) => x <= c[6]) || route.at(-1);
const along = (route, t) => {
  const place = Math.min(Math.floor(t * route.length), route.length - 1);
  return pointOn(route[place], t * route.length - place);
};

const lanesOf = () => geo.columns.map(([key, x, width]) => {
  const pills = [...geo.at].filter(([id]) => items.get(id).d.c === key)
    .map(([, at]) => [at.y * scene.sy - at.h / 2, at.y * scene.sy + at.h / 2]).sort((a, b) => a[0] - b[0]);
  const gaps = [...pills, [Infinity, Infinity]].map(([top], place) => [place ? pills[place - 1][1] : -Infinity, top]);
  return { x: x * scene.sx, left: x * scene.sx - width / 2, right: x * scene.sx + width / 2, pills, gaps, free: [...gaps] };
});
// The place of the first of some spans, sorted and apart from one another, that reaches below `y`.
const firstBelow = (spans, y) => {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle][1] > y) high = middle; else low = middle + 1;
  }
  return low;
};
// The height in one of the gaps that is nearest to `y`, with room for `width`; null if all are far.
const nearest = (gaps, y, width) => {
  let best = null;
  for (let place = firstBelow(gaps, y - DETOUR); place < gaps.length && gaps[place][0] < y + DETOUR; place += 1) {
    const gap = gaps[place];
    const [low, high] = [gap[0] + width / 2 + CLEAR, gap[1] - width / 2 - CLEAR];
    if (low > high) continue;
    const at = Math.min(Math.max(y, low), high);
    if (Math.abs(at - y) < DETOUR && (!best || Math.abs(at - y) < Math.abs(best.at - y))) best = { at, gap };
  }
  return best;
};
const through = (lane, y, width) => {
  const found = nearest(lane.free, y, width);
  if (!found) return nearest(lane.gaps, y, width);
  const [low, high] = found.gap;
  lane.free.splice(lane.free.indexOf(found.gap), 1, [low, found.at - width / 2], [found.at + width / 2, high]);
  return found;
};
const wayOf = (link, lanes) => {
  const [a, b] = [placeOf(link.from), placeOf(link.to)];
  const start = [a.x + geo.at.get(link.from).w / 2, a.y + link.leaves];
  const end = [b.x - geo.at.get(link.to).w / 2, b.y + link.meets];
  const width = thickness(link);
  const stops = new Map();
  const pieces = () => {
    const knots = [start, ...[...stops].sort((one, other) => one[0].x - other[0].x).flatMap(([lane, y]) => [[lane.left, y], [lane.right, y]]), end];
    return knots.slice(1).map((knot, place) => cubicTo(...knots[place], ...knot));
  };
  let route = pieces();
  // a stop bends the way before it, which may then meet a pill that it had missed
  let waiting = lanes.filter((one) => one.left > start[0] && one.right < end[0]);
  for (let place = 0; place < waiting.length; place += 1) {
    const lane = waiting[place];
    const height = (x) => { const c = pieceAt(route, x); return pointOn(c, shareAt(c, x)).y; };
    const ys = [height(lane.left), height(lane.right)];
    const [low, high] = [Math.min(...ys) - width / 2, Math.max(...ys) + width / 2];
    const pill = lane.pills[firstBelow(lane.pills, low)];
    if (!pill || pill[0] >= high) continue;
    const found = through(lane, height(lane.x), width);
    if (!found) continue;
    stops.set(lane, found.at);
    route = pieces();
    waiting = waiting.filter((one) => one !== lane);
    place = -1;
  }
  return route;
};
const routes = { of: new Map(), at: null, sx: 0, sy: 0 };
const routeOf = (link) => {
  if (routes.at !== geo.at || routes.sx !== scene.sx || routes.sy !== scene.sy) {
    const lanes = lanesOf();
    Object.assign(routes, { at: geo.at, sx: scene.sx, sy: scene.sy, of: new Map(geo.thickFirst.map((one) => [one.id, wayOf(one, lanes)])) });
  }
  return routes.of.get(link.id);
};
