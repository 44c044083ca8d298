// Draws what the coach says: headings, lines, small print, buttons, charts.

import { el, disclosure } from "./dom.js";
import { t } from "./state.js";
import { chart } from "./chart.js";

export function drawBlocks(blocks, onTap) {
  return blocks.map((block) => {
    switch (block.kind) {
      case "heading":
        return el("h3", { class: "post-heading" }, ...runs(block.runs));
      case "line":
        return el("p", { class: "post-line" }, ...runs(block.runs));
      case "small":
        return el("p", { class: "post-small" }, ...runs(block.runs));
      case "buttons":
        return block.menu ? folded(block, onTap) : el("div", { class: "taps" }, ...taps(block, onTap));
      default:
        return chart(block);
    }
  });
}

export function runs(parts) {
  return parts.map((run) => {
    if (run.strong && run.emphasis) return el("strong", {}, el("em", {}, run.text));
    if (run.strong) return el("strong", {}, run.text);
    if (run.emphasis) return el("em", {}, run.text);
    return document.createTextNode(run.text);
  });
}

function taps(block, onTap) {
  return block.buttons.map(({ label, primary, tap }) =>
    el(
      "button",
      { type: "button", class: primary ? "button strong" : "button", onclick: (event) => onTap(tap, event.currentTarget) },
      label,
    ),
  );
}

function folded(block, onTap) {
  const button = el("button", { type: "button", class: "button fold" }, block.menu || t("menu"));
  const panel = el("div", { class: "fold-panel" }, ...taps(block, onTap));
  disclosure(button, panel);
  return el("div", { class: "taps" }, button, panel);
}
