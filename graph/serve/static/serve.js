"use strict";
(() => {
  // Everything works without this file: it saves page loads and colours queries, no more.
  const hits = document.getElementById("hits");
  let typed = 0;
  const suggest = async (box) => {
    const turn = ++typed;
    const text = box.value.trim();
    if (!text) return;
    const reply = await fetch("/suggest.json?q=" + encodeURIComponent(text)).catch(() => null);
    if (!reply || !reply.ok || turn !== typed) return;
    const found = (await reply.json()).results || [];
    hits.replaceChildren(...found.map((one) => {
      const option = document.createElement("option");
      option.value = one.label;
      option.label = [one.label, one.said, one.around].filter(Boolean).join(" · ");
      return option;
    }));
  };
  for (const box of document.querySelectorAll("input[list=hits]")) {
    let wait = 0;
    box.addEventListener("input", (event) => {
      if (event.isComposing) return;
      clearTimeout(wait);
      wait = setTimeout(() => suggest(box), 120);
    });
    box.addEventListener("compositionend", () => suggest(box));
  }
  document.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !/INPUT|TEXTAREA|SELECT/.test(at.tagName)) {
      event.preventDefault();
      document.getElementById("q").focus();
    }
  });

  const picture = document.getElementById("picture");
  const centre = () => {
    const me = picture.querySelector(".me rect");
    if (!me) return;
    const own = me.getBoundingClientRect(), all = picture.getBoundingClientRect();
    picture.scrollLeft += own.left + own.width / 2 - all.left - all.width / 2;
  };
  if (picture) {
    centre();
    const load = async (href, push) => {
      picture.setAttribute("aria-busy", "true");
      const reply = await fetch(href.split("#")[0], { headers: { accept: "text/html" } }).catch(() => null);
      if (!reply || !reply.ok) { location.href = href; return; }
      const page = new DOMParser().parseFromString(await reply.text(), "text/html");
      const fresh = page.getElementById("picture");
      if (!fresh) { location.href = href; return; }
      const width = picture.scrollWidth;
      picture.replaceChildren(...fresh.childNodes);
      picture.removeAttribute("aria-busy");
      if (picture.scrollWidth !== width) centre();
      if (push) history.pushState(null, "", href);
    };
    picture.addEventListener("click", (event) => {
      const plus = event.target.closest("a.plus");
      if (!plus || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      load(new URL(plus.getAttribute("href"), location.href).href, true);
    });
    addEventListener("popstate", () => load(location.href, false));
  }
  const opened = location.hash && document.getElementById(location.hash.slice(1));
  if (opened && opened.closest("details")) opened.closest("details").open = true;

  const box = document.getElementById("query");
  if (!box || box.tagName !== "TEXTAREA") return;
  const colours = document.getElementById("colours");
  const token = /(#[^\n]*)|("""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(<[^<>\s"{}|^`\\]*>|[A-Za-z][\w-]*:[\w-]*)|([?$]\w+)|\b(SELECT|ASK|CONSTRUCT|DESCRIBE|WHERE|PREFIX|BASE|DISTINCT|REDUCED|FROM|NAMED|GRAPH|OPTIONAL|UNION|MINUS|FILTER|BIND|VALUES|AS|ORDER|GROUP|BY|HAVING|LIMIT|OFFSET|ASC|DESC|IN|NOT|EXISTS|COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT|LANG|STR|REGEX|CONTAINS|STRSTARTS|BOUND|IF|COALESCE|UNDEF|a)\b/gi;
  const names = [null, "c", "s", "i", "v", "k"];
  const paint = () => {
    const parts = [];
    let last = 0;
    for (const found of box.value.matchAll(token)) {
      parts.push(document.createTextNode(box.value.slice(last, found.index)));
      const span = document.createElement("span");
      span.className = names[found.slice(1).findIndex((one) => one !== undefined) + 1];
      span.textContent = found[0];
      parts.push(span);
      last = found.index + found[0].length;
    }
    parts.push(document.createTextNode(box.value.slice(last) + "\n"));
    colours.replaceChildren(...parts);
    colours.scrollTop = box.scrollTop;
  };
  box.parentElement.classList.add("coloured");
  box.addEventListener("input", paint);
  box.addEventListener("scroll", () => { colours.scrollTop = box.scrollTop; });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      box.form.querySelector("button.main").click();
    }
  });
  for (const one of document.querySelectorAll("a.example")) {
    one.addEventListener("click", (event) => {
      event.preventDefault();
      box.value = one.dataset.query;
      paint();
      box.focus();
    });
  }
  paint();
})();
