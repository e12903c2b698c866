import { z } from "zod";
import { openOwnData } from "@/lib/people/own-data/queries";
import { recordAccess } from "@/lib/platform/access-log/record";
import { route } from "@/lib/platform/api/route";
import { campusToday } from "@/lib/platform/dates/campus";

const params = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

/** The file of everything held about a person, for who asked for it, until its days are over. */
export const GET = route(
  { name: "people.own-data", method: "GET", permission: "signed_in", rateLimit: "export", params },
  async ({ actor, params: { id } }) => {
    const { personId, bytes } = await openOwnData(actor, id);
    recordAccess(actor, { what: "people.own_data", subjectId: personId });
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": "application/zip",
        "content-length": String(bytes.length),
        "content-disposition": `attachment; filename="own-data-${campusToday()}.zip"`,
        "x-content-type-options": "nosniff",
      },
    });
  },
);
