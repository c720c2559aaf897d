// What only a served page does: decide by keys, and come anew when a text is saved or somebody else decides.
const form = (which) => (findings[current] ?? findings.find((x) => x.matches(":target")))?.querySelector(`form.${which}`);
addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) return;
  if (e.key === "u") return void document.getElementById("undo")?.requestSubmit();
  if (e.key === "W") return void document.getElementById("answers")?.requestSubmit();
  if (e.key === "w") return void form("answer")?.requestSubmit();
  const verdict = { a: "accepted", x: "fixed", d: "dismissed", m: "misread", l: "mislinked" }[e.key], own = form("verdict");
  if (!verdict || !own) return;
  e.preventDefault();
  const button = own.querySelector(`button[value="${verdict}"]`), reason = own.elements.reason;
  if (/^[dml]$/.test(e.key) && !reason.value.trim()) { reason.focus(); reason.dataset.verdict = verdict; } else own.requestSubmit(button);
});
for (const reason of all("form.verdict input[name=reason]")) reason.addEventListener("keydown", (e) => {
  if (e.key !== "Enter" || !reason.value.trim()) return;
  e.preventDefault();
  reason.form.requestSubmit(reason.form.querySelector(`button[value="${reason.dataset.verdict ?? "dismissed"}"]`));
});
current = findings.findIndex((x) => `#${x.id}` === location.hash);
const news = document.querySelector("[data-news]");
let sent = false;  // a decision is on its way: to come anew would lose the page that answers it
addEventListener("submit", (e) => { sent ||= e.target.method === "post"; });
if (news) setInterval(async () => {
  if (/^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName) || document.hidden) return;
  try { if ((await (await fetch("news")).text()) !== news.dataset.news && !sent) location.reload(); } catch { /* the server has gone */ }
}, 1500);
