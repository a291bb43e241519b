// The web server in several processes behind one port, so that a page that is being built keeps
// nobody else waiting while another core rests. Arguments: how many, the address and the port.
//
// This process serves nothing itself. It starts the others, replaces one that dies, adds up what they
// measured, and ends with them.
import cluster from "node:cluster";
import { fileURLToPath } from "node:url";
import { AggregatorRegistry } from "prom-client";

/** Before another takes the place of a process that died, so that dying again and again costs little. Milliseconds. */
const PAUSE = 500;

const [count, ...args] = process.argv.slice(2);
const metrics = new AggregatorRegistry();
let stopping = false;

cluster.setupPrimary({
  exec: fileURLToPath(new URL("./web-process.mjs", import.meta.url)),
  args,
  // Not this one's: the leash is held by this process, which takes the others along.
  execArgv: [],
});

function serve() {
  if (stopping) return;
  const worker = cluster.fork();
  let cameUp = false;
  worker.on("listening", () => {
    cameUp = true;
  });
  worker.on("message", (message) => {
    if (message?.type === "lokus:metrics") void answer(worker, message.id);
  });
  worker.on("exit", (code, signal) => {
    if (stopping) return;
    // What never came up would not the next time either.
    if (!cameUp) return stop(code || 1);
    console.error(`A web process ended by itself (${signal ?? code}); another takes its place.`);
    setTimeout(serve, PAUSE);
  });
}

/** Tells a process what all of them measured together. */
async function answer(worker, id) {
  const text = await metrics.clusterMetrics().catch(() => null);
  if (worker.isConnected()) worker.send({ type: "lokus:metrics", id, text });
}

/** Lets every process answer what it has begun, and ends when the last one has. */
function stop(code) {
  if (stopping) return;
  stopping = true;
  const workers = Object.values(cluster.workers ?? {});
  if (workers.length === 0) process.exit(code);
  for (const worker of workers) worker.process.kill("SIGTERM");
  cluster.on("exit", () => {
    if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(code);
  });
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop(0));
for (let started = 0; started < Number(count); started += 1) serve();
