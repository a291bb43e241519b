/**
 * One value a process. A module is not: the compiler puts it into the bundle of each route that
 * uses it and of `instrumentation.ts`, and the development server loads it anew after an edit.
 *
 * @param name unique in the process
 */
export function processWide<T>(name: string, make: () => T): T {
  const holder = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`lokus.${name}`);
  holder[key] ??= make();
  return holder[key];
}
