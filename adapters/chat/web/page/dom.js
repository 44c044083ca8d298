// Makes elements. All text goes in as text: there is no way from here to markup.

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

export const byId = (id) => document.getElementById(id);

// Brings a list to these items, each { key, signature, make }, and touches only what changed.
export function reconcile(list, items) {
  const known = new Map([...list.children].map((node) => [node.dataset.key, node]));
  let place = list.firstElementChild;
  for (const { key, signature, make } of items) {
    const old = known.get(key);
    known.delete(key);
    if (old && old.signature === signature) {
      if (old === place) place = place.nextElementSibling;
      else list.insertBefore(old, place);
      continue;
    }
    const node = make();
    node.dataset.key = key;
    node.signature = signature;
    if (!old) list.insertBefore(node, place);
    else {
      const focused = old.contains(document.activeElement) ? document.activeElement : null;
      if (old === place) place = place.nextElementSibling;
      old.remove();
      list.insertBefore(node, place);
      if (focused) successor(node, focused).focus({ preventScroll: true });
    }
  }
  for (const node of known.values()) node.remove();
}

// What takes the focus over when a node is drawn anew: the button of the same words, else the node.
function successor(node, focused) {
  const same = [...node.querySelectorAll("button")].find((one) => one.textContent === focused.textContent);
  return same || node;
}

// A way back to a node, or to what stands for it once its post was drawn anew.
export function wayBack(node) {
  const post = node?.closest("[data-key]");
  const list = post?.parentElement;
  return () => {
    if (node?.isConnected) return node;
    const now = [...(list?.children || [])].find((one) => one.dataset.key === post.dataset.key);
    return now && list.isConnected ? successor(now, node) : null;
  };
}

// A button that unfolds a panel; Escape and a click elsewhere fold it again.
export function disclosure(button, panel) {
  const fold = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  const outside = (event) => {
    if (!button.contains(event.target) && !panel.contains(event.target)) fold(false);
    if (panel.hidden) document.removeEventListener("pointerdown", outside);
  };
  const escape = (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.stopPropagation();
    fold(false);
    button.focus();
  };
  button.addEventListener("click", () => {
    fold(panel.hidden);
    if (!panel.hidden) document.addEventListener("pointerdown", outside);
  });
  button.addEventListener("keydown", escape);
  panel.addEventListener("keydown", escape);
  fold(false);
  return () => fold(false);
}
