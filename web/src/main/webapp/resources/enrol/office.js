// Keys of the back office. A shortcut is only another way to something that is on the page: a link, button or field says which key it has
// (data-key="n", or "g r" for two, one after the other), and so says each row of a list by the link in it. Nothing is hidden behind a key.

const PATIENCE = 1500;
const ROWS = ".enrol-table tbody tr, .enrol-list > li";
const SEARCH = "main [role=search] input[type=search]";
const WRITES = "textarea, select, [contenteditable=true], input:not([type=checkbox], [type=radio], [type=submit], [type=button], [type=reset])";
let before = "";
let pressedAt = 0;

/** Called by every page of the back office. */
export function start() {
  const help = document.getElementById("keys");
  document.querySelector("[data-keys-open]").addEventListener("click", event => {
    event.preventDefault();
    open(help);
  });
  if (help.dataset.on === "true") {
    document.addEventListener("keydown", press);
  }
  document.querySelector(SEARCH)?.setAttribute("data-key", "/");
  document.querySelectorAll("[data-print]").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });
}

function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing
      || event.target.closest(WRITES) || document.querySelector("dialog[open], .ui-dialog.ui-overlay-visible")) {
    return;
  }
  const key = letter(event);
  if (event.repeat && key !== "j" && key !== "k") {
    return;
  }
  const keys = Date.now() - pressedAt < PATIENCE && before ? `${before} ${key}` : key;
  before = key;
  pressedAt = Date.now();
  if (step(key) || use(keys) || keys !== key && use(key)) {
    before = "";
    event.preventDefault();
  }
}

/** What stands on the key in Latin letters, also where the keyboard writes Arabic ones. */
function letter(event) {
  if (/^[\x21-\x7e]$/.test(event.key)) {
    return event.key.toLowerCase();
  }
  if (event.code === "Slash" || event.key === "\u061f") {
    return event.shiftKey || event.key === "\u061f" ? "?" : "/";
  }
  return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
}

function use(keys) {
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(keys)}"]`)].find(isUsable);
  if (!target) {
    return false;
  }
  if (target.matches(WRITES)) {
    target.focus();
    target.select?.();
  } else {
    target.click();
  }
  return true;
}

function isUsable(element) {
  return !element.disabled && element.getClientRects().length > 0;
}

/** To the link of the next row of a list, or of the one before. */
function step(key) {
  const links = rows();
  if (!links.length || key !== "j" && key !== "k") {
    return false;
  }
  const row = document.activeElement.closest(ROWS);
  const here = links.findIndex(link => link.closest(ROWS) === row);
  const next = key === "j" ? Math.min(here + 1, links.length - 1) : Math.max(here - 1, 0);
  links[next].focus();
  return true;
}

function rows() {
  return [...document.querySelectorAll(ROWS)].map(row => row.querySelector("a[href]")).filter(Boolean);
}

/** A real dialog: the focus moves in, Escape closes it, and the focus goes back to where it was. */
function open(help) {
  const list = help.querySelector(".enrol-keys__list");
  list.replaceChildren(...lines(list.dataset));
  help.querySelector("[name=back]").value = location.pathname + location.search;
  help.showModal();
}

function lines({rows: ofRows, then}) {
  const own = [...document.querySelectorAll("[data-key]")].filter(isUsable).map(element => [element.dataset.key, name(element)]);
  const all = rows().length ? [["j k", ofRows], ...own] : own;
  return all.map(([keys, what]) => line(keys.split(" "), what, keys.startsWith("g ") ? ` ${then} ` : " "));
}

function name(element) {
  return element.dataset.keyName ?? element.labels?.[0]?.textContent ?? (element.value || element.textContent);
}

function line(keys, what, between) {
  const row = document.createElement("div");
  const term = document.createElement("dt");
  keys.forEach((key, i) => {
    const cap = document.createElement("kbd");
    cap.textContent = key;
    term.append(i ? between : "", cap);
  });
  const meaning = document.createElement("dd");
  meaning.textContent = what.trim();
  row.append(term, meaning);
  return row;
}
