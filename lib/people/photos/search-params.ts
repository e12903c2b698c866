import { createLoader } from "nuqs/server";
import { parseAsPage } from "@/lib/platform/url/list-params";

/** URL state of the work lists of photos. */
export const loadPhotoParams = createLoader({ page: parseAsPage });
