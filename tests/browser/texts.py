"""All texts that a page shows or that a screen reader reads, including iframes, shadow roots and texts from styles.

Not the words of sources, in articles and quotations, nor the names of icons, which a font draws as pictures.
"""

from __future__ import annotations

from playwright.sync_api import Page

_TEXTS = """() => {
  const out = [];
  const told = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt"];
  const said = "blockquote, .ef-article, [data-testid=stIconMaterial], [data-testid$=DynamicIcon]";
  const hidden = (one) => !one.checkVisibility({ visibilityProperty: true });
  const added = (one, which) => {
    const found = getComputedStyle(one, which).content;
    for (const [, text] of found.matchAll(/"((?:[^"\\\\\\\\]|\\\\\\\\.)*)"/g)) out.push(text);
  };
  const walk = (node, onCanvas) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement?.closest(said)) out.push(node.data);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return;
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.tagName === "BR") { out.push("\\n"); return; }
      if (["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"].includes(node.tagName)) return;
      if (!onCanvas && node.tagName !== "OPTION" && node.namespaceURI.endsWith("xhtml") && hidden(node)) return;
      for (const name of told) if (node.hasAttribute(name)) out.push("\\n" + node.getAttribute(name) + "\\n");
      const block = !/^inline/.test(getComputedStyle(node).display);
      if (block) out.push("\\n");
      added(node, "::before");
      for (const one of (node.shadowRoot || node).childNodes) walk(one, onCanvas || node.tagName === "CANVAS");
      if (node.shadowRoot) for (const one of node.childNodes) if (!one.assignedSlot) walk(one, onCanvas);
      added(node, "::after");
      if (block) out.push("\\n");
    } else for (const one of node.childNodes) walk(one, onCanvas);
  };
  walk(document.body, false);
  return out.join("");
}"""


def texts(page: Page) -> str:
    """The texts in the order of the page, those of its frames behind; a block begins on a line of its own."""
    return "\n".join(frame.evaluate(_TEXTS) for frame in page.frames if frame.url.startswith("http"))
