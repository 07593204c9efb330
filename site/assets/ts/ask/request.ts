import type { Exchange } from "./history";
import { messages } from "./sse";
import { readErrorCode, readEvent, type WireEvent } from "./wire";

/** STALL_MS is how long a stream may be silent; a model at work sends words far more often. */
export const STALL_MS = 45_000;

/** Request is what the server is asked. */
export interface Request {
  question: string;
  history: Exchange[];
}

/**
 * send asks the server and emits the events of its answer as they come. The last one is done or error, whatever
 * happens: the codes of what the server cannot say itself are "network" and "cut".
 */
export async function send(
  endpoint: string,
  request: Request,
  controller: AbortController,
  emit: (event: WireEvent) => void,
): Promise<void> {
  let timer = 0;
  let code = "network"; // what it means when the next step fails
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (code === "network") code = "unavailable";
      controller.abort();
    }, STALL_MS);
  };
  try {
    wait();
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
      body: JSON.stringify(request),
      signal: controller.signal,
    });
    code = response.ok ? "cut" : await refusal(response);
    if (!response.ok || !(await stream(response, wait, emit))) emit({ kind: "error", code });
  } catch {
    controller.abort();
    emit({ kind: "error", code });
  } finally {
    clearTimeout(timer);
  }
}

// Says whether the stream came to its last event.
async function stream(response: Response, progress: () => void, emit: (event: WireEvent) => void): Promise<boolean> {
  const reader = response.body!.getReader();
  const parse = messages();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return false;
    progress();
    for (const message of parse(value)) {
      const event = readEvent(message.event, message.data);
      if (event) emit(event);
      if (event?.kind === "done" || event?.kind === "error") return true;
    }
  }
}

// A refusal says why in JSON; what a proxy on the way says is known by its status alone.
async function refusal(response: Response): Promise<string> {
  const { status } = response;
  const codes: Record<number, string> = { 413: "too_long", 429: "limited" };
  return readErrorCode(await response.json().catch(() => null)) || codes[status] || (status > 501 ? "unavailable" : "internal");
}
