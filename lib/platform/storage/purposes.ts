import type { Permission } from "@/lib/platform/access/permissions";

/** Why a file is kept: who may upload and read it, how large it may be, how long it stays. */
export type FilePurpose = {
  name: string;
  /** Who may send such files in; null: only the system makes them. */
  upload: Permission | null;
  /** Who may read the files of others; the owner always may, as long as they hold this too. */
  read: Permission;
  /** Nobody but the owner reads it, not even colleagues with the same permission: made for one reach. */
  ownOnly?: boolean;
  maxBytes: number;
  /** Days until the file is removed. */
  keepDays: number;
  /**
   * Handed out only by a route of the domain that asks whose file it is; the general one says that there is none.
   * For files about a person, which not everybody with the permission may see.
   */
  ownDoor?: boolean;
  /** Whether a content type is welcome; the error code says what is. */
  accepts?: { test: (contentType: string) => boolean; code: string };
};

const key = Symbol.for("naga.storage.purposes");
type Holder = { [key: symbol]: Map<string, FilePurpose> | undefined };

function known(): Map<string, FilePurpose> {
  const holder = globalThis as Holder;
  holder[key] ??= new Map();
  return holder[key];
}

/** Declares a purpose; the domain that owns the files does this in a module of its own. */
export function definePurpose(purpose: FilePurpose): FilePurpose {
  known().set(purpose.name, purpose);
  return purpose;
}

/** The purpose of a name, if a module that declares it was loaded in this process. */
export function findPurpose(name: string): FilePurpose | undefined {
  return known().get(name);
}
