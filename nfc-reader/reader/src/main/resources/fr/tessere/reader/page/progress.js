"use strict";
// Says each step as it comes; without this script the page loads itself again.
(() => {
  const place = document.querySelector("[data-progress]");
  const ask = async () => {
    try {
      const answer = await fetch(place.dataset.progress, { cache: "no-store" });
      const [state, text] = (await answer.text()).split("\n");
      if (!answer.ok || state !== "running") {
        location.reload();
        return;
      }
      // changed only when it differs, so that a screen reader says each step once
      if (place.textContent !== text) {
        place.textContent = text;
      }
    } catch (unreachable) {
      location.reload();
      return;
    }
    setTimeout(ask, 500);
  };
  setTimeout(ask, 300);
})();
