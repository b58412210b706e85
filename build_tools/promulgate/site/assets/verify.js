// Computes the SHA-256 of a file the reader kept, in this browser, and looks it up among the published ones.
(() => {
  "use strict";
  const place = document.querySelector("[data-verify]");
  if (!place || !globalThis.crypto?.subtle) {
    return;
  }
  place.hidden = false;
  const answer = place.querySelector(".verify__answer");
  place.querySelector("input").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (!file) {
      return;
    }
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const known = document.querySelector(`[data-sha256="${hex}"]`);
    answer.textContent = known ? place.dataset.found.replace("{title}", known.dataset.title) : place.dataset.unknown;
  });
})();
