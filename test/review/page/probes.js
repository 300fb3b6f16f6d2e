/* What tests ask of a page, from inside: put into it as `probes` before its own script runs. */
globalThis.probes = (() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

  const probe = { canvas: undefined };
  /** Red, green, blue and opacity of a colour, whichever way it is written. */
  const channels = (colour) => {
    probe.canvas ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    probe.canvas.clearRect(0, 0, 1, 1);
    probe.canvas.fillStyle = colour;
    probe.canvas.fillRect(0, 0, 1, 1);
    return [...probe.canvas.getImageData(0, 0, 1, 1).data];
  };
  /** Relative luminance and contrast. Source: WCAG 2.2, definitions. */
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour)
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrastOf = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  /** The colour behind a point of an element: of the first thing below it that has one. */
  const behind = (element, x, y) => {
    const stack = document.elementsFromPoint(x, y);
    const own = stack.findIndex((one) => one === element || element.contains(one));
    for (const one of stack.slice(Math.max(0, own))) {
      const style = getComputedStyle(one);
      const isShape = one instanceof SVGGeometryElement;
      const colour = isShape ? style.fill : style.backgroundColor;
      if (colour !== "none" && channels(colour)[3] === 255) return colour;
    }
    return getComputedStyle(document.body).backgroundColor;
  };

  /** Every text that is shown, with the contrast between it and what is behind it. */
  const contrasts = () => {
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement;
      const content = node.textContent.trim();
      if (content === "" || element.closest("script, style, title, desc, .unseen, .skip") || !isShown(element))
        continue;
      element.scrollIntoView({ block: "center", inline: "center" });
      const range = document.createRange();
      range.selectNodeContents(node);
      const [box] = range.getClientRects();
      if (box === undefined) continue;
      const style = getComputedStyle(element);
      const colour = element instanceof SVGElement ? style.fill : style.color;
      const back = behind(element, box.left + box.width / 2, box.top + box.height / 2);
      found.push({ content: content.slice(0, 60), contrast: Math.round(contrastOf(colour, back) * 100) / 100 });
    }
    return found;
  };

  /** Boxes of the texts of the pictures, and what each is in. */
  const pictureTexts = () =>
    all("svg.picture").map((picture) =>
      [...picture.querySelectorAll("text")].map((text) => ({
        content: text.textContent,
        box: text.getBoundingClientRect(),
        // Texts of a box are in a group with its rectangle, or in a group of that group.
        around: (
          text.closest("g")?.querySelector(":scope > rect.box") ??
          text.closest("g")?.parentElement.querySelector(":scope > rect.box") ??
          picture
        ).getBoundingClientRect(),
      })),
    );

  /** Pairs of texts of one picture that cover each other. */
  const overlappingTexts = () =>
    pictureTexts().flatMap((texts) =>
      texts.flatMap((one, index) =>
        texts
          .slice(index + 1)
          .filter(
            ({ box }) =>
              one.box.left < box.right - 0.5 &&
              box.left < one.box.right - 0.5 &&
              one.box.top + 1 < box.bottom - 1 &&
              box.top + 1 < one.box.bottom - 1,
          )
          .map((other) => `${one.content} | ${other.content}`),
      ),
    );

  /** Texts of the pictures that stick out of their box. */
  const spillingTexts = () =>
    pictureTexts()
      .flat()
      .filter(
        ({ box, around }) =>
          box.left < around.left ||
          box.right > around.right ||
          box.top < around.top - 1 ||
          box.bottom > around.bottom + 1,
      )
      .map(({ content }) => content);

  /** What is wider than the window, and isn't in a frame that scrolls by itself. */
  const wideElements = () =>
    all("body *")
      .filter((element) => isShown(element) && !element.closest(".frame-scroll, nav, .skip, .unseen"))
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .map((element) => element.outerHTML.slice(0, 80));

  /** The element with the focus: what it is, and whether its outline can be seen. */
  const focus = () => {
    const { activeElement } = document;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(activeElement);
    const label = activeElement.getAttribute("aria-label") ?? activeElement.textContent.trim().slice(0, 60);
    return {
      what: `${activeElement.localName} ${label}`.trim(),
      outline: outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth),
      contrast: Math.round(contrastOf(outlineColor, getComputedStyle(document.body).backgroundColor) * 100) / 100,
    };
  };

  const openDetails = () => all("details[open]").length;
  const shownEntries = () =>
    all(".thing")
      .filter(isShown)
      .map((entry) => entry.querySelector(".thing-name").textContent);
  const badgeColours = () =>
    all(".counts .badge").map((badge) => [
      badge.textContent,
      getComputedStyle(badge).color,
      getComputedStyle(badge).backgroundColor,
    ]);

  return {
    contrasts,
    overlappingTexts,
    spillingTexts,
    wideElements,
    focus,
    openDetails,
    shownEntries,
    badgeColours,
    pictureTexts,
  };
})();
