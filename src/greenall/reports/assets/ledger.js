/* The ledger answers back: text <-> row, keys, filters, the panel of reasons.
   One script for the self-contained file and for the site; in the file it also filters and draws the panel. */
"use strict";

(() => {
  const root = document.querySelector("[data-ledger]");
  if (!root) return;

  const isLive = root.dataset.live === "1";
  const text = root.querySelector("#source");
  const right = root.querySelector("#right");
  const panel = root.querySelector("#panel");
  const said = root.querySelector("#said");
  const filters = root.querySelector("#filters");
  const narrow = window.matchMedia("(max-width: 900px)");

  let panels = null;
  let opener = null;
  let marksByRow = null;

  /* ---- text and rows ---- */

  function marks(row) {
    if (!marksByRow) {
      marksByRow = new Map();
      for (const mark of text.querySelectorAll("[data-rows]")) {
        for (const id of mark.dataset.rows.split(" ")) {
          if (!marksByRow.has(id)) marksByRow.set(id, []);
          marksByRow.get(id).push(mark);
        }
      }
    }
    return marksByRow.get(row) || [];
  }

  function placeOf(row) {
    const found = marks(row);
    return found.find((mark) => (mark.dataset.first || "").split(" ").includes(row)) || found[0] || null;
  }

  /* Parts far away are drawn only when they come near (content-visibility), and then take another height. So a place is
     sought again for some frames, until it stands still. */
  function intoView(element) {
    const pane = narrow.matches ? null : element.closest(".source, .rows-pane");
    if (pane) {
      const top = root.querySelector(".panes").getBoundingClientRect().top;
      if (top > 160 || top < 40) root.querySelector(".panes").scrollIntoView({ block: "start" });
    }
    let frames = 12;
    const seek = () => {
      if (!element.isConnected) return;
      const box = element.getBoundingClientRect();
      if (pane) {
        const frame = pane.getBoundingClientRect();
        if (box.top < frame.top + 48 || box.bottom > frame.bottom - 24) {
          pane.scrollTop += box.top - frame.top - frame.height / 3;
        }
      } else if (box.top < 56 || box.top > window.innerHeight / 4) {
        element.scrollIntoView({ block: "start" });
      }
      frames -= 1;
      if (frames) requestAnimationFrame(seek);
    };
    seek();
  }

  function light(row) {
    for (const old of root.querySelectorAll(".on")) old.classList.remove("on");
    for (const mark of marks(row)) mark.classList.add("on");
    const card = cardOf(row);
    if (card) card.classList.add("on");
  }

  function cardOf(row) {
    const element = document.getElementById(row);
    return element && element.dataset.row === row ? element : null;
  }

  /* ---- tabs ---- */

  function showTab(name) {
    root.dataset.tabShown = name;
    for (const link of root.querySelectorAll(".tab")) {
      if (link.dataset.tabLink === name) link.setAttribute("aria-current", "page");
      else if (name !== "text" || narrow.matches) link.removeAttribute("aria-current");
    }
    if (name === "text") return;
    for (const section of right.querySelectorAll(":scope > [data-tab]")) {
      section.hidden = section.dataset.tab !== name;
    }
  }

  function tabOf(row) {
    const card = cardOf(row);
    const section = card && card.closest("[data-tab]");
    return section ? section.dataset.tab : null;
  }

  /* ---- the panel ---- */

  async function contentOf(row) {
    if (isLive) {
      const answer = await fetch(addressOf(row), { headers: { "HX-Request": "true" } });
      return answer.ok ? answer.text() : null;
    }
    if (!panels) panels = JSON.parse(document.getElementById("panels").textContent);
    return panels[row] || null;
  }

  function addressOf(row) {
    if (!isLive) return "#" + row;
    return root.dataset.rowAddress.replace("ROW", encodeURIComponent(row)) + query();
  }

  function query() {
    const asked = new URLSearchParams(filters ? [...new FormData(filters)].filter(([, value]) => value) : []);
    return String(asked) ? "?" + asked : "";
  }

  async function open(row, { push = true, focus = true } = {}) {
    const content = await contentOf(row);
    if (content === null) return;
    if (panel.hidden) opener = document.activeElement;
    panel.innerHTML = content; /* drawn and escaped by the server, or taken from this file */
    panel.hidden = false;
    panel.scrollTop = 0;
    show(row);
    const title = panel.querySelector(".panel-title");
    if (focus && title) title.focus({ preventScroll: true });
    if (push && location.href !== new URL(addressOf(row), location.href).href) {
      history.pushState({ row }, "", addressOf(row));
    }
  }

  /* Light a row on both sides and bring it into view. */
  function show(row) {
    const tab = tabOf(row);
    if (tab && !(narrow.matches && root.dataset.tabShown === "text")) showTab(tab);
    light(row);
    const card = cardOf(row);
    if (card && !card.hidden && card.offsetParent) intoView(card);
    const mark = placeOf(row);
    if (mark && mark.offsetParent) intoView(mark);
  }

  function close({ push = true } = {}) {
    if (panel.hidden) return;
    panel.hidden = true;
    const row = panel.querySelector("[data-panel]")?.dataset.panel;
    panel.innerHTML = "";
    for (const old of root.querySelectorAll(".on")) old.classList.remove("on");
    if (push) history.pushState({}, "", isLive ? root.dataset.home.split("?")[0] + query() : withoutRow());
    const back = opener && document.contains(opener) && opener !== document.body ? opener : row && linkOf(row);
    if (back) back.focus({ preventScroll: true });
    opener = null;
  }

  function linkOf(row) {
    const card = cardOf(row);
    return card ? card.querySelector("[data-open]") : null;
  }

  /* ---- addresses in the file: #T07, #figures, #kind=target&state=no_deadline ---- */

  function withoutRow() {
    return "#" + (query().slice(1) || root.dataset.tabShown || "rows");
  }

  function follow() {
    const hash = decodeURIComponent(location.hash.slice(1));
    if (hash.includes("=")) {
      close({ push: false });
      const asked = new URLSearchParams(hash);
      for (const field of filters.querySelectorAll("[name]")) field.value = asked.get(field.name) || "";
      sift();
      showTab("rows");
    } else if (root.querySelector(`[data-tab-link="${CSS.escape(hash)}"]`)) {
      close({ push: false });
      showTab(hash);
    } else if (cardOf(hash)) {
      open(hash, { push: false });
    } else if (!hash || hash === "right") {
      close({ push: false });
      if (!hash && filters) {
        filters.reset();
        sift();
      }
    }
  }

  /* ---- filters without a server ---- */

  let searchable = null;

  function wordsOf(card) {
    if (!searchable) searchable = new WeakMap();
    if (!searchable.has(card)) {
      /* the row's own words, not those that stand around its quote */
      const own = card.querySelectorAll(":scope > :not(.card-quote), .card-quote mark");
      searchable.set(card, [...own].map((part) => part.textContent).join("\n").toLocaleLowerCase());
    }
    return searchable.get(card);
  }

  function sift() {
    if (isLive || !filters) return;
    const asked = Object.fromEntries(new FormData(filters));
    const words = asked.text.trim().toLocaleLowerCase();
    const has = (tokens, token) => !token || tokens.split(" ").includes(token);
    let shown = 0;
    let of = 0;
    for (const group of right.querySelectorAll(".group")) {
      let inGroup = 0;
      const isArticle = !asked.article || group.dataset.group === asked.article;
      for (const card of group.querySelectorAll(".card")) {
        const answers =
          isArticle &&
          has(card.dataset.kinds, asked.kind) &&
          has(card.dataset.states, asked.state) &&
          has(card.dataset.codes, asked.finding) &&
          (!words || wordsOf(card).includes(words));
        card.hidden = !answers;
        of += 1;
        if (answers) inGroup += 1;
      }
      group.hidden = inGroup === 0;
      shown += inGroup;
    }
    const isAll = shown === of && !Object.values(asked).some(Boolean);
    right.querySelector("[data-shown]").textContent = root.dataset.wordsCount
      .replace("{shown}", shown.toLocaleString("en"))
      .replace("{of}", of.toLocaleString("en"));
    right.querySelector("[data-reset]").hidden = isAll;
    const nothing = right.querySelector("[data-nothing]");
    if (nothing) nothing.hidden = shown > 0 || of === 0;
  }

  if (filters && !isLive) {
    const change = () => {
      sift();
      history.replaceState({}, "", query() ? "#" + query().slice(1) : "#rows");
    };
    filters.addEventListener("input", change);
    filters.addEventListener("submit", (event) => {
      event.preventDefault();
      change();
    });
  }

  /* ---- pointer ---- */

  root.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    const target = event.target;
    const shut = target.closest("[data-close]");
    if (shut) {
      event.preventDefault();
      close();
      return;
    }
    const show = target.closest("[data-show]");
    if (show) {
      event.preventDefault();
      if (narrow.matches) {
        const row = show.dataset.show;
        close();
        showTab("text");
        light(row);
        const mark = placeOf(row);
        if (mark) requestAnimationFrame(() => intoView(mark));
      } else {
        const mark = placeOf(show.dataset.show);
        if (mark) intoView(mark);
      }
      return;
    }
    const tab = target.closest("[data-tab-link]");
    if (tab && (!isLive || tab.dataset.tabLink === "text" || tab.dataset.tabLink === root.dataset.tab)) {
      event.preventDefault();
      if (!isLive) history.pushState({}, "", "#" + tab.dataset.tabLink);
      close({ push: false });
      showTab(tab.dataset.tabLink);
      if (tab.closest(".counts")) right.scrollIntoView({ block: "start" });
      return;
    }
    const link = target.closest("[data-open]");
    if (link) {
      event.preventDefault();
      open(link.dataset.open);
      return;
    }
    if (target.closest("a, button, input, select, label, summary")) return;
    if (!window.getSelection().isCollapsed) return; /* somebody is copying words */
    const mark = target.closest(".source [data-rows]");
    if (mark) {
      open(mark.dataset.rows.split(" ")[0]);
      return;
    }
    const card = target.closest("[data-row]");
    if (card) open(card.dataset.row);
  });

  /* ---- keys ---- */

  let at = null;

  function stops() {
    const inText = document.activeElement === text || (at && text.contains(at) && document.activeElement === document.body);
    if (inText) return [...text.querySelectorAll("[data-first]")];
    const section = right.querySelector(":scope > [data-tab]:not([hidden])");
    return section ? [...section.querySelectorAll("[data-row]:not([hidden])")].filter((card) => !card.closest("[hidden]")) : [];
  }

  function move(step) {
    const found = stops();
    if (!found.length) return;
    let number = found.indexOf(at);
    if (number < 0) {
      const active = document.activeElement && document.activeElement.closest("[data-row]");
      number = active ? found.indexOf(active) : -1;
    }
    if (number < 0) {
      const lit = found.findIndex((stop) => stop.classList.contains("on"));
      number = lit < 0 ? (step > 0 ? -1 : found.length) : lit;
    }
    const next = found[Math.min(Math.max(number + step, 0), found.length - 1)];
    stand(next);
  }

  function stand(stop) {
    if (at) at.classList.remove("at");
    at = stop;
    if (!panel.hidden) {
      open(rowAt(stop), { push: true, focus: false });
      return;
    }
    if (text.contains(stop)) {
      stop.classList.add("at");
      const card = cardOf(rowAt(stop));
      said.textContent = card ? card.querySelector(".card-title, th").textContent + " " + stop.textContent : stop.textContent;
      light(rowAt(stop));
    } else {
      const link = stop.querySelector("[data-open]");
      link.focus({ preventScroll: true });
      light(stop.dataset.row);
      const mark = placeOf(stop.dataset.row);
      if (mark && mark.offsetParent) intoView(mark);
    }
    intoView(stop);
  }

  function rowAt(stop) {
    return stop.dataset.row || stop.dataset.first.split(" ")[0];
  }

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isTyping = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key === "Escape") {
      if (!panel.hidden) {
        event.preventDefault();
        close();
      } else if (isTyping) {
        isTyping.blur();
      }
      return;
    }
    if (isTyping) return;
    const inList = event.target === text || event.target.closest("[data-row]");
    if (event.key === "j" || (event.key === "ArrowDown" && inList)) {
      event.preventDefault();
      move(1);
    } else if (event.key === "k" || (event.key === "ArrowUp" && inList)) {
      event.preventDefault();
      move(-1);
    } else if (event.key === "Enter" && event.target === text && at && text.contains(at)) {
      event.preventDefault();
      open(rowAt(at));
    } else if (event.key === "t") {
      event.preventDefault();
      if (narrow.matches) showTab("text");
      text.focus({ preventScroll: true });
    } else if (event.key === "/" && filters) {
      event.preventDefault();
      showTab("rows");
      filters.querySelector("[type=search]").focus();
    }
  });

  /* ---- start ---- */

  showTab(narrow.matches && !isLive && !location.hash ? "rows" : root.dataset.tab);

  if (isLive) {
    window.addEventListener("popstate", (event) => {
      if (event.state && event.state.htmx) return;
      location.reload();
    });
    const row = panel.querySelector("[data-panel]")?.dataset.panel;
    if (row) show(row);
  } else {
    window.addEventListener("hashchange", follow);
    window.addEventListener("popstate", follow);
    if (location.hash) follow();
  }
})();
