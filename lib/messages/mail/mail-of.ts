import type { Composed } from "@/lib/messages/compose";
import { paragraphsOf } from "@/lib/messages/placeholders";

/** The words of a mail as text and as simple HTML; whatever a name holds is text in both. */
export function mailOf(message: Composed): { subject: string; text: string; html: string } {
  const paragraphs = paragraphsOf(message.body);
  return {
    subject: message.subject,
    text: `${paragraphs.map((lines) => lines.join("\n")).join("\n\n")}\n`,
    html: [
      `<!doctype html><html lang="${message.locale}"><head><meta charset="utf-8"><title>${escapeHtml(message.subject)}</title></head>`,
      "<body style=\"margin:0;padding:24px;background:#fff;color:#231f1b;font:16px/1.7 'Noto Sans Khmer','Khmer OS','Leelawadee UI',system-ui,sans-serif\">",
      '<div style="max-width:600px;margin:0 auto">',
      ...paragraphs.map((lines) => `<p style="margin:0 0 16px">${lines.map(escapeHtml).join("<br>")}</p>`),
      "</div></body></html>",
    ].join("\n"),
  };
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
