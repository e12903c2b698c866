import { z } from "zod";
import { savePaperInput } from "@/lib/people/details/schemas";
import { newStudentInput } from "@/lib/people/schemas";
import type { DataChangeStatus, DataChangeTopic } from "@/lib/platform/db/generated/enums";
import { reasonText } from "@/lib/platform/validation/reason";
import type { ChangeField, Changes, FieldState, Value } from "./rules";

/** Largest proof, in megabytes, and how many may go with a request. */
export const PROOF_MEGABYTES = 5;
export const PROOFS_MAX = 3;

const asked = {
  reason: reasonText,
  /** Files that were sent for it. */
  proofIds: z.array(z.uuid()).min(1, "people.change_needs_proof").max(PROOFS_MAX),
};
const { familyName, personalName, dateOfBirth, birthProvince } = newStudentInput.shape;
const { kind, number, country, issuedOn, expiresOn, issuedBy } = savePaperInput.shape;

export const askChangeInput = z.discriminatedUnion("topic", [
  z.strictObject({ topic: z.literal("LATIN_NAME"), familyName, personalName, ...asked }),
  z.strictObject({
    topic: z.literal("BIRTH"),
    dateOfBirth: dateOfBirth.refine((day) => day !== null, "validation.required"),
    birthProvince,
    ...asked,
  }),
  z.strictObject({
    topic: z.literal("PAPERS"),
    /** The paper that is corrected; null for one that is not on file. */
    paperId: z.int().positive().nullable(),
    kind,
    number,
    country,
    issuedOn,
    expiresOn,
    issuedBy,
    ...asked,
  }),
]);
export type AskChangeInput = z.output<typeof askChangeInput>;

const row = { id: z.int().positive(), version: z.int().positive() };
export const withdrawChangeInput = z.strictObject(row);

export const decideChangeInput = z.discriminatedUnion("decision", [
  z.strictObject({
    ...row,
    decision: z.literal("APPROVED"),
    /** Version of the person or paper whose values were shown; anything newer is a conflict. */
    shownVersion: z.int().min(0),
    /** Whether what others changed since the request is written over. */
    overwrite: z.boolean(),
    reason: z.union([z.string().trim().max(500), z.null()]).transform((note) => note || null),
  }),
  z.strictObject({ ...row, decision: z.literal("REJECTED"), reason: reasonText }),
]);
export type DecideChangeInput = z.output<typeof decideChangeInput>;

/** Query of the upload of a proof. */
export const proofUploadQuery = z.object({ name: z.string().min(1).max(300) });

/** A request in the list of staff. */
export type RequestRow = {
  id: number;
  personId: number;
  /** Student number with its zeros; null for who is no student. */
  number: string | null;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  topic: DataChangeTopic;
  status: DataChangeStatus;
  createdAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
};

export type Proof = { id: string; name: string; contentType: string };

/** One request as the person and staff see it. `changes` tells the values of the time of asking. */
export type OwnRequest = {
  id: number;
  version: number;
  topic: DataChangeTopic;
  status: DataChangeStatus;
  changes: Changes;
  reason: string | null;
  decision: string | null;
  createdAt: string;
  decidedAt: string | null;
};

/** A request with everything a decision needs. */
export type RequestDto = RequestRow &
  OwnRequest & {
    paperId: number | null;
    proofs: Proof[];
    /** Name of the account that asked. */
    requestedBy: string;
    /** Version of the person or paper that `fields` were read from; 0 for a paper that is not on file. */
    currentVersion: number;
    fields: { field: ChangeField; from: Value; to: Value; now: Value; state: FieldState }[];
  };
