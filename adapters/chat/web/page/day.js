// What is in the rep's calendar today, and which of it the coach looks after.

import { byId, el, reconcile } from "./dom.js";
import { get } from "./api.js";
import { state, t, when } from "./state.js";

let asked = 0;

export async function loadDay() {
  const turn = ++asked;
  const { calls } = await get("/api/calls", { rep: state.me.id });
  if (turn !== asked) return;
  const items = calls.map((call, at) => ({
    key: `${at} ${call.starts}`,
    signature: JSON.stringify([call, state.language, state.me.zone, over(call)]),
    make: () => drawCall(call),
  }));
  const list = byId("day");
  reconcile(list, items);
  list.dataset.empty = items.length ? "" : t("day-empty");
}

const over = (call) => new Date(call.ends) <= state.now;

// How far a call has come; what was not prepared in time can still be reviewed.
function stanceOf(call) {
  if (!call.coached && !call.state) return "not-coached";
  const state = call.state || "open";
  return over(call) && ["open", "planned"].includes(state) ? "past" : state;
}

function drawCall(call) {
  const stance = stanceOf(call);
  const hours = call.all_day ? t("all-day") : `${when(call.starts, "time")}–${when(call.ends, "time")}`;
  return el(
    "li",
    { class: `call ${stance}${over(call) ? " over" : ""}` },
    el("span", { class: "call-hours" }, hours),
    el("span", { class: "call-title" }, call.title || t("untitled")),
    el("span", { class: "call-state" }, t(`call-${stance}`)),
  );
}
