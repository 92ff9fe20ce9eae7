(() => {
"use strict";
const groups = new Map();
for (const one of document.querySelectorAll("[data-k]")) {
  for (const key of one.dataset.k.split(" ")) {
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(one);
  }
}
const tip = document.getElementById("tip");
const narrow = matchMedia("(max-width: 800px)");
let lit = [];
let pinned = [];

const keysOf = (one) => (one ? one.dataset.k.split(" ") : []);
const holder = (event) => (event.target instanceof Element ? event.target.closest("[data-k]") : null);
const inArticle = (one) => one !== null && one.closest("article") !== null;

function light(keys) {
  for (const one of lit) one.classList.remove("on");
  lit = keys.flatMap((key) => groups.get(key) || []);
  for (const one of lit) one.classList.add("on");
}

// What is said of a passage, beside it; at the foot of a narrow window, where it leads to the card.
function tell(one) {
  tip.replaceChildren();
  for (const key of keysOf(one)) {
    const card = document.getElementById(key);
    const line = card.querySelector(".line").cloneNode(true);
    line.classList.add([...card.classList].find((name) => name.startsWith("t-")));
    tip.append(line);
    if (narrow.matches) line.addEventListener("click", () => reach(key));
  }
  tip.hidden = false;
  tip.style.left = tip.style.top = "";
  if (narrow.matches) return;
  const spots = one.getClientRects();
  const spot = spots[spots.length - 1];
  const box = tip.getBoundingClientRect();
  const below = spot.bottom + 8 + box.height < innerHeight;
  tip.style.left = `${Math.max(12, Math.min(spot.left, innerWidth - box.width - 12))}px`;
  tip.style.top = `${below ? spot.bottom + 8 : Math.max(8, spots[0].top - box.height - 8)}px`;
}

function quiet() {
  tip.hidden = true;
  light(pinned);
}

function reach(key) {
  const card = document.getElementById(key);
  const folded = card.closest("details");
  if (folded) folded.open = true;
  card.hidden = false;
  card.scrollIntoView({ block: narrow.matches ? "start" : "nearest" });
  tip.hidden = true;
}

function show(one) {
  light(keysOf(one));
  if (inArticle(one)) tell(one);
  else tip.hidden = true;
}

document.addEventListener("mouseover", (event) => {
  if (narrow.matches || tip.contains(event.target)) return;
  const one = holder(event);
  if (one) show(one);
  else quiet();
});
document.addEventListener("focusin", (event) => {
  const one = holder(event);
  if (one && event.target.matches(":focus-visible")) show(one);
});
document.addEventListener("focusout", (event) => {
  // a finger on the tip takes the focus away before it clicks
  if (holder(event) && !(narrow.matches && pinned.length)) quiet();
});
document.addEventListener("click", (event) => {
  if (tip.contains(event.target) || event.target.closest(".chips")) return;
  const one = holder(event);
  pinned = keysOf(one);
  light(pinned);
  if (!one) return quiet();
  if (inArticle(one)) {
    if (narrow.matches && !event.target.closest("a.m")) tell(one);
    else reach(pinned[0]);
  } else if (!narrow.matches && !event.target.closest("a")) {
    const passage = document.querySelector(`article [id^="p-${pinned[0]}-"]`);
    if (passage) passage.scrollIntoView({ block: "nearest" });
  }
});
document.addEventListener("scroll", () => { if (!narrow.matches) tip.hidden = true; }, true);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { pinned = []; quiet(); }
});

// A link to a note opens the list that holds it.
function unfold() {
  const aim = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  const folded = aim ? aim.closest("details") : null;
  if (folded && !folded.open) { folded.open = true; aim.scrollIntoView(); }
}
addEventListener("hashchange", unfold);
unfold();

const chips = document.querySelector(".chips");
if (chips) {
  chips.hidden = false;
  chips.addEventListener("click", (event) => {
    const chosen = event.target.closest("button");
    if (!chosen) return;
    for (const one of chips.children) one.setAttribute("aria-pressed", String(one === chosen));
    const kind = chosen.dataset.kind;
    for (const card of document.querySelectorAll(".card[data-kind]")) {
      card.hidden = kind !== "" && card.dataset.kind !== kind;
    }
  });
}
})();
