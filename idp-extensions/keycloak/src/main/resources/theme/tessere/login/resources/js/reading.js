// Asks how far the reading is and goes on by itself. Without it the page works by its button.
const state = document.getElementById("state");
const trouble = document.getElementById("trouble");
const form = document.getElementById("continue");
const often = 1500;
const seldom = 4000;
// for the first minute and while a card is being read often, then seldom; not at all while nobody sees the page
let quick = 40;
let timer = 0;

function goOn() {
  const step = document.createElement("input");
  step.type = "hidden";
  step.name = "step";
  step.value = "continue";
  form.append(step);
  form.submit();
}

// what the reader says went wrong; said once, not with each question
function tell(text) {
  if (text !== trouble.textContent) {
    trouble.textContent = text;
    trouble.className = text ? "notice warning" : "";
  }
}

async function ask() {
  let word = "";
  try {
    const answer = await fetch(state.dataset.status, { credentials: "same-origin", cache: "no-store" });
    if (answer.ok) {
      const told = await answer.json();
      word = told.state;
      tell(told.trouble ?? "");
    }
  } catch {
    // no connection for now: ask again
  }
  if (word && word !== state.dataset.state) {
    state.dataset.state = word;
    state.textContent = state.dataset[word] ?? "";
  }
  if (word === "ready" || word === "refused" || word === "over") {
    goOn();
  } else if (word !== "none") {
    later(word);
  }
}

function later(word) {
  quick -= 1;
  clearTimeout(timer);
  if (!document.hidden) {
    timer = setTimeout(ask, quick > 0 || word === "reading" ? often : seldom);
  }
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) {
    clearTimeout(timer);
    timer = setTimeout(ask, 0);
  }
});
later("");
