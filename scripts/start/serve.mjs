// The web process. It ends with the process that started it, however that one ended: no orphan keeps the port.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./processes.mjs";

if (process.argv.includes("--dev")) develop();
else await produce();

async function produce() {
  process.once("disconnect", () => process.exit(0));
  await import(pathToFileURL(join(root, ".next/standalone/server.js")).href);
}

function develop() {
  const next = spawn(
    process.execPath,
    [
      join(root, "node_modules/next/dist/bin/next"),
      "dev",
      "--hostname",
      process.env.HOSTNAME ?? "0.0.0.0",
      "--port",
      process.env.PORT ?? "8000",
    ],
    { stdio: "inherit", cwd: root },
  );
  const end = () => next.kill("SIGTERM");
  process.once("disconnect", end);
  process.on("SIGTERM", end);
  process.on("SIGINT", () => undefined);
  next.once("exit", (code) => process.exit(code ?? 0));
}
