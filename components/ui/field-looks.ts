/** What every field for typing has in common: height, border, the three ways in which it shows a state. */
export const fieldLooks =
  "w-full min-w-0 rounded-md border border-input bg-card px-3 text-sm text-foreground shadow-raised transition-colors placeholder:text-muted-foreground hover:border-foreground/50 focus-visible:border-ring focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-muted disabled:text-muted-foreground disabled:shadow-none [&[readonly]]:bg-muted aria-invalid:border-destructive touch:text-base";
