/** How long a sign-out may take, in milliseconds; one that failed leaves the page as it was. */
const LEAVING_MS = 3_000;

let leaving = new AbortController();

/** For small requests that the frame makes by itself: ends when the person signs out, or they would be refused. */
export function whileSignedIn(): AbortSignal {
  return leaving.signal;
}

/** The form that signs out was sent. */
export function signingOut(): void {
  leaving.abort();
  window.setTimeout(() => {
    leaving = new AbortController();
  }, LEAVING_MS);
}
