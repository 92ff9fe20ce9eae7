// Filters: every one shows counts, and a count says what a click would leave.
const clearFilters = () => {
  state.off.clear();
  Object.assign(state, { programme: null, years: null, sure: "", cls: "" });
  refreshFilters();
};
const filterOnly = (kind) => {
  const alone = present.length === state.off.size + 1 && !state.off.has(kind);
  state.off = new Set(alone ? [] : present.filter((one) => one !== kind));
  refreshAll();
};
const option = (value, text, list) => el("option", { value }, list ? `${text} (${countOf(list)})` : text);
const choices = {
  programme: () => [option("", T("all-programmes")), ...programmes.map((one) =>
    option(`p${one}`, one === NO_PROGRAMME ? T("no-programme") : one, but("programme").filter((edge) => programmeOf(edge) === one)))],
  sure: () => [option("", T("all-certainty")), ...[["sure", "sure"], ["doubtful", "doubtful"], ["planned", "only-planned"]]
    .filter(([code]) => EDGES.some((edge) => certaintyOf(edge) === code))
    .map(([code, key]) => option(code, T(key), but("sure").filter((edge) => certaintyOf(edge) === code)))],
  cls: () => [option("", T("all-classes")), ...classes.map((one) =>
    option(one, T(`class-${one}`), but("cls").filter((edge) => edge.classes.has(one))))],
};
// Years: a histogram of the relations that were under way, with two handles under it.
const refreshYears = () => {
  $("years").hidden = !YEARS || YEARS[0] === YEARS[1];
  if ($("years").hidden) return;
  const [from, to] = YEARS;
  const list = but("years");
  const counts = [];
  for (let year = from; year <= to; year += 1) counts.push(countOf(list.filter((edge) => edge.span && edge.span[0] <= year && edge.span[1] >= year)));
  const most = Math.max(1, ...counts);
  const [low, high] = state.years || YEARS;
  const wide = 150;
  const step = wide / counts.length;
  $("bars").replaceChildren(...counts.map((count, place) => sv("rect", {
    x: (place * step + 0.5).toFixed(2), width: Math.max(step - 1, 0.8).toFixed(2), height: ((count / most) * 20).toFixed(1), y: (21 - (count / most) * 20).toFixed(1),
    class: from + place >= low && from + place <= high ? "in" : "out",
  }, sv("title", {}, `${from + place}${colon()}${count}`))));
  for (const [id, value] of [["year-from", low], ["year-to", high]]) {
    Object.assign($(id), { min: from, max: to, value });
    $(id).setAttribute("aria-valuetext", String(value));
  }
  $("year-low").textContent = low;
  $("year-high").textContent = high;
};
const refreshFilters = () => {
  refreshPassing();
  const list = but("modality");
  for (const chip of $("chips").children) {
    const { kind } = chip.dataset;
    chip.setAttribute("aria-pressed", String(!state.off.has(kind)));
    chip.querySelector("span").textContent = T(kind);
    chip.title = T("filter-hint");
    chip.querySelector("small").textContent = countOf(list.filter((edge) => modality(edge) === kind));
  }
  for (const [key, made] of Object.entries(choices)) {
    $(key).replaceChildren(...made());
    $(key).value = key === "programme" ? (state.programme === null ? "" : `p${state.programme}`) : state[key];
    $(`${key}-label`).hidden = $(key).children.length < 3 && !$(key).value;
  }
  refreshYears();
  $("reset").hidden = !filtered();
  refreshVisible();
};
const startFilters = () => {
  for (const kind of present) {
    $("chips").append(el("button", {
      class: "chip", "data-kind": kind, style: `--hue:var(--${kind})`,
      click: (event) => {
        if (event.detail > 1) return;
        if (state.off.has(kind)) state.off.delete(kind); else state.off.add(kind);
        refreshAll();
      },
      dblclick: () => { state.off.delete(kind); filterOnly(kind); },
    }, el("i"), el("span"), el("small")));
  }
  $("programme").addEventListener("change", (event) => {
    state.programme = event.target.value ? event.target.value.slice(1) : null;
    refreshAll();
  });
  for (const key of ["sure", "cls"]) $(key).addEventListener("change", (event) => { state[key] = event.target.value; refreshAll(); });
  const years = (moved) => () => {
    let [low, high] = [Number($("year-from").value), Number($("year-to").value)];
    if (low > high) [low, high] = moved === 0 ? [low, low] : [high, high];
    state.years = YEARS && low === YEARS[0] && high === YEARS[1] ? null : [low, high];
    refreshAll();
  };
  $("year-from").addEventListener("input", years(0));
  $("year-to").addEventListener("input", years(1));
  $("reset").addEventListener("click", () => { clearFilters(); refreshAll(); });
};
