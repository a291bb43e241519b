/**
 * A failure that the reader can do something about. Its message is shown as it is, without a stack;
 * every other error is a bug and keeps its stack.
 */
export class SetupFailure extends Error {
  constructor(
    message: string,
    /** What to do about it: one sentence a line. */
    readonly advice: readonly string[] = [],
  ) {
    super(message);
    this.name = "SetupFailure";
  }
}

/** What to print for an error that ended a command. */
export function describeFailure(error: unknown): string {
  if (error instanceof SetupFailure) {
    return [error.message, ...error.advice.map((line) => `  ${line}`)].join("\n");
  }
  if (isPermissionError(error)) {
    return [
      `No permission: ${error.message}`,
      "  Lokus was probably started by another user before (with sudo, perhaps). Start it as that",
      '  user again, or give the folder named above to yourself: sudo chown -R "$USER" <folder>',
    ].join("\n");
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function isPermissionError(error: unknown): error is NodeJS.ErrnoException {
  return (
    error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM")
  );
}
