import { describe, expect, test } from "vitest";
import { permissionsOf, ROLES } from "@/lib/platform/access/roles";
import { messages } from "@/lib/platform/i18n/messages";
import { NAVIGATION, navigationFor } from "./navigation";

const entries = (role: (typeof ROLES)[number]) =>
  navigationFor({ role, permissions: permissionsOf(role) }).map((item) => item.href);

describe("navigation", () => {
  test.each(ROLES)("%s has somewhere to go", (role) => {
    expect(entries(role).length).toBeGreaterThan(0);
  });

  test("a student sees nothing of the staff", () => {
    expect(entries("student")).toEqual([
      "/my",
      "/my/timetable",
      "/my/studies",
      "/my/profile",
      "/approvals",
      "/account",
    ]);
  });

  test("everybody has the inbox of approvals", () => {
    for (const role of ROLES) expect(entries(role)).toContain("/approvals");
  });

  test("only who may import is offered the import", () => {
    expect(entries("registrar")).toContain("/students/import");
    expect(entries("auditor")).not.toContain("/students/import");
  });

  test("every entry has a label in both languages", () => {
    for (const { labelKey } of NAVIGATION) {
      expect(messages.en.navigation[labelKey]).toBeTruthy();
      expect(messages.km.navigation[labelKey]).toBeTruthy();
    }
  });
});
