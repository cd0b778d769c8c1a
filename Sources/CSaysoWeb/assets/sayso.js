// What the pages do better with a script; each works without one.
"use strict";

// The parts of a statement light up together, in the text and beside it.
for (const part of document.querySelectorAll("[data-s], [data-record]")) {
  const ids = (part.dataset.s || part.dataset.record).split(" ");
  const light = (on) => {
    for (const id of ids) {
      const escaped = CSS.escape(id);
      for (const other of document.querySelectorAll(`[data-s~="${escaped}"], [data-record="${escaped}"]`)) {
        other.classList.toggle("lit", on);
      }
    }
  };
  part.addEventListener("pointerenter", () => light(true));
  part.addEventListener("pointerleave", () => light(false));
  part.addEventListener("focusin", () => light(true));
  part.addEventListener("focusout", () => light(false));
}

// Citations go to the clipboard.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.previousElementSibling.textContent);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Select the words above to copy them";
    }
  });
}
