// Where the rep writes: Enter sends, Shift+Enter breaks the line, ArrowUp edits what came last.

import { el, disclosure } from "./dom.js";
import { t } from "./state.js";

const COMMANDS = ["plan", "review", "today", "week", "settings", "help"];
const LIMIT = 4000;

// `hands`: send(text), editLast(), command(name) or null, label; `kept` holds the unsent text.
export function composer(hands, kept) {
  const area = el("textarea", { rows: "1", "aria-label": hands.label, placeholder: hands.label, autocomplete: "off" });
  area.value = kept.text;
  const count = el("p", { class: "counter", role: "status" });
  const failure = el("div", { class: "failure", role: "alert" });
  const button = el("button", { class: "button strong send" }, t("send"));
  const form = el("form", { class: "composer", novalidate: true });

  const changed = () => {
    kept.text = area.value;
    grow(area);
    const left = LIMIT - area.value.length;
    count.textContent = left > 200 ? "" : left >= 0 ? t("left", { n: left }) : t("over", { n: -left });
  };
  let sending = false;
  const send = async (attempt) => {
    if (sending) return;
    sending = true;
    form.setAttribute("aria-busy", "true");
    failure.replaceChildren();
    try {
      await attempt();
      area.value = "";
      changed();
    } catch (problem) {
      failure.replaceChildren(...tell(problem, () => send(problem.again)));
    } finally {
      sending = false;
      form.removeAttribute("aria-busy");
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = area.value.trim();
    if (text && text.length <= LIMIT) send(() => hands.send(text));
    area.focus();
  });
  area.addEventListener("input", changed);
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === "ArrowUp" && !area.value) {
      event.preventDefault();
      hands.editLast();
    }
  });

  const row = el("div", { class: "composer-row" }, hands.command ? commands(hands) : null, area, button);
  form.append(failure, row, count);
  requestAnimationFrame(changed);
  return { form, area };
}

export function tell(problem, again) {
  const words = problem.status === 400 || problem.status === 413 ? t("too-long") : t("failed");
  const button = problem.again && problem.status !== 400 ? el("button", { type: "button", class: "button", onclick: again }, t("again")) : null;
  return [el("p", {}, words), button].filter(Boolean);
}

function commands(hands) {
  const button = el("button", { type: "button", class: "button fold" }, t("commands"));
  const panel = el("div", { class: "fold-panel up" });
  const fold = disclosure(button, panel);
  panel.append(
    ...COMMANDS.map((name) =>
      el(
        "button",
        {
          type: "button",
          class: "button",
          onclick: () => {
            fold();
            button.focus();
            hands.command(name);
          },
        },
        t(`command-${name}`),
      ),
    ),
  );
  return el("div", { class: "commands" }, button, panel);
}

function grow(area) {
  area.style.height = "auto";
  area.style.height = `${Math.min(area.scrollHeight + 2, 180)}px`;
}
