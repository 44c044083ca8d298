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
  return answer(await fetch(asked ? `${path}?${asked}` : path), () => get(path, query));
}

export function post(verb, body) {
  const delivery = newDelivery();
  const whole = { ...body, rep: state.me.id, language: state.language, delivery };
  const attempt = async () => {
    let response;
    try {
      response = await fetch(`/api/${verb}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(whole),
      });
    } catch {
      throw new Failed(0, {}, attempt);
    }
    return answer(response, attempt);
  };
  return attempt();
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
