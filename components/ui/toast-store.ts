export type ToastKind = "message" | "success" | "error";

export type ToastOptions = {
  description?: string;
  action?: { label: string; onClick: () => void };
  /** Milliseconds until it goes; errors stay until they are closed. */
  duration?: number;
};

export type ToastItem = ToastOptions & { id: number; kind: ToastKind; text: string };

let items: readonly ToastItem[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function publish(next: readonly ToastItem[]): void {
  items = next;
  for (const listener of listeners) listener();
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly ToastItem[] {
  return items;
}

export function dismissToast(id: number): void {
  publish(items.filter((item) => item.id !== id));
}

function show(kind: ToastKind, text: string, options: ToastOptions = {}): number {
  const id = nextId++;
  // Three at most: a pile of notices is read by nobody.
  publish([...items.slice(-2), { ...options, id, kind, text }]);
  return id;
}

/**
 * Says that something was done, or was not. The list is drawn by <Toaster> of the shell, which is loaded with the first
 * toast. Not sonner: it writes an inline <style>, which our content security policy rightly refuses.
 */
export const toast = Object.assign((text: string, options?: ToastOptions) => show("message", text, options), {
  success: (text: string, options?: ToastOptions) => show("success", text, options),
  error: (text: string, options?: ToastOptions) => show("error", text, options),
  dismiss: dismissToast,
});
