import { useMemo } from "react";
import type { FrameData } from "./frame-data";

/** What the frame is drawn from, out of the text in which it travels: React would examine every value of an object. */
export function useFrame(text: string): FrameData {
  return useMemo(() => JSON.parse(text) as FrameData, [text]);
}
