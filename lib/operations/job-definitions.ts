/** Loads every module that declares jobs, so that pages know where each leads; see change-set-kinds.ts. */
import "@/lib/approvals/jobs";
import "@/lib/people/jobs";
import "@/lib/people/khmer-names/jobs";
import "@/lib/platform/auth/keycloak/jobs";
import "@/lib/platform/change-sets/jobs";
import "@/lib/platform/idempotency/jobs";
import "@/lib/platform/jobs/jobs";
import "@/lib/people/own-data/jobs";
import "@/lib/people/photos/jobs";
import "@/lib/platform/retention/jobs";
import "@/lib/platform/storage/jobs";
import "@/lib/classes/reading/jobs";
import "@/lib/registration/jobs";
import "@/lib/people/imports/jobs";
import "@/lib/people/print/jobs";
import "@/lib/people/lists/jobs";
import "@/lib/messages/jobs";
