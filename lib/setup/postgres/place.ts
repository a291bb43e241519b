import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import fs from "node:fs/promises";
import path from "node:path";
import { SetupFailure } from "../failure";
import { inDataFolder, projectFolder } from "../paths";
import { type Account, asAccount } from "./account";

/**
 * Where things of this project go that must lie outside its folder, because the server's account
 * cannot reach that. Only root needs it.
 */
export function outsideFolder(): string {
  const name = createHash("sha256").update(realpathSync(projectFolder)).digest("hex").slice(0, 12);
  return path.join("/var/lib/lokus", name);
}

/**
 * The data folder of the embedded database, as a real path that the account can use. It need not
 * exist yet. `.data/postgres` is that folder, or a link to it.
 *
 * @param onMove told where to, when the data will lie outside the project's folder
 */
export async function placedDataDirectory(
  account: Account | undefined,
  onMove: (folder: string) => void = () => {},
): Promise<string> {
  const wanted = inDataFolder("postgres");
  const found = await fs.lstat(wanted).catch(() => undefined);
  if (found) {
    const real = await fs.realpath(wanted).catch(() => danglingLink(wanted));
    await checkOwner(real, account);
    if (account && existsSync(real) && !canUse(account, real)) throw outOfReach(wanted, account);
    return real;
  }
  if (!account || (await canOwnBelow(path.dirname(wanted), account))) return wanted;

  const outside = path.join(outsideFolder(), "postgres");
  await fs.mkdir(path.dirname(outside), { recursive: true, mode: 0o755 });
  onMove(outside);
  // The link comes first: data without it would be lost from sight after a crash.
  await fs.symlink(outside, wanted);
  return outside;
}

/** Where a link leads whose target is missing: fine when a first start was cut short there. */
async function danglingLink(link: string): Promise<string> {
  const target = path.resolve(path.dirname(link), await fs.readlink(link));
  if (existsSync(path.dirname(target))) return target;
  throw new SetupFailure(`${link} leads to ${target}, which is not there.`, [
    "Is its disk mounted? Put the folder back, or remove the link to begin with an empty database.",
  ]);
}

/** Whether the account can use an existing folder as its own. */
function canUse(account: Account, folder: string): boolean {
  const test = spawnSync(
    "/bin/sh",
    ["-c", 'test -r "$1" && test -w "$1" && test -x "$1"', "sh", folder],
    asAccount(account),
  );
  return test.status === 0;
}

/** Whether the account can own and reach a folder that is made in `parent`. */
async function canOwnBelow(parent: string, account: Account): Promise<boolean> {
  const trial = await fs.mkdtemp(path.join(parent, "trial-"));
  try {
    await fs.chown(trial, account.uid, account.gid);
    return canUse(account, trial);
  } catch {
    return false; // A file system that knows no owners.
  } finally {
    await fs.rm(trial, { recursive: true, force: true });
  }
}

async function checkOwner(folder: string, account: Account | undefined): Promise<void> {
  if (process.getuid === undefined) return;
  const stat = await fs.stat(folder).catch(() => undefined);
  if (!stat) return;
  const own = account?.uid ?? process.getuid();
  if (stat.uid === own) return;
  throw new SetupFailure(
    `The database in ${folder} belongs to another user (number ${stat.uid}).`,
    [
      account
        ? `PostgreSQL runs as ${account.name} here. Hand the folder over: chown -R ${account.name} "${folder}"`
        : "Lokus was started by that user, or by root, before. Start it in the same way again, or hand",
      ...(account ? [] : [`the folder over to yourself: sudo chown -R "$USER" "${folder}"`]),
    ],
  );
}

function outOfReach(folder: string, account: Account): SetupFailure {
  const outside = path.join(outsideFolder(), "postgres");
  return new SetupFailure(
    `PostgreSQL runs as ${account.name} here, who cannot reach the database in ${folder}.`,
    [
      "The project was probably moved to a folder that is closed to other users. Move the data out:",
      `mkdir -p "${path.dirname(outside)}" && mv "${folder}" "${outside}" && ln -s "${outside}" "${folder}"`,
    ],
  );
}
