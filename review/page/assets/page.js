/* The page's script: search, folding, printing. The page can be read without it. */

(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  /** Folds parts of a comparison that stay the same behind a button each. */
  for (const fold of all("tbody.fold")) {
    const lines = fold.nextElementSibling;
    const button = fold.querySelector("button");
    const show = (shown) => {
      lines.hidden = !shown;
      button.setAttribute("aria-expanded", String(shown));
    };
    button.addEventListener("click", () => show(lines.hidden));
    fold.hidden = false;
    show(false);
  }

  /** Text of an entry, made small once: whole YAML documents are in it. */
  const texts = new WeakMap();
  const textOf = (entry) => {
    const known = texts.get(entry) ?? entry.textContent.toLowerCase();
    texts.set(entry, known);
    return known;
  };

  /** A search box: shows the entries of its list that hold every word, and says how many. */
  for (const form of all("form.search")) {
    const list = document.getElementById(form.dataset.list);
    const entries = all(".thing", list);
    const groups = all(".group", list);
    const input = form.querySelector("input");
    const choice = form.querySelector("select");
    const status = form.querySelector("[role=status]");
    const unfold = form.querySelector("button.unfold");
    const noun = (number) => (number === 1 ? form.dataset.noun : `${form.dataset.noun}s`);
    const search = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      const wanted = choice?.value ?? "";
      let found = 0;
      for (const entry of entries) {
        const fits =
          (wanted === "" || entry.dataset.class === wanted) && words.every((word) => textOf(entry).includes(word));
        entry.hidden = !fits;
        if (fits) found += 1;
      }
      for (const group of groups) group.hidden = all(".thing:not([hidden])", group).length === 0;
      status.textContent =
        found === entries.length ? `${found} ${noun(found)}` : `${found} of ${entries.length} ${noun(entries.length)}`;
    };
    input.addEventListener("input", search);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      input.value = "";
      search();
    });
    choice?.addEventListener("change", search);
    form.addEventListener("submit", (event) => event.preventDefault());
    unfold.addEventListener("click", () => {
      const shown = entries.filter((entry) => !entry.hidden).flatMap((entry) => all("details", entry));
      const open = !shown.every((details) => details.open);
      for (const details of shown) details.open = open;
      unfold.textContent = open ? "Fold all" : "Unfold all";
    });
    form.hidden = false;
    search();
  }

  /** `/` goes to the search box, as in many tools; not while somebody writes. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    const input = document.querySelector("form.search input");
    if (!input) return;
    event.preventDefault();
    input.focus();
  });

  /** A link to a folded entry opens it. */
  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", openTarget);
  openTarget();

  /** Paper can't be unfolded: what isn't a mere listing is printed open, and folded again afterwards. */
  let opened = [];
  const print = (printing) => {
    if (printing && opened.length === 0) opened = all("details:not(.listed):not([open])");
    for (const details of opened) details.open = printing;
    if (!printing) opened = [];
  };
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  matchMedia("print").addEventListener("change", ({ matches }) => print(matches));
})();
