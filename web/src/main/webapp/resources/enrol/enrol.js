// What scripts add to pages that work without them: answers are kept while there is no connection.

const KEPT = "enrol.kept:";
const LANGUAGE = "enrol.language";
const NEVER_KEPT = ["password", "hidden", "file", "submit", "button"];

/** Called by every page. */
export function start() {
  localStorage.setItem(LANGUAGE, document.documentElement.lang);
  const form = document.querySelector("form[data-keep=true]");
  restore(form);
  if (form) {
    form.addEventListener("input", () => keep(form));
    form.addEventListener("submit", event => holdBackWhileOffline(event, form));
  }
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("/sw.js");
  }
}

/** Called by the page that the service worker shows without a connection: leaves the language that was in use. */
export function offline() {
  const language = localStorage.getItem(LANGUAGE);
  const sections = [...document.querySelectorAll(".enrol-offline")];
  const own = sections.find(section => section.lang === language);
  if (own) {
    sections.filter(section => section !== own).forEach(section => section.remove());
    document.documentElement.lang = own.lang;
    document.documentElement.dir = own.dir;
    document.title = `${own.querySelector("h1").textContent} – Enrol`;
  }
  if (location.pathname !== "/offline") {
    addEventListener("online", goOn);
    setInterval(goOn, 3000);
  }
}

/** Not on the browser's word alone: it says "online" before the first answer comes through. */
async function goOn() {
  const reached = await fetch("/robots.txt", {cache: "no-store"}).then(answer => answer.ok, () => false);
  if (reached) {
    location.replace(location.href);
  }
}

function fields(form) {
  return [...form.elements].filter(field => field.id && !NEVER_KEPT.includes(field.type));
}

function keep(form) {
  const values = fields(form).map(field => [field.id, field.type === "checkbox" ? field.checked : field.value]);
  sessionStorage.setItem(KEPT + location.pathname, JSON.stringify(values));
}

// Another page means that the answers arrived, unless it only interrupts: an error page, or signing in again.
// What the server shows after a refusal is newer than what was kept, and what was accepted need not be kept.
function restore(form) {
  const own = KEPT + location.pathname;
  if (document.body.dataset.interrupts !== "true") {
    Object.keys(sessionStorage).filter(key => key.startsWith(KEPT) && key !== own).forEach(key => sessionStorage.removeItem(key));
  }
  if (document.querySelector(".govuk-error-summary, .govuk-notification-banner--success")) {
    sessionStorage.removeItem(own);
  }
  const values = JSON.parse(sessionStorage.getItem(own) ?? "[]");
  if (!form) {
    return;
  }
  for (const [id, value] of values) {
    const field = fields(form).find(candidate => candidate.id === id);
    if (field?.type === "checkbox") {
      field.checked = value;
    } else if (field) {
      field.value = value;
    }
  }
}

function holdBackWhileOffline(event, form) {
  keep(form);
  const note = document.getElementById("offline-note");
  note.hidden = navigator.onLine;
  if (!navigator.onLine) {
    event.preventDefault();
    addEventListener("online", () => { note.hidden = true; }, {once: true});
  }
}
