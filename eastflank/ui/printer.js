/* Opens the browser's print dialog with a document of the view, in a hidden iframe. The document is complete, and
 * its iframe runs no script, whatever is in it. */
let last = 0;

export default function printer({ data }) {
  if (data.asked === last) return;
  last = data.asked;
  document.querySelectorAll(".ef-paper").forEach((one) => one.remove());
  const frame = document.createElement("iframe");
  frame.className = "ef-paper";
  frame.title = data.title;
  frame.setAttribute("sandbox", "allow-same-origin allow-modals");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.style.cssText = "position: fixed; left: 0; bottom: 0; width: 0; height: 0; border: 0";
  frame.srcdoc = data.document;
  frame.addEventListener("load", async () => {
    const [inside, paper] = [frame.contentWindow, frame.contentDocument];
    if (!inside || !paper) return; // removed, since another document was requested
    await paper.fonts.ready;
    if (!frame.isConnected) return; // or it was removed meanwhile
    document.dispatchEvent(new Event("eastflank-printed"));
    frame.dataset.printed = String(data.asked);
    inside.focus();
    inside.print();
  });
  document.body.append(frame);
}
