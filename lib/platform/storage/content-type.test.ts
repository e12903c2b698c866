import { describe, expect, test } from "vitest";
import { contentTypeOf, mayBeTable } from "./content-type";

describe("the type of a file is decided by its content", () => {
  test.each([
    ["text", Buffer.from("Name,Sex\nសុខ,F\n"), "text/plain", true],
    ["Windows-1252", Buffer.from("Name\nDUPR\u00c9\n", "latin1"), "text/plain", true],
    ["UTF-16 with a mark", Buffer.from("\uFEFFName\n", "utf16le"), "text/plain", true],
    ["Khmer in UTF-16 without a mark", Buffer.from("នាម\tភេទ\nសុខ\tស្រី\n", "utf16le"), "text/plain", true],
    ["a page that wants to be a list", Buffer.from("<script>alert(1)</script>"), "text/plain", true],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "image/png", false],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "application/pdf", false],
    ["bytes", Buffer.from([1, 2, 3, 0, 0, 0, 200]), "application/octet-stream", false],
    ["nothing", Buffer.alloc(0), "application/x-empty", false],
  ])("%s", async (_what, content, type, table) => {
    expect(await contentTypeOf(content)).toBe(type);
    expect(mayBeTable(type)).toBe(table);
  });
});
