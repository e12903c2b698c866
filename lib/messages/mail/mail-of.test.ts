import { expect, test } from "vitest";
import { mailOf } from "./mail-of";

test("a name that looks like HTML is text in the text and in the HTML", () => {
  const body = 'Dear <b>SOK</b> & "O\'BRIEN",\nfirst line\n\nសូមអញ្ជើញ <script>x</script>';
  const mail = mailOf({ locale: "en", subject: "A <i>subject</i>", body, missing: [] });
  expect(mail.subject).toBe("A <i>subject</i>");
  expect(mail.text).toBe(`${body}\n`);
  expect(mail.html).toContain(
    '<p style="margin:0 0 16px">Dear &lt;b&gt;SOK&lt;/b&gt; &amp; &quot;O&#39;BRIEN&quot;,<br>first line</p>',
  );
  expect(mail.html).toContain("<title>A &lt;i&gt;subject&lt;/i&gt;</title>");
  expect(mail.html).not.toMatch(/<script|<b>|<i>/);
});
