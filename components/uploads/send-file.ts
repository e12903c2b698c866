export type Sent = { ok: true; id: string } | { ok: false; cancelled: boolean; message?: string };
export type Sending = { done: Promise<Sent>; cancel: () => void };

/** Above this the hash would need more memory than an old phone has; the length is compared all the same. */
const HASH_UP_TO = 20 * 1_048_576;

/**
 * Sends a file as the plain body of a request. XMLHttpRequest, because fetch tells nothing of how far the sending is.
 * @param onShare part that was sent, 0 to 1
 * @param door where files of the purpose come in, when it has a door of its own
 */
export function sendFile(
  file: File,
  purpose: string,
  onShare: (share: number) => void,
  door = "/api/uploads",
): Sending {
  const request = new XMLHttpRequest();
  let cancelled = false;

  async function send(): Promise<Sent> {
    const hash = await hashOf(file);
    return new Promise((resolve) => {
      const query = new URLSearchParams({ purpose, name: file.name });
      request.open("POST", `${door}?${query}`);
      request.responseType = "json";
      request.setRequestHeader("content-type", "application/octet-stream");
      if (hash) request.setRequestHeader("x-content-sha256", hash);
      request.upload.onprogress = (event) => event.lengthComputable && onShare(event.loaded / event.total);
      request.upload.onload = () => onShare(1);
      request.onload = () => {
        const answer = request.response as { id?: string; title?: string } | null;
        if (request.status === 200 && answer?.id) resolve({ ok: true, id: answer.id });
        else resolve({ ok: false, cancelled: false, message: answer?.title });
      };
      request.onerror = () => resolve({ ok: false, cancelled: false });
      request.onabort = () => resolve({ ok: false, cancelled: true });
      if (cancelled) resolve({ ok: false, cancelled: true });
      else request.send(file);
    });
  }

  return {
    done: send(),
    cancel: () => {
      cancelled = true;
      request.abort();
    },
  };
}

/** SHA-256 in hex; nothing where the browser cannot (plain HTTP) or the file is too large to hold. */
async function hashOf(file: File): Promise<string | null> {
  if (file.size > HASH_UP_TO || !globalThis.crypto?.subtle) return null;
  try {
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    return null;
  }
}
