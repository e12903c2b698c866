import "server-only";
import { mergeNotFound, mergeScope } from "@/lib/messages/access";
import { type Language, type MergeDto, mergeContent } from "@/lib/messages/schemas";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { reachesAll } from "@/lib/platform/access/scope";
import type { MessageMedium } from "@/lib/platform/db/generated/enums";
import { type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { db } from "@/lib/platform/db/prisma";

type Row = Omit<MergeDto, "own" | "createdAt" | "finishedAt" | "content" | "language"> & {
  accountId: number;
  createdAt: Date;
  finishedAt: Date | null;
  content: unknown;
  language: string;
};

const SELECT = `
  SELECT m.id, m.template_id AS "templateId",
         coalesce(t.name, m.content ->> 'subjectEn', m.content ->> 'subjectKm') AS template, m.content ->> 'medium' AS medium, m.language,
         a.display_name AS by, m.account_id AS "accountId", m.created_at AS "createdAt",
         m.finished_at AS "finishedAt", m.job_id::text AS "jobId", m.file_id::text AS "fileId", m.content, m.people,
         c.sent, c.failed, c.skipped, c.waiting
    FROM mail_merge m
    LEFT JOIN message_template t ON t.id = m.template_id
    JOIN account a ON a.id = m.account_id
   CROSS JOIN LATERAL (
     SELECT count(*) FILTER (WHERE status = 'SENT')::int AS sent, count(*) FILTER (WHERE status = 'FAILED')::int AS failed,
            count(*) FILTER (WHERE status = 'SKIPPED')::int AS skipped,
            count(*) FILTER (WHERE status = 'QUEUED')::int AS waiting
       FROM mail_delivery d WHERE d.merge_id = m.id) c`;

function toDto(actor: AccountActor, { accountId, ...row }: Row): MergeDto {
  return {
    ...row,
    own: accountId === actor.accountId,
    language: row.language as Language,
    content: mergeContent.parse(row.content),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

type Filter = { medium: MessageMedium | null; template: number | null; page: number; size: number };

/** What was sent, newest first: all of it with the whole campus, else one's own. @throws AppError forbidden */
export async function listMerges(actor: AccountActor, filter: Filter): Promise<Page<MergeDto>> {
  authorise(actor, "messages:read");
  const { medium, template, page, size } = filter;
  const own = reachesAll(actor) ? null : actor.accountId;
  const [rows, total] = await Promise.all([
    query<Row>(
      "messages.list-merges",
      `${SELECT}
        WHERE ($1::integer IS NULL OR m.account_id = $1) AND ($2::text IS NULL OR m.content ->> 'medium' = $2)
          AND ($3::integer IS NULL OR m.template_id = $3)
        ORDER BY m.created_at DESC, m.id DESC LIMIT $4 OFFSET $5`,
      [own, medium, template, size, (page - 1) * size],
    ),
    db().mailMerge.count({
      where: {
        ...mergeScope(actor),
        ...(medium ? { content: { path: ["medium"], equals: medium } } : {}),
        ...(template ? { templateId: template } : {}),
      },
    }),
  ]);
  return toPage(
    rows.map((row) => toDto(actor, row)),
    total,
    page,
    size,
  );
}

/** One merge with its counts. @throws AppError not_found `messages.merge_not_found`, also for somebody else's; forbidden */
export async function getMerge(actor: AccountActor, id: number): Promise<MergeDto> {
  authorise(actor, "messages:read");
  const [row] = await query<Row>("messages.get-merge", `${SELECT} WHERE m.id = $1`, [id]);
  if (!row || !(reachesAll(actor) || row.accountId === actor.accountId)) throw mergeNotFound();
  return toDto(actor, row);
}
