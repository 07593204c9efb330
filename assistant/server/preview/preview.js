// The page of a preview reloads when there is something else to show, and marks its faults where they stand. Sent by a
// server that runs with --preview, and by no other.
const banner = document.querySelector('[data-module="preview"]');

/** mark puts a copy of each of this page's faults behind the heading of the clause that it is in. */
function mark() {
  for (const fault of banner.querySelectorAll(".preview-here .preview-fault")) {
    const anchor = fault.dataset.anchor;
    const heading = anchor ? document.getElementById(anchor) : null;
    if (!heading) continue;
    const note = document.createElement("p");
    note.className = "preview-mark";
    note.append(...Array.from(fault.childNodes, (node) => node.cloneNode(true)));
    heading.after(note);
  }
}

/** follow reloads the page when the server's state is no longer the page's own. */
function follow() {
  const events = new EventSource("/preview/events");
  events.addEventListener("state", (event) => {
    if (JSON.parse(event.data) === banner.dataset.state) return;
    events.close();
    location.reload();
  });
  addEventListener("pagehide", () => events.close());
}

if (banner) {
  mark();
  follow();
}
