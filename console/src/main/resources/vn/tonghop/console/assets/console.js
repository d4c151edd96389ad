// Common to all pages, which work without it: a chosen period needs no button.
(() => {
  "use strict";
  for (const form of document.querySelectorAll(".picker form")) {
    const choice = form.querySelector("select");
    if (choice) {
      choice.addEventListener("change", () => form.submit());
    }
  }
})();
