import { execFileSync } from "node:child_process";
import { lstatSync, realpathSync, statSync } from "node:fs";
import { SetupFailure } from "../failure";
import { projectFolder } from "../paths";

/** The user of this machine as whom the server runs. */
export type Account = { uid: number; gid: number; name: string };

/**
 * As whom the server has to run, because PostgreSQL refuses to run as root; undefined when this
 * process is not root, and everything simply belongs to whoever started it.
 *
 * In this order: the owner of an existing data folder (who ran it before), the owner of the
 * project's folder (who can read it, and may start Lokus without sudo tomorrow), a `postgres` of
 * this machine, a system user `lokus` made for the purpose, `nobody`.
 */
export function serverAccount(dataDirectory?: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return (
    ownerOf(dataDirectory) ??
    ownerOf(projectFolder) ??
    accountNamed("postgres") ??
    accountNamed("_postgres") ??
    accountNamed("lokus") ??
    createSystemUser("lokus") ??
    accountNamed("nobody") ??
    noAccount()
  );
}

/** uid, gid and working folder for `spawn`, so that a child runs as that account. */
export function asAccount(account: Account | undefined): {
  uid?: number;
  gid?: number;
  cwd: string;
} {
  // The root folder: an account that cannot read the current folder could not even start.
  return account ? { uid: account.uid, gid: account.gid, cwd: "/" } : { cwd: "/" };
}

function ownerOf(file: string | undefined): Account | undefined {
  if (!file) return undefined;
  try {
    lstatSync(file);
    const { uid } = statSync(realpathSync(file));
    // initdb looks the user up by number: one without a name cannot run it.
    return uid === 0 ? undefined : accountNamed(nameOf(uid));
  } catch {
    return undefined;
  }
}

function nameOf(uid: number): string {
  return id("-un", String(uid));
}

function accountNamed(name: string): Account | undefined {
  try {
    const account = { name, uid: Number(id("-u", name)), gid: Number(id("-g", name)) };
    return account.uid > 0 && account.gid >= 0 ? account : undefined;
  } catch {
    return undefined;
  }
}

function id(flag: string, user: string): string {
  return execFileSync("id", [flag, user], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

function createSystemUser(name: string): Account | undefined {
  const ways: [string, string[]][] = [
    ["useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name]],
    // BusyBox
    ["adduser", ["-S", "-H", "-D", name]],
  ];
  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: "ignore" });
      return accountNamed(name);
    } catch {
      // Not there, or not allowed: the next way.
    }
  }
  return undefined;
}

function noAccount(): never {
  throw new SetupFailure(
    "PostgreSQL does not run as root, and this machine has no other user for it.",
    ["Start Lokus as an ordinary user, or make a user named postgres."],
  );
}
