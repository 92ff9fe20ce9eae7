// A guided tour: each step sets level, view and filters and says what to look at.
const goStep = (number) => {
  const step = PAGE.story[number];
  if (!step) return;
  state.off = new Set(step.modality ? present.filter((kind) => !step.modality.includes(kind)) : []);
  Object.assign(state, {
    step: number, programme: programmes.includes(step.programme) ? step.programme : null, years: step.years || null,
    sure: "", cls: "", view: step.view || "flow", level: step.level || PAGE.opens, open: new Set(),
    pick: step.highlight && entities.has(step.highlight) ? { node: step.highlight } : null,
  });
  pack();
  for (const entity of step.open || []) for (const node of entities.get(entity) || []) if (canOpen(node.id) && !isOpen(node.id)) state.open.add(node.id);
  repack();
  refreshAll();
  fit();
  reveal();
};
const refreshStory = () => {
  const box = $("story");
  const step = state.step === null ? null : PAGE.story[state.step];
  $("tour").hidden = !PAGE.story.length;
  $("tour").setAttribute("aria-pressed", String(Boolean(step)));
  box.hidden = !step;
  if (!step) return;
  const [number, count] = [state.step + 1, PAGE.story.length];
  box.replaceChildren(
    el("p", { class: "small" }, T("step", { number, count })),
    el("h2", {}, step.title),
    step.text ? el("p", {}, step.text) : "",
    el("p", { class: "acts" },
      el("button", { class: "plain", disabled: state.step === 0, click: () => goStep(state.step - 1) }, T("previous")),
      el("button", { class: "plain strong", disabled: number === count, click: () => goStep(state.step + 1) }, T("next")),
      el("button", { class: "plain", click: () => { state.step = null; refreshStory(); saveState(); $("tour").focus(); } }, T("close"))));
};
