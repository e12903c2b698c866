import type { Explained } from "@/lib/platform/explained";

/** What went wrong, in the terms of the border: each kind has one HTTP status. */
export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "stale"
  | "refused"
  | "too_large"
  | "rate_limited"
  | "read_only"
  | "unavailable"
  | "internal";

const STATUS: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 409,
  refused: 422,
  too_large: 413,
  rate_limited: 429,
  read_only: 503,
  unavailable: 503,
  internal: 500,
};

export type ErrorOptions = {
  /** Values for the placeholders of the message. */
  params?: Record<string, string | number>;
  /** Codes by field; each is a message `errors.<code>`. */
  fields?: Record<string, string[]>;
  explained?: Explained<unknown>;
  /** Seconds until a new try makes sense. */
  retryAfter?: number;
  /** Page of what stands in the way, such as the request that waits already. */
  href?: `/${string}`;
  cause?: unknown;
};

/**
 * An expected error. It is thrown inside and becomes a result or a problem once, at the border;
 * its text is the message `errors.<code>` in the language of the reader, never `message`.
 */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly params: Record<string, string | number> | undefined;
  readonly fields: Record<string, string[]> | undefined;
  readonly explained: Explained<unknown> | undefined;
  readonly retryAfter: number | undefined;
  readonly href: string | undefined;

  constructor(kind: ErrorKind, code: string, options: ErrorOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.kind = kind;
    this.code = code;
    this.params = options.params;
    this.fields = options.fields;
    this.explained = options.explained;
    this.retryAfter = options.retryAfter;
    this.href = options.href;
  }

  /** HTTP status of the kind. */
  get status(): number {
    return STATUS[this.kind];
  }
}

/** True for an error that the code expects, whatever copy of the module threw it (Next bundles some twice). */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "kind" in error && "code" in error;
}
