"use strict";
/* How the map's scripts make elements: of HTML and of SVG. What is put in is text, never markup. */
(() => {
  L.eastflank = L.eastflank || {};

  const NS = "http://www.w3.org/2000/svg"; // a name, not an address: nothing is fetched

  /** An element of HTML with its classes and its content.
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name @param {string} className @param {(Node | string)[]} content
   * @returns {HTMLElementTagNameMap[Name]}
   */
  L.eastflank.element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  /** An element of SVG with its attributes and what stands in it.
   * @template {keyof SVGElementTagNameMap} Name
   * @param {Name} name @param {Record<string, string | number>} attributes @param {Node[]} content
   * @returns {SVGElementTagNameMap[Name]}
   */
  L.eastflank.shape = (name, attributes, ...content) => {
    const made = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    made.append(...content);
    return made;
  };
})();
