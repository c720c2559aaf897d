"use strict";
// The page works without this: links, folds and targets are plain HTML. This adds light, lines, keys and filters.
const all = (what, where = document) => [...where.querySelectorAll(what)];
const findings = all(".finding");
const line = document.getElementById("link");
let current = -1;

const placesOf = (finding) => all(`mark[data-of~="${CSS.escape(finding.id)}"]`);
function light(finding) {
  all(".lit").forEach((x) => x.classList.remove("lit"));
  line.replaceChildren();
  if (!finding) return;
  finding.classList.add("lit");
  const places = placesOf(finding);
  places.forEach((x) => x.classList.add("lit"));
  const seen = [finding, ...places].map((x) => x.getBoundingClientRect()).filter((r) => r.height && r.bottom > 0 && r.top < innerHeight);
  const from = seen[0];
  for (const to of seen.slice(1)) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const back = to.left + to.width / 2 < from.left + from.width / 2;
    const [x1, y1, x2, y2] = [back ? from.left : from.right, from.top + 18, back ? to.right : to.left, to.top + to.height / 2];
    path.setAttribute("d", `M${x1} ${y1} C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`);
    line.append(path);
  }
}
for (const finding of findings) {
  for (const event of ["mouseenter", "focusin"]) finding.addEventListener(event, () => light(finding));
  finding.addEventListener("mouseleave", () => light(null));
}
for (const mark of all("mark[data-of]")) {
  const own = () => document.getElementById(mark.dataset.of.split(" ")[0]);
  for (const event of ["mouseenter", "focusin"]) mark.addEventListener(event, () => light(own()));
  mark.addEventListener("mouseleave", () => light(null));
}
addEventListener("scroll", () => line.replaceChildren(), { passive: true });

const shown = () => findings.filter((x) => !x.hidden);
function go(step) {
  const row = shown();
  if (!row.length) return;
  const at = row.indexOf(findings[current]);
  const next = row[(at + step + row.length) % row.length] ?? row[0];
  current = findings.indexOf(next);
  next.scrollIntoView({ block: "center" });
  next.focus({ preventScroll: true });
  light(next);
}
const search = document.getElementById("search"), severity = document.getElementById("severity"), rule = document.getElementById("rule");
const help = document.getElementById("help"), told = document.getElementById("told");
function filter() {
  const words = search.value.trim().toLowerCase();
  for (const x of findings) x.hidden = !!((severity.value && x.dataset.severity !== severity.value) || (rule.value && x.dataset.rule !== rule.value) || (words && !x.textContent.toLowerCase().includes(words)));
  told.textContent = `${shown().length} of ${findings.length} shown`;
}
if (search) {
  for (const x of [search, severity, rule]) x.addEventListener("input", filter);
  document.getElementById("keys").addEventListener("click", () => help.showModal());
  all(".tools.hidden").forEach((x) => x.classList.remove("hidden"));
}
addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) { if (e.key === "Escape") e.target.blur(); return; }
  if (e.key === "j") go(1); else if (e.key === "k") go(-1); else if (e.key === "f" && search) { e.preventDefault(); search.focus(); } else if (e.key === "?" && help) help.showModal(); else if (e.key === "Escape") light(null);
});
for (const button of all(".copy button")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = button.previousElementSibling;
    field.select();
    try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand("copy"); }
    button.textContent = "Copied";
  });
}
for (const button of all("th button")) button.addEventListener("click", () => {
  const table = button.closest("table"), n = button.closest("th").cellIndex, up = button.dataset.up !== "1";
  const of = (row) => { const t = row.cells[n].dataset.sort ?? row.cells[n].textContent; return isNaN(t) ? t : Number(t); };
  const rows = [...table.tBodies[0].rows].sort((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0) * (up ? 1 : -1));
  button.dataset.up = up ? "1" : "0";
  table.tBodies[0].append(...rows);
});
