// Talks to the server. A posted act has one delivery id for life, so that trying again is harmless.

import { state } from "./state.js";

export class Failed extends Error {
  constructor(status, error, again) {
    super(error.problem || "failed");
    this.status = status;
    this.field = error.field || "";
    this.again = again;
  }
}

export async function get(path, query = {}) {
  const asked = new URLSearchParams(query).toString();
  const again = () => get(path, query);
  return answer(await reach(asked ? `${path}?${asked}` : path, {}, again), again);
}

export function post(verb, body) {
  const delivery = newDelivery();
  const whole = { ...body, rep: state.me.id, language: state.language, delivery };
  const attempt = async () => {
    const headers = { "Content-Type": "application/json" };
    const options = { method: "POST", headers, body: JSON.stringify(whole) };
    return answer(await reach(`/api/${verb}`, options, attempt), attempt);
  };
  return attempt();
}

// For what the page fetches on its own: with nobody waiting, the stream's banner says it is away.
export function quietly(loading) {
  loading.catch((problem) => {
    if (!(problem instanceof Failed)) throw problem;
  });
}

async function reach(path, options, again) {
  try {
    return await fetch(path, options);
  } catch {
    throw new Failed(0, {}, again);
  }
}

async function answer(response, again) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Failed(response.status, body.error || {}, again);
  return body;
}

function newDelivery() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
