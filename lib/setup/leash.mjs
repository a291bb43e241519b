// Loaded before the program of a child process: when the process that started it is gone, however
// hard it was killed, the channel between them closes, and the child ends like on SIGTERM.
import { isMainThread } from "node:worker_threads";

// The program's own children and threads inherit Node's arguments, and with them this file. Their
// channels are the program's business.
if (isMainThread && process.env.LOKUS_LEASH === String(process.ppid)) {
  process.on("disconnect", () => {
    // Not process.exit(): the program may have something to put away first.
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(143), 10_000).unref();
  });
  // Listening must not keep a program alive that has nothing more to do.
  process.channel?.unref();
}
