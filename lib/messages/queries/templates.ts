import "server-only";
import type { TemplateDto } from "@/lib/messages/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { MessageMedium } from "@/lib/platform/db/generated/enums";
import { type Page, toPage } from "@/lib/platform/db/paging";
import { db } from "@/lib/platform/db/prisma";
import { AppError } from "@/lib/platform/errors";

type Filter = { q: string; medium: MessageMedium | null; active: boolean | null; page: number; size: number };

const columns = {
  id: true,
  name: true,
  medium: true,
  subjectEn: true,
  subjectKm: true,
  bodyEn: true,
  bodyKm: true,
  isActive: true,
  version: true,
  _count: { select: { merges: true } },
} as const;

type Row = Omit<TemplateDto, "merges"> & { _count: { merges: number } };
const toDto = ({ _count, ...row }: Row): TemplateDto => ({ ...row, merges: _count.merges });

/** Templates by name. @throws AppError forbidden */
export async function listTemplates(actor: Actor, filter: Filter): Promise<Page<TemplateDto>> {
  authorise(actor, "messages:read");
  const { q, medium, active, page, size } = filter;
  const where = {
    ...(q ? { name: { contains: q, mode: "insensitive" as const } } : {}),
    ...(medium ? { medium } : {}),
    ...(active === null ? {} : { isActive: active }),
  };
  const [rows, total] = await Promise.all([
    db().messageTemplate.findMany({
      where,
      select: columns,
      orderBy: { name: "asc" },
      skip: (page - 1) * size,
      take: size,
    }),
    db().messageTemplate.count({ where }),
  ]);
  return toPage(rows.map(toDto), total, page, size);
}

/** One template. @throws AppError not_found `messages.template_not_found`, forbidden */
export async function getTemplate(actor: Actor, id: number): Promise<TemplateDto> {
  authorise(actor, "messages:read");
  const row = await db().messageTemplate.findUnique({ where: { id }, select: columns });
  if (!row) throw new AppError("not_found", "messages.template_not_found");
  return toDto(row);
}

/** The templates that can be sent with, by name; at most a hundred. @throws AppError forbidden */
export async function listUsableTemplates(
  actor: Actor,
): Promise<{ id: number; name: string; medium: MessageMedium }[]> {
  authorise(actor, "messages:read");
  return db().messageTemplate.findMany({
    where: { isActive: true },
    select: { id: true, name: true, medium: true },
    orderBy: { name: "asc" },
    take: 100,
  });
}
