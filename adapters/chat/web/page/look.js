// Colours and language: what a reader chose is kept, else the system and the rep decide.

import { byId } from "./dom.js";
import { get } from "./api.js";
import { state, t } from "./state.js";

const LOOKS = ["auto", "light", "dark"];

export function remember(name, value) {
  try {
    localStorage.setItem(`advance.${name}`, value);
  } catch {
    // A browser that keeps nothing still shows the page; the choice then lasts until it is closed.
  }
}

export function remembered(name) {
  try {
    return localStorage.getItem(`advance.${name}`);
  } catch {
    return null;
  }
}

export function startLook() {
  byId("look").addEventListener("click", () => {
    const now = document.documentElement.dataset.look;
    const look = LOOKS[(LOOKS.indexOf(now) + 1) % LOOKS.length];
    document.documentElement.dataset.look = look;
    remember("look", look);
    nameLook();
  });
}

export async function speak(language) {
  state.words = await get("/api/words", { language });
  state.language = language;
  document.documentElement.lang = language;
  document.title = t("title");
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) {
    node.setAttribute("aria-label", t(node.dataset.tLabel));
  }
  for (const button of byId("languages").children) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
  nameLook();
}

function nameLook() {
  const look = document.documentElement.dataset.look;
  const named = { auto: t("look-auto"), light: t("look-light"), dark: t("look-dark") }[look];
  byId("look").setAttribute("aria-label", `${t("look")}: ${named}`);
  byId("look").title = named;
}
