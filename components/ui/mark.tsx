/** The naga as one line: crest, open jaw, the body that turns back and runs out as a wave. Drawn on 32 by 32. */
export const MARK_PATH =
  "M2.5 27c2.8-3.3 6-3.3 9-.2 3 3.1 7.2 3 9.7-.3 2.5-3.4.6-7.2-3.4-7.9-3.8-.7-6.3-2.7-6.3-6.6C11.5 8 11 5 8.5 2.5c4.5 0 7 .8 9 2.3 4.5-.3 9 2.2 11.5 6.4-3.6-.1-6.2.9-8 3.6";

/** The mark in the current colour. Decorative beside the name; with `title` it speaks for itself. */
export function Mark({ className, title }: { className?: string; title?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth={2.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
      role={title ? "img" : undefined}
      aria-hidden={title ? undefined : true}
      aria-label={title}
      focusable="false"
    >
      <path d={MARK_PATH} />
    </svg>
  );
}

/** The mark inside the double ring of a seal, for documents and the sign-in page. */
export function Seal({ className, title }: { className?: string; title?: string }) {
  return (
    <svg
      viewBox="0 0 64 64"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
      role={title ? "img" : undefined}
      aria-hidden={title ? undefined : true}
      aria-label={title}
      focusable="false"
    >
      <circle cx="32" cy="32" r="30.5" strokeWidth={1.5} />
      <circle cx="32" cy="32" r="26.5" strokeWidth={0.75} strokeDasharray="0.1 3.365" />
      <path d={MARK_PATH} transform="translate(16.5 17) scale(.97)" strokeWidth={2.2} />
    </svg>
  );
}
