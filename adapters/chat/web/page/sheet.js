// A form in a dialog. What was typed is kept until it is sent or dropped, whatever closes it.

import { byId, el, wayBack } from "./dom.js";
import { post } from "./api.js";
import { runs } from "./blocks.js";
import { drawField, fieldValue, showError } from "./fields.js";
import { tell } from "./composer.js";
import { state, t } from "./state.js";

const drafts = new Map();
let back = () => null;
let onDraft = () => {};
let onSent = () => {};

export function startSheet(hands) {
  onDraft = hands.draft;
  onSent = hands.sent;
  const sheet = byId("sheet");
  sheet.addEventListener("close", () => {
    sheet.replaceChildren();
    const opener = back();
    if (opener) opener.focus();
    else hands.focus();
    onDraft();
  });
}

export function draftsOf() {
  return [...drafts.values()].filter((draft) => draft.rep === state.me.id && draft.changed);
}

export function dropDraft(draft) {
  drafts.delete(draft.key);
  onDraft();
}

export function openForm(form, from) {
  if (from) back = wayBack(from);
  const key = [state.me.id, form.kind, form.about].join(" ");
  const draft = drafts.get(key) || { key, rep: state.me.id, values: {}, changed: false };
  draft.form = form;
  drafts.set(key, draft);
  const sheet = byId("sheet");
  sheet.replaceChildren(drawForm(form, draft));
  if (!sheet.open) sheet.showModal();
  sheet.querySelector(".field input, .field textarea, .field select")?.focus();
}

function drawForm(form, draft) {
  const node = el("form", { class: "form", novalidate: true });
  const alert = el("div", { class: "form-alert", role: "alert" });
  const submit = el("button", { class: "button strong" }, form.submit);
  node.append(
    head(form),
    ...form.intro.map((line) => el("p", { class: "form-intro" }, ...runs(line))),
    alert,
    ...form.fields.map((field) => drawField(field, draft.values[field.name] ?? field.initial)),
    el("div", { class: "form-foot" }, submit, el("button", { type: "button", class: "button", onclick: close }, t("close"))),
  );
  node.addEventListener("input", () => {
    draft.values = answers(form, node);
    draft.changed = true;
  });
  let sending = false;
  node.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    node.setAttribute("aria-busy", "true");
    await send(form, node, alert, draft, () =>
      post("submit", { kind: form.kind, about: form.about, answers: answers(form, node) }),
    );
    node.removeAttribute("aria-busy");
    sending = false;
  });
  return node;
}

async function send(form, node, alert, draft, attempt) {
  alert.replaceChildren();
  for (const field of form.fields) showError(node, field.name, "");
  let reply;
  try {
    reply = await attempt();
  } catch (problem) {
    alert.replaceChildren(...tell(problem, () => send(form, node, alert, draft, problem.again)));
    return;
  }
  if (reply.reply === "reject") {
    reject(form, node, alert, reply.errors);
    return;
  }
  drafts.delete(draft.key);
  if (reply.reply === "form") openForm(reply.form, null);
  else close();
  onSent();
}

function reject(form, node, alert, errors) {
  const bad = form.fields.map((field) => field.name).filter((name) => name in errors);
  for (const name of bad) showError(node, name, errors[name]);
  const others = Object.entries(errors).filter(([name]) => !bad.includes(name));
  alert.replaceChildren(
    el("p", {}, t("form-errors", { n: Object.keys(errors).length })),
    ...others.map(([, why]) => el("p", {}, why)),
  );
  if (bad.length) node.querySelector(`[name="${CSS.escape(bad[0])}"]`)?.focus();
}

function head(form) {
  return el(
    "div",
    { class: "form-head" },
    el("h2", { id: "sheet-title" }, form.title),
    el("button", { type: "button", class: "round", "aria-label": t("close"), onclick: close }, el("span", { "aria-hidden": "true" }, "×")),
  );
}

function answers(form, node) {
  return Object.fromEntries(form.fields.map((field) => [field.name, fieldValue(node, field)]));
}

function close() {
  byId("sheet").close();
}
