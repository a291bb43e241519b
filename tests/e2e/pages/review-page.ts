import { expect, type Page } from "@playwright/test";

/** One submission on the review desk. */
export class ReviewPage {
  constructor(readonly page: Page) {}

  async open(assignmentId: string, slug: string): Promise<void> {
    await this.page.goto(`/reviews/${assignmentId}/${slug}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  async approve(): Promise<void> {
    const here = this.page.url();
    await this.page.getByRole("button", { name: "Setujui" }).first().click();
    await this.page.getByRole("button", { name: "Ya, setujui" }).first().click();
    // The desk goes on to the next in the queue, or back to it.
    await this.page.waitForURL((address) => address.href !== here);
  }

  async sendBack(reason: string): Promise<void> {
    await this.page
      .getByRole("button", { name: /^Kembalikan/ })
      .first()
      .click();
    const dialog = this.page.getByRole("dialog");
    // A box for a general reason stands open already.
    await dialog.getByRole("textbox").last().fill(reason);
    await dialog.getByRole("button", { name: /^Kembalikan dengan/ }).click();
    await expect(dialog).toBeHidden();
  }

  /** Scores the participant's work, each criterion alike, and waits until it is kept. */
  async scoreWork(points: number): Promise<void> {
    const inputs = this.page.getByPlaceholder("0–100");
    await expect(inputs.first()).toBeVisible();
    for (const input of await inputs.all()) {
      await input.fill(String(points));
      await input.blur();
    }
    await expect(this.page.getByRole("button", { name: "Setujui" }).first()).toBeEnabled();
  }
}
