// The clock bar: where time stands, and how to move it on.

import { byId } from "./dom.js";
import { get, post } from "./api.js";
import { disclosure } from "./dom.js";
import { localMoment, state, t, when } from "./state.js";

let fold = () => {};

export function startClock(arrived) {
  fold = disclosure(byId("pick"), byId("pick-form"));
  byId("pick").addEventListener("click", () => {
    byId("pick-at").value = byId("pick-at").min = localMoment(state.now);
    if (!byId("pick-form").hidden) byId("pick-at").focus();
  });
  for (const button of document.querySelectorAll("[data-move]")) {
    button.addEventListener("click", () => move(button.dataset.move, arrived));
  }
  byId("pick-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!byId("pick-at").value) return;
    fold();
    byId("pick").focus();
    move(byId("pick-at").value, arrived);
  });
}

export async function loadClock() {
  const { now } = await get("/api/clock");
  showClock(now, false);
}

export function showClock(now, moving) {
  state.now = new Date(now);
  byId("clock").hidden = !state.moves;
  byId("clock-day").textContent = when(now, "day");
  byId("clock-time").textContent = when(now, "time");
  byId("clock-time").setAttribute("datetime", now);
  busy(moving);
}

export function clearNews() {
  byId("clock-news").replaceChildren();
}

async function move(to, arrived) {
  if (byId("clock").getAttribute("aria-busy") === "true") return;
  busy(true);
  byId("clock-news").textContent = t("playing");
  try {
    const { now, new: fresh } = await post("clock", { to });
    showClock(now, false);
    const quiet = Object.values(fresh).every((references) => references.length === 0);
    byId("clock-news").textContent = t(quiet ? "arrived-quiet" : "arrived-message");
    await arrived(fresh, to);
  } catch (problem) {
    byId("clock-news").textContent = problem.status === 400 ? t("clock-refused") : t("failed");
  } finally {
    busy(false);
  }
}

// Buttons stay focusable while time passes, so that the keyboard does not lose its place.
function busy(moving) {
  byId("clock").setAttribute("aria-busy", String(moving));
  for (const button of document.querySelectorAll("[data-move]")) {
    button.setAttribute("aria-disabled", String(moving));
  }
}
