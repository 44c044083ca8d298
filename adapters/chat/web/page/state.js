// What the page knows, in one place; whoever changes it calls for what must be drawn again.

export const state = {
  language: "en",
  words: {},
  people: [],
  me: null,
  place: "",
  posts: [],
  thread: "",
  now: new Date(),
  moves: false,
  unread: new Set(),
};

export function t(key, blanks = {}) {
  const sentence = state.words[key] ?? "";
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in blanks ? String(blanks[name]) : whole));
}

const LOCALES = { en: "en-GB", "zh-Hans": "zh-CN" };
const SHAPES = {
  time: { hour: "numeric", minute: "2-digit", hourCycle: "h23" },
  day: { weekday: "long", day: "numeric", month: "long" },
};

// An instant in the words of the page's language, in the zone of the rep one acts as.
export function when(instant, shape) {
  const options = { ...SHAPES[shape], timeZone: state.me?.zone };
  return new Intl.DateTimeFormat(LOCALES[state.language], options).format(new Date(instant));
}

export function localDay(instant) {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: state.me?.zone }).format(new Date(instant));
}

export function localMoment(instant) {
  const parts = { dateStyle: "short", timeStyle: "short", timeZone: state.me?.zone };
  return new Intl.DateTimeFormat("sv-SE", parts).format(new Date(instant)).replace(" ", "T");
}
