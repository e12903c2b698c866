/**
 * Typed input that survives a reload or a lost session: kept in this tab until the form succeeds. Never for
 * passwords. Signing out must call `clearDrafts`, since another person may sign in at the same machine.
 */

const PREFIX = "naga.draft.";
const MAX_AGE_MS = 12 * 60 * 60 * 1000;

type Draft<Values> = { at: number; values: Values };

function store(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** The draft of a form, or null when there is none, it is older than twelve hours or unreadable. */
export function readDraft<Values>(form: string, now = Date.now()): Values | null {
  const text = store()?.getItem(PREFIX + form);
  if (!text) return null;
  try {
    const draft = JSON.parse(text) as Draft<Values>;
    return now - draft.at < MAX_AGE_MS ? draft.values : null;
  } catch {
    return null;
  }
}

/** Keeps what is typed. A full or forbidden store is no reason to disturb the typing. */
export function writeDraft<Values>(form: string, values: Values, now = Date.now()): void {
  try {
    store()?.setItem(PREFIX + form, JSON.stringify({ at: now, values } satisfies Draft<Values>));
  } catch {
    // Nothing to do: the form works without a draft.
  }
}

export function clearDraft(form: string): void {
  store()?.removeItem(PREFIX + form);
}

/** Forgets the drafts of every form in this tab. */
export function clearDrafts(): void {
  const storage = store();
  if (!storage) return;
  for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
}
