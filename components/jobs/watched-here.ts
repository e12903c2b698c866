/** Ids of jobs whose end this page shows itself, so that no notice repeats it. */
export const watchedHere = new Set<string>();
