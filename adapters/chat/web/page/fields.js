// The fields of a form: each with its label, its hint, its limit and its error, tied together.

import { el } from "./dom.js";
import { t } from "./state.js";

const FEW = 6;
const NEAR = 0.8;
// What has room for a few characters only, such as a time, is simply full: no countdown.
const SHORT = 40;

export function drawField(field, value) {
  const ids = { input: `f-${field.name}`, hint: `h-${field.name}`, error: `e-${field.name}`, count: `c-${field.name}` };
  const error = el("p", { class: "field-error", id: ids.error });
  const wrap = (...parts) => el("div", { class: `field ${field.type}`, "data-field": field.name }, ...parts);
  if (field.type === "check") return wrap(check(field, value, ids), error);
  if (field.type === "choice" && field.options.length <= FEW) return wrap(radios(field, value, ids, error));
  const hint = field.hint ? el("p", { class: "field-hint", id: ids.hint }, field.hint) : null;
  const label = el("label", { for: ids.input }, field.label, need(field));
  if (field.type === "text") {
    const input = textInput(field, value, ids);
    return wrap(label, hint, input, counter(field, input, ids), error);
  }
  return wrap(label, hint, field.type === "date" ? date(field, value, ids) : select(field, value, ids), error);
}

export function fieldValue(form, field) {
  const inputs = [...form.querySelectorAll(`[name="${CSS.escape(field.name)}"]`)];
  if (field.type === "check") return inputs[0].checked ? "yes" : "";
  if (inputs[0].type === "radio") return inputs.find((input) => input.checked)?.value ?? "";
  return inputs[0].value;
}

export function showError(form, name, why) {
  const wrap = form.querySelector(`[data-field="${CSS.escape(name)}"]`);
  wrap.querySelector(".field-error").textContent = why;
  wrap.classList.toggle("bad", Boolean(why));
  for (const input of wrap.querySelectorAll("[name]")) input.setAttribute("aria-invalid", String(Boolean(why)));
}

function described(field, ids) {
  const by = [field.hint && ids.hint, field.type === "text" && ids.count, ids.error].filter(Boolean);
  return { id: ids.input, name: field.name, "aria-describedby": by.join(" "), required: field.required };
}

function textInput(field, value, ids) {
  const rows = Math.min(8, Math.max(3, value.split("\n").length));
  const input = field.long
    ? el("textarea", { ...described(field, ids), rows: String(rows) })
    : el("input", { ...described(field, ids), type: "text", autocomplete: "off" });
  input.value = value;
  return input;
}

function counter(field, input, ids) {
  const node = el("p", { class: "counter", id: ids.count, "aria-live": "polite" });
  const count = () => {
    const length = [...input.value].length;
    const left = field.limit - length;
    const near = field.limit > SHORT && length >= field.limit * NEAR;
    node.textContent = left < 0 ? t("over", { n: -left }) : near ? t("left", { n: left }) : "";
    node.classList.toggle("over", left < 0);
  };
  input.addEventListener("input", count);
  count();
  return node;
}

function date(field, value, ids) {
  const input = el("input", { ...described(field, ids), type: "date" });
  input.value = value;
  return input;
}

function select(field, value, ids) {
  const options = field.options.map((one) => el("option", { value: one.value }, one.label));
  const empty = el("option", { value: "" }, t("choose-none"));
  const node = el("select", described(field, ids), field.required && value ? null : empty, ...options);
  node.value = value;
  return node;
}

function radios(field, value, ids, error) {
  const options = field.required ? field.options : [...field.options, { value: "", label: t("choose-none") }];
  return el(
    "fieldset",
    { "aria-describedby": `${field.hint ? ids.hint : ""} ${ids.error}`.trim() },
    el("legend", {}, field.label, need(field)),
    field.hint ? el("p", { class: "field-hint", id: ids.hint }, field.hint) : null,
    el("div", { class: "radios" }, ...options.map((one) => radio(field, one, value))),
    error,
  );
}

function radio(field, option, value) {
  const input = el("input", { type: "radio", name: field.name, value: option.value, checked: option.value === value });
  return el("label", { class: "radio" }, input, el("span", {}, option.label));
}

function check(field, value, ids) {
  const input = el("input", { type: "checkbox", id: ids.input, name: field.name, "aria-describedby": ids.error, checked: value === "yes" });
  return el("label", { class: "check" }, input, el("span", {}, field.label));
}

function need(field) {
  return el("span", { class: "field-need" }, ` ${field.required ? t("required") : t("optional")}`);
}
