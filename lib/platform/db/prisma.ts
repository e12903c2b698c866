import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/platform/db/generated/client";
import { connectionSettings } from "@/lib/platform/db/pool";

const key = Symbol.for("naga.prisma");
type Holder = { [key: symbol]: PrismaClient | undefined };

/** The Prisma client of this process. Its pool is pg's; transactions end after 20 s, above the statement timeout of 15 s. */
export function db(): PrismaClient {
  const holder = globalThis as Holder;
  holder[key] ??= new PrismaClient({
    adapter: new PrismaPg(connectionSettings("naga-prisma")),
    transactionOptions: { maxWait: 5_000, timeout: 20_000 },
  });
  return holder[key];
}

/** Closes the client; for scripts and tests. */
export async function closePrisma(): Promise<void> {
  const holder = globalThis as Holder;
  const existing = holder[key];
  holder[key] = undefined;
  await existing?.$disconnect();
}
