// The conversation one looks at, and the thread beside it.

import { byId, el } from "./dom.js";
import { get, post } from "./api.js";
import { composer } from "./composer.js";
import { drawPosts, edit, plain } from "./posts.js";
import { draftsOf, dropDraft, openForm } from "./sheet.js";
import { state, t } from "./state.js";

const NEAR_END = 120;
const NARROW = matchMedia("(max-width: 44rem)");
const kept = new Map();
let foot = null;
let threadFoot = null;
let threadFrom = null;
let heard = "";
let asked = 0;

const mine = () => state.place === state.me.place;

export async function loadPosts({ toEnd = false } = {}) {
  const turn = ++asked;
  const place = state.place;
  const query = { place, rep: state.me.id, language: state.language };
  const { posts } = await get("/api/board", query);
  if (turn !== asked || place !== state.place) return;
  state.posts = posts;
  drawTalk(toEnd);
  announce();
}

export function drawTalk(toEnd = false) {
  const list = byId("messages");
  const roots = state.posts.filter((one) => !one.thread);
  follow(list, toEnd, () => drawPosts(list, roots, hands(list)));
  list.dataset.empty = roots.length ? "" : empty();
  if (!state.thread) return;
  const threadList = byId("thread-posts");
  const shown = state.posts.filter((one) => [one.reference, one.thread].includes(state.thread));
  follow(threadList, toEnd, () => drawPosts(threadList, shown, { ...hands(threadList), openThread: null }));
}

// The feet hold what is being typed, so they are made anew only when place or words change.
export function drawFeet() {
  byId("talk-title").textContent = mine() ? t("coach") : t("channel", { team: state.me.team });
  foot = drawFoot(byId("foot"), "", byId("messages"));
  if (state.thread) threadFoot = drawFoot(byId("thread-foot"), state.thread, byId("thread-posts"));
}

export function drawDrafts() {
  const bar = document.querySelector("#foot .drafts");
  if (!bar) return;
  bar.replaceChildren(...draftsOf().map(draftLine));
}

export function openThread(reference, from = null) {
  state.thread = reference;
  threadFrom = from;
  byId("thread").hidden = false;
  byId("floor").classList.add("with-thread");
  cover();
  byId("thread-posts").replaceChildren();
  threadFoot = drawFoot(byId("thread-foot"), reference, byId("thread-posts"));
  drawTalk();
  byId("thread-posts").scrollTop = byId("thread-posts").scrollHeight;
  if (from) (threadFoot?.area || byId("thread-close")).focus();
}

export function closeThread() {
  if (!state.thread) return;
  const reference = state.thread;
  state.thread = "";
  byId("thread").hidden = true;
  byId("thread-foot").replaceChildren();
  byId("floor").classList.remove("with-thread");
  cover();
  drawTalk();
  if (!threadFrom) return;
  threadFrom = null;
  const node = byId("messages").querySelector(`[data-key="${CSS.escape(reference)}"] .thread-link`);
  (node || foot?.area)?.focus();
}

// On a narrow screen the thread lies over everything; what lies under it is out of reach.
function cover() {
  const covered = Boolean(state.thread) && NARROW.matches;
  for (const node of document.querySelectorAll(".top, .clock, .rail, #talk")) node.inert = covered;
}

export function startTalk() {
  NARROW.addEventListener("change", cover);
  byId("thread-close").addEventListener("click", closeThread);
  byId("thread").addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeThread();
  });
}

export function focusComposer() {
  const inThread = state.thread && byId("thread").contains(document.activeElement);
  ((inThread ? threadFoot : foot)?.area || byId("messages")).focus();
}

function drawFoot(room, thread, list) {
  if (!mine()) {
    room.replaceChildren();
    return null;
  }
  const key = `${state.place} ${thread}`;
  if (!kept.has(key)) kept.set(key, { text: "" });
  const own = composer(
    {
      label: thread ? t("write-thread") : t("write"),
      send: async (text) => {
        await post("say", thread ? { text, thread } : { text });
        await loadPosts({ toEnd: true });
      },
      editLast: () => editLast(list),
      command: thread ? null : (name) => act(post("command", { name }), null),
    },
    kept.get(key),
  );
  const hint = el("p", { class: "hint" }, t("keys"));
  room.replaceChildren(thread ? "" : el("div", { class: "drafts" }), own.form, hint);
  if (!thread) drawDrafts();
  return own;
}

function draftLine(draft) {
  return el(
    "p",
    { class: "draft" },
    el("span", {}, t("draft", { title: draft.form.title })),
    el("button", { type: "button", class: "button", onclick: () => openForm(draft.form, foot.area) }, t("draft-go-on")),
    el("button", { type: "button", class: "button plain", onclick: () => dropDraft(draft) }, t("draft-drop")),
  );
}

function hands(list) {
  return {
    tap: (tap, button) => act(post("tap", tap), button),
    edit: async (own, text) => {
      await act(post("edit", { reference: own.reference, text }), null);
    },
    openThread,
    focus: () => (list.id === "messages" ? foot : threadFoot)?.area.focus(),
  };
}

async function act(posting, from) {
  from?.setAttribute("aria-busy", "true");
  try {
    const reply = await posting;
    if (reply.reply === "form") openForm(reply.form, from || foot?.area);
    await loadPosts();
  } catch (problem) {
    failed(problem, from);
  } finally {
    from?.removeAttribute("aria-busy");
  }
}

function failed(problem, from) {
  const room = document.querySelector("#foot .failure") || byId("live");
  const again = el("button", { type: "button", class: "button", onclick: () => { room.replaceChildren(); act(problem.again(), from); } }, t("again"));
  room.replaceChildren(el("p", {}, t("failed")), problem.again ? again : "");
}

function editLast(list) {
  const shown = new Set([...list.children].map((node) => node.dataset.key));
  const own = state.posts.filter((one) => one.mine && shown.has(one.reference)).at(-1);
  if (!own) return;
  const node = list.querySelector(`[data-key="${CSS.escape(own.reference)}"]`);
  edit(own, node, hands(list));
}

function follow(list, toEnd, draw) {
  const last = list.lastElementChild?.dataset.key;
  const near = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;
  draw();
  if (toEnd || (near && list.lastElementChild?.dataset.key !== last)) list.scrollTop = list.scrollHeight;
}

function announce() {
  const newest = state.posts.at(-1);
  const key = `${state.place} ${newest?.reference ?? ""}`;
  if (heard && heard.startsWith(`${state.place} `) && key !== heard && newest?.coach) {
    byId("live").textContent = `${t("coach")}: ${plain(newest)}`;
  }
  heard = key;
}

function empty() {
  if (!mine()) return t("empty-team");
  return state.moves ? t("empty-rep") : t("empty-rep-real");
}
