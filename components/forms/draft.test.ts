import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clearDraft, clearDrafts, readDraft, writeDraft } from "./draft";

/** A Storage as browsers have it: the entries are its own enumerable keys. */
function memoryStorage() {
  const storage: Record<string, unknown> = {};
  for (const [name, value] of Object.entries({
    getItem: (key: string) => storage[key] ?? null,
    setItem: (key: string, text: string) => {
      storage[key] = text;
    },
    removeItem: (key: string) => {
      delete storage[key];
    },
  })) {
    Object.defineProperty(storage, name, { value, enumerable: false });
  }
  return storage;
}

beforeEach(() => vi.stubGlobal("window", { sessionStorage: memoryStorage() }));
afterEach(() => vi.unstubAllGlobals());

describe("drafts", () => {
  const HOUR = 60 * 60 * 1000;

  it("come back within twelve hours", () => {
    writeDraft("7.form", { name: "ដារ៉ា" }, 1000);
    expect(readDraft("7.form", 1000 + 11 * HOUR)).toEqual({ name: "ដារ៉ា" });
    expect(readDraft("7.form", 1000 + 12 * HOUR)).toBeNull();
    expect(readDraft("8.form", 1000)).toBeNull();
  });

  it("are forgotten one by one, or all at once without touching what others keep there", () => {
    window.sessionStorage.setItem("other", "stays");
    writeDraft("7.a", {});
    writeDraft("7.b", {});
    clearDraft("7.a");
    expect([readDraft("7.a"), readDraft("7.b")]).toEqual([null, {}]);
    clearDrafts();
    expect(readDraft("7.b")).toBeNull();
    expect(window.sessionStorage.getItem("other")).toBe("stays");
  });

  it("never disturb the typing when the store is broken, full or forbidden", () => {
    window.sessionStorage.setItem("naga.draft.7.form", "{half");
    expect(readDraft("7.form")).toBeNull();
    vi.stubGlobal("window", {
      get sessionStorage() {
        throw new DOMException("denied", "SecurityError");
      },
    });
    expect(() => writeDraft("7.form", {})).not.toThrow();
    expect(readDraft("7.form")).toBeNull();
    expect(() => clearDrafts()).not.toThrow();
  });
});
