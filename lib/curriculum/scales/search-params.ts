import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { SCALE_KINDS } from "./scale-kinds";

/** The kind of scale of which a new version is made. */
export const loadNewScale = createLoader({ kind: parseAsStringLiteral(SCALE_KINDS) });
