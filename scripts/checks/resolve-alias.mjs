// dependency-cruiser reads aliases from TypeScript's compiler API, which version 7 lacks, or from here.
import { root } from "../start/processes.mjs";

/** The test of the rules runs them over a small tree of its own. */
export default { resolve: { alias: { "@": process.env.NAGA_STRUCTURE_ROOT ?? root } } };
