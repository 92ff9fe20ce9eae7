// Search by Chinese, full pinyin or initials, over everything that is drawn.
const index = [...entities.values()].map((nodes) => {
  const d = (nodes.find((node) => !node.d.z) || nodes[0]).d;
  const degree = nodes.reduce((sum, node) => sum + (touching.get(node.id) || []).length, 0);
  return { entity: d.e, name: d.n, low: d.n.toLowerCase(), other: (d.x || []).map((alias) => alias.toLowerCase()), keys: (d.f || "").split(" ").filter(Boolean), d, degree, region: home(nodes[0].id) };
});
const scoreOf = (one, query) => {
  if (one.low === query) return 5;
  if (one.low.startsWith(query)) return 4;
  if (one.low.includes(query)) return 3;
  if (one.other.includes(query)) return 4;
  if (one.other.some((alias) => alias.includes(query))) return 2.7;
  if (one.keys.includes(query)) return 2.5;
  if (one.keys.some((key) => key.startsWith(query))) return 2;
  return query.length > 1 && one.keys.some((key) => key.includes(query)) ? 1 : 0;
};
const find = (text) => {
  const query = text.trim().toLowerCase().replace(/['\s]+/g, "");
  if (!query) return [];
  return index.map((one) => ({ one, score: scoreOf(one, query) })).filter((hitOf) => hitOf.score)
    .sort((a, b) => b.score - a.score || a.one.name.length - b.one.name.length || b.one.degree - a.one.degree || (a.one.entity < b.one.entity ? -1 : 1))
    .slice(0, 12).map((hitOf) => hitOf.one);
};
const startSearch = () => {
  const [field, list] = [$("search"), $("hits")];
  let at = -1;
  let hits = [];
  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const mark = (to) => {
    at = to;
    [...list.children].forEach((entry, place) => entry.setAttribute("aria-selected", String(place === at)));
    if (list.children[at]) {
      field.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  const take = (hitOf) => {
    close();
    field.value = hitOf.name;
    select({ node: hitOf.entity }, { reveal: true });
  };
  const show = () => {
    hits = find(field.value);
    if (!field.value.trim()) return close();
    list.replaceChildren(...hits.map((hitOf, place) => el("li", {
      role: "option", id: `hit-${place}`,
      // mousedown, because the field loses the focus before a click is done
      mousedown: (event) => { event.preventDefault(); take(hitOf); },
    }, el("span", {}, hitOf.name), el("small", {}, [T(hitOf.d.k), hitOf.region === hitOf.name ? null : hitOf.region].filter(Boolean).join(" · ")))));
    if (!hits.length) list.append(el("li", { role: "option", "aria-disabled": "true" }, T("no-hit", { query: field.value })));
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    return mark(hits.length ? 0 : -1);
  };
  field.addEventListener("input", (event) => { if (!event.isComposing) show(); });
  field.addEventListener("compositionend", show);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && hits.length) mark((at + 1) % hits.length);
    else if (event.key === "ArrowUp" && hits.length) mark((at - 1 + hits.length) % hits.length);
    else if (event.key === "Enter" && hits[at]) take(hits[at]);
    else if (event.key === "Escape") { field.value = ""; close(); field.blur(); } else return;
    event.preventDefault();
    event.stopPropagation();
  });
};
