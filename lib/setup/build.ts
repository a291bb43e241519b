import fs from "node:fs/promises";
import path from "node:path";
import { type ChildEnvironment, nodeArguments, runNode } from "./child";
import { compressBuild } from "./compress";
import { SetupFailure } from "./failure";
import { inDataFolder, inProject, projectFolder } from "./paths";
import { type Progress, step } from "./report";
import { filesBelow, readStamp, stampOf } from "./stamp";

/** Top-level entries that no page is made from. */
const ignoredAtTop = new Set([
  "node_modules",
  "tests",
  "docs",
  "README.md",
  "biome.json",
  "next-env.d.ts",
  // Next completes it while it builds.
  "tsconfig.json",
]);
const ignoredFolders = [
  "lib/setup",
  "lib/platform/generated",
  "prisma/migrations",
  "prisma/reference",
  "prisma/seed",
].map((folder) => inProject(folder));

/** Whether a file can change what the build makes. */
export function isBuildSource(file: string): boolean {
  const relative = path.relative(projectFolder, file);
  const [top = ""] = relative.split(path.sep);
  if (top.startsWith(".") || ignoredAtTop.has(top)) return false;
  if (ignoredFolders.includes(file)) return false;
  return !/\.test\.tsx?$|\.tsbuildinfo$/.test(relative);
}

/**
 * Builds the application into a folder, unless that folder holds the build of the same sources.
 *
 * The stamp that says so is removed before a build begins and written when it is complete: a build
 * that was cut short is never taken for a good one.
 *
 * @param folder `.next`, or another below the project's folder
 * @param env without any setting of an installation: a build must not depend on one
 */
export async function buildApplication(
  folder: string,
  env: ChildEnvironment,
  signal?: AbortSignal,
): Promise<void> {
  const stampFile = inProject(folder, "lokus.stamp");
  // Of the sources as they are before: what is edited meanwhile is built the next time.
  const stamp = await stampOf(projectFolder, await filesBelow(projectFolder, isBuildSource), [
    process.versions.modules,
    folder,
  ]);
  const isComplete = async () => (await readStamp(inProject(folder, "BUILD_ID"))) !== "";
  if ((await readStamp(stampFile)) === stamp && (await isComplete())) return;

  const logFile = inDataFolder(`build-${folder.replace(/^\./, "")}.log`);
  const again = (await readStamp(stampFile)) !== "" || (await isComplete());
  await step("Building the application", async (progress) => {
    await fs.rm(stampFile, { force: true });
    await fs.rm(inProject(folder, "BUILD_ID"), { force: true });
    const { code, output } = await runNode(
      nodeArguments("node_modules/next/dist/bin/next", "build"),
      {
        env: {
          ...env,
          NODE_ENV: "production",
          NEXT_TELEMETRY_DISABLED: "1",
          LOKUS_DIST_DIR: folder,
          // To write the cache takes a quarter of a build, and many folders are built once.
          LOKUS_BUILD_CACHE: again ? "1" : undefined,
          // By it a phone tells that there is a newer application.
          NEXT_PUBLIC_LOKUS_BUILD: stamp.slice(0, 16),
        },
        signal,
        logFile,
        onLine: (line) => reportBuildLine(line, progress),
      },
    );
    signal?.throwIfAborted();
    if (code !== 0 || !(await isComplete())) {
      throw new SetupFailure(`The build failed:\n${output}`, [`The whole log: ${logFile}`]);
    }
    await compressBuild(folder);
    await fs.writeFile(stampFile, stamp);
  });
}

/** Of Next's output, the lines that say how far it is. */
function reportBuildLine(line: string, progress: Progress): void {
  const phase =
    /^\s*(?:✓\s*)?((?:Creating|Compiled|Running|Finished|Collecting|Generating|Finalizing)\b.*)/.exec(
      line,
    );
  if (phase?.[1]) progress(phase[1].replace(/\s*\.\.\.\s*$/, ""));
}
