let context: AudioContext | null = null;

/** A short quiet tone for done (high) or refused (low), so that the eyes may stay on the student. */
export function signal(kind: "done" | "refused"): void {
  try {
    context ??= new AudioContext();
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = kind === "done" ? 880 : 220;
    volume.gain.setValueAtTime(0.04, context.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 0.16);
    tone.connect(volume).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + 0.16);
  } catch {
    // A browser without sound shows the same by colour and words.
  }
}
