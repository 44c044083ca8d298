// A list of posts: the coach's as pages of a journal, the rep's own as slips beside them.

import { el, reconcile } from "./dom.js";
import { drawBlocks } from "./blocks.js";
import { localDay, state, t, when } from "./state.js";

// Draws posts into a list; `hands` are what can be done: tap, edit, openThread (null in a thread).
export function drawPosts(list, posts, hands) {
  const items = [];
  let day = "";
  for (const post of posts) {
    const itsDay = localDay(post.at);
    if (itsDay !== day) {
      day = itsDay;
      items.push(separator(post.at, itsDay));
    }
    const signature = JSON.stringify([post, state.language, state.me, post.reference === state.thread]);
    items.push({ key: post.reference, signature, make: () => draw(post, hands) });
  }
  reconcile(list, items);
}

export function plain(post) {
  if (!post.coach) return post.text;
  const said = post.blocks.filter((block) => block.runs);
  return said.map((block) => block.runs.map((run) => run.text).join("")).join(" ");
}

function separator(at, day) {
  const words = when(at, "day");
  return { key: `day:${day}`, signature: words, make: () => el("h3", { class: "post-day" }, words) };
}

function draw(post, hands) {
  const name = post.coach ? t("coach") : post.mine ? t("you") : post.author;
  const time = when(post.at, "time");
  const kind = post.coach ? "coach" : post.mine ? "mine" : "other";
  const node = el("article", {
    class: `post ${kind}`,
    tabindex: "-1",
    "aria-label": t("said-by", { name, time }),
  });
  const meta = el("p", { class: "post-meta" }, el("span", { class: "post-name" }, name), el("time", { datetime: post.at }, time));
  if (post.edited) meta.append(el("span", { class: "post-edited" }, t("edited")));
  if (post.mine) meta.append(editButton(post, node, hands));
  const link = post.coach && hands.openThread ? threadLink(post, hands) : null;
  if (link && !post.replies) meta.append(link);
  node.append(meta, el("div", { class: "post-body" }, ...body(post, hands)));
  if (link && post.replies) node.append(link);
  return node;
}

function body(post, hands) {
  if (post.coach) return drawBlocks(post.blocks, (tap, button) => hands.tap({ ...tap, message: post.reference }, button));
  return [el("p", { class: "post-text" }, post.text)];
}

function threadLink(post, hands) {
  const open = post.reference === state.thread;
  return el(
    "button",
    {
      type: "button",
      class: post.replies ? "thread-link has-replies" : "thread-link",
      "aria-expanded": String(open),
      onclick: (event) => hands.openThread(post.reference, event.currentTarget),
    },
    post.replies || t("reply"),
  );
}

function editButton(post, node, hands) {
  return el(
    "button",
    { type: "button", class: "post-edit", onclick: () => edit(post, node, hands) },
    t("edit"),
  );
}

// Turns one's own text into a field in its place; Enter saves, Escape leaves it as it was.
export function edit(post, node, hands) {
  if (node.querySelector(".post-editor")) return;
  const body = node.querySelector(".post-body");
  const old = [...body.childNodes];
  const area = el("textarea", { "aria-label": t("edit-label"), rows: "2", maxlength: "4000" });
  area.value = post.text;
  const close = () => {
    body.replaceChildren(...old);
    hands.focus();
  };
  const save = async () => {
    if (area.value.trim() && area.value !== post.text) await hands.edit(post, area.value);
    close();
  };
  area.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      save();
    }
  });
  body.replaceChildren(
    el(
      "div",
      { class: "post-editor" },
      area,
      el("div", { class: "taps" }, el("button", { type: "button", class: "button strong", onclick: save }, t("save")), el("button", { type: "button", class: "button", onclick: close }, t("cancel"))),
    ),
  );
  area.focus();
  area.setSelectionRange(area.value.length, area.value.length);
}
