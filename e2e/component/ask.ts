import { expect, type Locator, type Page } from "@playwright/test";

/** Ask is the question form and its conversation, as a visitor meets them. */
export class Ask {
  readonly input: Locator;
  readonly conversation: Locator;
  readonly turns: Locator;
  readonly last: Locator;

  constructor(readonly page: Page) {
    this.input = page.locator("form.ask input[name=q]").first();
    this.conversation = page.locator("section.conversation");
    this.turns = this.conversation.locator(".turn");
    this.last = this.turns.first(); // the newest stands first
  }

  async ask(question: string): Promise<void> {
    await this.input.fill(question);
    await this.input.press("Enter");
  }

  /** reaches waits until the conversation is in a phase. */
  async reaches(phase: string): Promise<void> {
    await expect(this.conversation).toHaveAttribute("data-phase", phase);
  }

  button(action: "stop" | "clear" | "copy" | "retry" | "read" | "print"): Locator {
    return this.page.locator(`button[data-action=${action}]`).first();
  }
}
