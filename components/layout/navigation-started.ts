/** Name of the event by which `instrumentation-client.ts` tells the frame that the next page was asked for. */
export const NAVIGATION_STARTED = "naga:navigation-started";
