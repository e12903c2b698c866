/** Tells the badge of the navigation that something was decided on this page. */
export const APPROVALS_CHANGED = "naga:approvals-changed";
