import { expect, it } from "vitest";
import en from "@/lib/i18n/messages/en/help.json";
import id from "@/lib/i18n/messages/id/help.json";
import { HELP_ROLES, HELP_TOPICS, helpRole, TOUR_STEPS } from "./model";

it.each(HELP_ROLES)("knows every step and topic of %s, in both languages", (role) => {
  for (const words of [id, en]) {
    expect(Object.keys(words.tour[role])).toHaveLength(TOUR_STEPS[role]);
    expect(Object.keys(words.topics[role])).toHaveLength(HELP_TOPICS[role]);
  }
});

it("begins with taking part where nothing else is known", () => {
  expect(helpRole("STAFF")).toBe("STAFF");
  expect(helpRole("NONE")).toBe("PARTICIPANT");
  expect(helpRole(undefined)).toBe("PARTICIPANT");
});
