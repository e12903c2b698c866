/** Loads every module that declares a kind of request for a second person; see change-set-kinds.ts. */
import "@/lib/approvals/access-grants";
import "@/lib/approvals/leave";
import "@/lib/approvals/major-change";
