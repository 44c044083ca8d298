// Starts the page, and redraws what the server says has changed.

import { byId, el } from "./dom.js";
import { get, quietly } from "./api.js";
import { clearNews, loadClock, showClock, startClock } from "./clock.js";
import { loadDay } from "./day.js";
import { remember, remembered, speak, startLook } from "./look.js";
import { startSheet } from "./sheet.js";
import { closeThread, drawDrafts, drawFeet, focusComposer, loadPosts, openThread, startTalk } from "./talk.js";
import { state, t } from "./state.js";

const REST = 60;
const MINUTE = 60_000;
let waiting = 0;

async function start() {
  startLook();
  startTalk();
  startClock(arrived);
  startSheet({ draft: drawDrafts, sent: () => quietly(refresh()), focus: focusComposer });
  byId("who").addEventListener("change", (event) => quietly(actAs(event.target.value)));
  for (const button of byId("languages").children) {
    button.addEventListener("click", () => quietly(choose(button.dataset.language)));
  }
  await loadPeople();
  await speak(remembered("language") || state.me?.language || "en");
  if (!state.me) {
    byId("messages").dataset.empty = t("nobody");
    return;
  }
  await actAs(state.me.id);
  listen();
  // Where time is real nobody says that it passes.
  if (!state.moves) setInterval(() => quietly(Promise.all([loadClock(), loadDay()])), MINUTE);
}

async function loadPeople() {
  const { people, moves } = await get("/api/people");
  state.people = people;
  state.moves = moves;
  const wanted = state.me?.id || remembered("rep");
  state.me = people.find((one) => one.id === wanted) || people[0] || null;
}

async function actAs(id) {
  state.me = state.people.find((one) => one.id === id);
  remember("rep", id);
  clearNews();
  if (!remembered("language") && state.me.language !== state.language) await speak(state.me.language);
  await go(state.me.place);
  await Promise.all([loadClock(), loadDay()]);
}

async function choose(language) {
  remember("language", language);
  await turnTo(language);
}

async function turnTo(language) {
  await speak(language);
  if (!state.me) return;
  clearNews();
  drawWho();
  drawPlaces();
  drawFeet();
  await Promise.all([loadPosts(), loadClock(), loadDay()]);
}

// After something was said or sent: the posts, the day, and what the rep may have set anew.
async function refresh() {
  const { zone, language } = state.me;
  await Promise.all([loadPosts(), loadDay(), loadPeople()]);
  if (state.me.language !== language) {
    if (remembered("language")) remember("language", state.me.language);
    await turnTo(state.me.language);
  } else if (state.me.zone !== zone) {
    await Promise.all([loadPosts(), loadDay(), loadClock()]);
  }
}

async function go(place) {
  closeThread();
  state.place = place;
  state.unread.delete(place);
  byId("messages").replaceChildren();
  drawWho();
  drawPlaces();
  drawFeet();
  await loadPosts({ toEnd: true });
}

function drawWho() {
  const options = state.people.map((one) => {
    const news = one !== state.me && state.unread.has(one.place) ? " •" : "";
    return el("option", { value: one.id }, one.name + news);
  });
  byId("who").replaceChildren(...options);
  byId("who").value = state.me.id;
}

function drawPlaces() {
  const places = [
    [state.me.place, t("coach")],
    [state.me.channel, `# ${state.me.team}`],
  ];
  const focused = document.activeElement?.dataset?.place;
  byId("places").replaceChildren(...places.map(([place, name]) => placeButton(place, name)));
  if (focused) byId("places").querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();
}

function placeButton(place, name) {
  const here = place === state.place;
  const news = state.unread.has(place);
  const button = el(
    "button",
    { type: "button", class: news ? "place news" : "place", "data-place": place, "aria-current": here ? "page" : null, onclick: () => quietly(go(place)) },
    el("span", {}, name),
  );
  if (news) button.setAttribute("aria-label", t("unread", { place: name }));
  return button;
}

// After a move: to where the new message is, and into its thread if it is in one.
async function arrived(fresh, to) {
  const places = Object.keys(fresh).filter((place) => fresh[place].length);
  const target = places.includes(state.place) ? state.place : places[0];
  if (to === "next" && target && target !== state.place) await go(target);
  else await loadPosts();
  await loadDay();
  const newest = state.posts.filter((one) => (fresh[state.place] || []).includes(one.reference)).at(-1);
  if (!newest) return;
  if (newest.thread) openThread(newest.thread);
  else closeThread();
  const list = byId(newest.thread ? "thread-posts" : "messages");
  list.querySelector(`[data-key="${CSS.escape(newest.reference)}"]`)?.scrollIntoView({ block: "nearest" });
}

function listen() {
  const events = new EventSource("/api/events");
  // What came before the stream was open, or while it was away, did not ring here.
  events.addEventListener("hello", () => {
    byId("offline").hidden = true;
    quietly(Promise.all([refresh(), loadClock()]));
  });
  events.addEventListener("place", (event) => changed(JSON.parse(event.data).place));
  events.addEventListener("clock", (event) => {
    const { now, moving } = JSON.parse(event.data);
    showClock(now, moving);
    if (!moving) quietly(loadDay());
  });
  events.onerror = () => {
    byId("offline").textContent = t("offline");
    byId("offline").hidden = false;
  };
}

function changed(place) {
  if (place !== state.place) {
    state.unread.add(place);
    drawPlaces();
    drawWho();
    return;
  }
  clearTimeout(waiting);
  waiting = setTimeout(() => quietly(refresh()), REST);
}

start();
