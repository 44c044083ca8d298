// Stacked bars as plain boxes; the summary below says the same in words.

import { el } from "./dom.js";
import { t } from "./state.js";

export function chart(block) {
  const totals = block.labels.map((_, at) => sum(block.series.map((row) => row.values[at] || 0)));
  const tallest = Math.max(1, ...totals);
  const columns = block.labels.map((label, at) => column(block, label, at, totals[at] / tallest));
  const bars = el("div", { class: "chart-bars", role: "img", "aria-label": block.summary }, ...columns);
  return el(
    "figure",
    { class: "chart" },
    el("p", { class: "chart-title" }, block.title),
    bars,
    el("ul", { class: "chart-key", "aria-hidden": "true" }, ...block.series.map(key)),
    el("figcaption", { class: "chart-summary" }, block.summary),
  );
}

function column(block, label, at, height) {
  const pieces = block.series.map((row, number) => piece(row, number, row.values[at] || 0));
  const stack = el("div", { class: "chart-stack" }, ...pieces.filter(Boolean).reverse());
  stack.style.height = `${height * 100}%`;
  return el("div", { class: "chart-column" }, el("div", { class: "chart-room" }, stack), el("span", { class: "chart-label" }, label));
}

function piece(row, number, value) {
  if (!value) return null;
  const title = t("chart-value", { label: row.name, value });
  const node = el("div", { class: `chart-piece tone-${number % 5}`, title }, String(value));
  node.style.flexGrow = value;
  return node;
}

function key(row, number) {
  return el("li", {}, el("span", { class: `chart-dot tone-${number % 5}` }), row.name);
}

const sum = (values) => values.reduce((total, value) => total + value, 0);
