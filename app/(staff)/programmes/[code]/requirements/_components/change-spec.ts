/** What is to be changed in a degree's list, as the page hands it to the dialog. */
export type ChangeSpec =
  | { kind: "add"; max: number }
  | { kind: "move" | "replace" | "end"; sequence: number; course: string; title: string; max: number }
  | { kind: "cancel"; day: string };
