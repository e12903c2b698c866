import { describe, expect, it } from "vitest";
import { marksToSql, readMarks } from "@/lib/platform/audit/marks";

const schema = `/// A login. @audit subject=person_id ignore=seen_at
model Account {
  id           Int     @id
  personId     Int?    @map("person_id")
  /// @secret
  passwordHash String? @map("password_hash")

  @@map("account")
}

/// Words. @derived
model Token {
  token    String
  personId Int    @map("person_id")

  @@id([token, personId])
  @@map("token")
}

/// Trace. @log append-only
model Event {
  id Int @id

  @@map("event")
}
`;

describe("marks on models", () => {
  it("reads kind, subject, keys, ignored and secret columns", () => {
    const [account, token, event] = readMarks(schema);
    expect(account).toMatchObject({
      kind: "audit",
      table: "account",
      subject: "person_id",
      keys: ["id"],
      ignored: ["seen_at"],
      secret: ["password_hash"],
    });
    expect(token).toMatchObject({ kind: "derived", keys: ["token", "person_id"] });
    expect(event).toMatchObject({ kind: "log", appendOnly: true });
  });

  it("names the models without a mark", () => {
    expect(() => readMarks("/// Nothing said.\nmodel Bare {\n  id Int @id\n}\n")).toThrow("Bare");
  });

  it("writes the triggers and the revocations", () => {
    const sql = marksToSql(readMarks(schema));
    expect(sql).toContain(
      "SELECT audit.attach('public.account', 'person_id', 'id', 'seen_at', 'password_hash');",
    );
    expect(sql).toContain("SELECT audit.attach_actor('public.token');");
    expect(sql).toContain("REVOKE UPDATE, DELETE ON event FROM naga_app;");
  });
});
