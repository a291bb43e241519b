import { expect, type Page } from "@playwright/test";

/** What a form never asks for: ids and what the server knows. */
export const UNASKED = new Set(["id", "innovationId", "rubricVersionId", "obstacleId", "status"]);

/** The form of a stage. Controls are found by the path of what they hold in the document. */
export class StageFormPage {
  constructor(readonly page: Page) {}

  async open(assignmentId: string, slug: string): Promise<void> {
    await this.page.goto(`/tasks/${assignmentId}/${slug}`);
    await expect(this.page.getByRole("button", { name: /^Kirim / }).last()).toBeVisible();
    // A long form stands folded into sections.
    await this.page.locator("details[id^='section-']").evaluateAll((sections) => {
      for (const section of sections) (section as HTMLDetailsElement).open = true;
    });
  }

  /** Fills in a whole document by hand, in its order: items are added, chosen, typed. */
  async fill(document: object, path = ""): Promise<void> {
    for (const [key, value] of Object.entries(document)) {
      if (UNASKED.has(key)) continue;
      await this.set(path === "" ? key : `${path}.${key}`, value);
    }
  }

  /** Sets one field, list or part. What is empty is left alone. */
  async set(path: string, value: unknown): Promise<void> {
    if (value === null || value === undefined || value === "") return;
    const key = path.split(".").at(-1) ?? "";
    if (key === "criterionId" && /^(scores|transferReadiness)\./.test(path)) return;
    if (key === "isSelected") return this.choose(path, value === true);
    if (Array.isArray(value)) return this.setList(path, value);
    if (typeof value === "object") return this.fill(value, path);
    const control = this.named(path);
    const first = control.first();
    await expect(first, `a control for ${path}`).toBeAttached();
    const kind = await first.evaluate((element) =>
      element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
    );
    if (kind === "radio") {
      await this.press(`input[name="${path}"][value="${value}"]`);
    } else if (kind === "checkbox") {
      await first.setChecked(Boolean(value));
    } else if (kind === "select") {
      await first.selectOption(String(value));
    } else {
      await first.fill(
        String(value).replace(".", kind === "text" && typeof value === "number" ? "," : "."),
      );
    }
  }

  private async setList(path: string, values: unknown[]): Promise<void> {
    const boxes = this.page.locator(`input[type="checkbox"][name="${path}"]`);
    if ((await boxes.count()) > 0) {
      for (const value of values) {
        await this.press(`input[type="checkbox"][name="${path}"][value="${value}"]`);
      }
      return;
    }
    for (const [index, value] of values.entries()) {
      const item = `${path}.${index}`;
      await this.ensureItem(path, item, value);
      if (typeof value === "object" && value !== null) await this.fill(value, item);
      else await this.set(item, value);
    }
  }

  /** Adds an item where it is not there yet, and unfolds it. */
  private async ensureItem(path: string, item: string, value: unknown): Promise<void> {
    const there = this.page.locator(
      `[data-item="${item}"], [name="${item}"], [name^="${item}."], [id="${item}"]`,
    );
    if ((await there.count()) === 0) {
      const term = typeof value === "object" && value !== null && "term" in value ? value.term : "";
      await this.page.locator(`[id="${path}-add"], [id="${path}-add-${term}"]`).first().click();
      await expect(there.first(), item).toBeAttached();
    }
    await this.unfold(item);
  }

  private async unfold(item: string): Promise<void> {
    await this.page
      .locator(`[data-item="${item}"] details, details:has([name^="${item}."])`)
      .evaluateAll((folded) => {
        for (const element of folded) (element as HTMLDetailsElement).open = true;
      });
  }

  /** Chooses one alternative of a group, where they stand beside each other. */
  private async choose(path: string, chosen: boolean): Promise<void> {
    if (!chosen) return;
    const [, group, index] = /^(groups\.\d+)\.alternatives\.(\d+)\.isSelected$/.exec(path) ?? [];
    await this.press(`input[type="radio"][name="${group}.selected"][value="${index}"]`);
  }

  /**
   * Chooses what stands in the middle of the screen, as people scroll: at its lower edge the bar that sends
   * comes back a moment after a text was left, which may be between the aim and the press.
   */
  private async press(control: string): Promise<void> {
    const there = this.page.locator(control);
    await there.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await there.check();
  }

  private named(path: string) {
    return this.page.locator(`[name="${path}"]`);
  }

  /** Waits until the server has what was typed. */
  async saved(): Promise<void> {
    await expect(this.page.getByText(/^Diterima server (pukul|\d)/).first()).toBeVisible({
      timeout: 15_000,
    });
  }

  /** Says that the form is to be sent; what becomes of it is seen by who asked. */
  async send(): Promise<void> {
    await this.page
      .getByRole("button", { name: /^Kirim / })
      .last()
      .click();
    const dialog = this.page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await dialog.getByRole("button", { name: "Ya, kirim" }).click();
  }

  /** Sends the form and waits for the task page. */
  async submit(): Promise<void> {
    await this.send();
    await this.page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/, { timeout: 20_000 });
  }
}
