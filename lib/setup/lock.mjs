import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/** How long a holder may be silent before it counts as gone, in milliseconds. */
const SILENCE = 60_000;
const HEARTBEAT = 5_000;

/**
 * @param {number} pid
 * @returns {boolean} whether a process of that number exists, whoever owns it
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** @param {string} file */
function isStale(file) {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    const silent = Date.now() - statSync(file).mtimeMs > SILENCE;
    // The heartbeat alone decides when a restart has given the number to another process.
    return silent || (pid > 0 && !isAlive(pid));
  } catch {
    return false; // It is gone, or still being written: look again.
  }
}

/**
 * Runs `work` while no other process of this machine holds the same lock file. A holder that was
 * killed does not block: its process number is looked up, and its heartbeat stops.
 *
 * Only for short set-up steps (installing, starting the database). What lasts as long as the
 * application is held by an advisory lock in the database.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withFileLock(file, work, onWait) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o711 });
  for (let waited = false; ; ) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    if (isStale(file)) {
      // Renamed, not deleted: of two processes that find it stale, one alone succeeds.
      const aside = `${file}.${process.pid}`;
      try {
        renameSync(file, aside);
        rmSync(aside);
      } catch {
        // The other one was faster.
      }
      continue;
    }
    if (!waited) onWait?.();
    waited = true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }

  const heartbeat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      // Removed from outside: nothing that could be mended here.
    }
  }, HEARTBEAT);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(file, { force: true });
  }
}
