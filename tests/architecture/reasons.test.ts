import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { changeStatusInput } from "@/lib/people/schemas";
import { grantRoleInput, revokeRoleInput } from "@/lib/platform/access/schemas";
import { changeSettingInput } from "@/lib/platform/settings/schemas";
import { REASON_MIN } from "@/lib/platform/validation/limits";
import { REASON_TOO_SHORT } from "@/lib/platform/validation/reason";
import { fieldCodes, readCode } from "@/lib/platform/validation/zod-codes";
import { dropEnrolmentInput } from "@/lib/registration/schemas";

const forms = { changeStatusInput, grantRoleInput, revokeRoleInput, changeSettingInput, dropEnrolmentInput };

describe("a reason", () => {
  test.each(Object.entries(forms))(
    "of %s is as long as any other, and told in the same words",
    (_, schema) => {
      const codes = (reason: string) => {
        const { error } = schema.safeParse({ reason });
        return (error && fieldCodes(error).reason) ?? [];
      };
      expect(codes(` ${"x".repeat(REASON_MIN - 1)} `)).toEqual([REASON_TOO_SHORT]);
      expect(codes("x".repeat(REASON_MIN))).toEqual([]);
      expect(codes("x".repeat(501))).toHaveLength(1);
    },
  );

  test("is asked for by the one schema", () => {
    const own = (text: string) => /^\s*(?:const )?reason\s*[:=]\s*(?!reasonText)[^,;]*\.min\(/m.test(text);
    expect(own("  reason: z.string().min(3),")).toBe(true);
    expect(own("  reason: reasonText,")).toBe(false);
    const files = globSync("lib/**/schemas.ts");
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => own(readFileSync(file, "utf8")))).toEqual([]);
  });

  test("that is too short has its sentence in both languages", () => {
    const { code, params } = readCode(REASON_TOO_SHORT);
    expect(params).toEqual({ limit: String(REASON_MIN) });
    for (const locale of ["en", "km"]) {
      const errors = JSON.parse(readFileSync(`lib/platform/i18n/messages/${locale}/errors.json`, "utf8"));
      expect(errors.validation[code.replace("validation.", "")]).toContain("{limit}");
    }
  });
});
