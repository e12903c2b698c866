// A load generator for one run: `node load.mjs '{"origin","paths","connections","seconds","headers"}'`.
// It is a process of its own, so that it does not share an event loop with anything; prints one JSON line.
import http from "node:http";

const { origin, paths, connections, seconds, headers } = JSON.parse(process.argv[2]);
const { hostname, port } = new URL(origin);
if (!/^(127\.|localhost$|\[?::1)/.test(hostname))
  throw new Error("Only addresses of this machine are loaded");
const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
const ends = performance.now() + seconds * 1000;
const times = [];
let next = 0;
let bytes = 0;
const failures = new Map();

function once(path) {
  return new Promise((resolve) => {
    const start = performance.now();
    const request = http.get(
      { hostname, port, path, agent, headers: { "accept-encoding": "gzip", ...headers } },
      (response) => {
        response.on("data", (chunk) => {
          bytes += chunk.length;
        });
        response.on("end", () => {
          if (response.statusCode === 200) times.push(performance.now() - start);
          else failures.set(response.statusCode, (failures.get(response.statusCode) ?? 0) + 1);
          resolve();
        });
      },
    );
    request.on("error", (error) => {
      failures.set(error.code, (failures.get(error.code) ?? 0) + 1);
      resolve();
    });
  });
}

async function client() {
  while (performance.now() < ends) await once(paths[next++ % paths.length]);
}

const began = performance.now();
await Promise.all(Array.from({ length: connections }, client));
const elapsed = (performance.now() - began) / 1000;
times.sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const round = (value) => Math.round(value * 100) / 100;
console.log(
  JSON.stringify({
    rps: round(times.length / elapsed),
    p50: round(at(0.5)),
    p95: round(at(0.95)),
    requests: times.length,
    bytesEach: Math.round(bytes / Math.max(1, times.length)),
    failures: Object.fromEntries(failures),
  }),
);
process.exit(0);
