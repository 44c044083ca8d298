// Runs before the first paint, so that a chosen look never flashes the other one.
"use strict";
try {
  document.documentElement.dataset.look = localStorage.getItem("advance.look") || "auto";
  document.documentElement.lang = localStorage.getItem("advance.language") || "en";
} catch {
  document.documentElement.dataset.look = "auto";
}
