/**
 * Lays dots of equal size along a line so that none covers another: each keeps its place on the
 * line and is moved across it, to the nearest free spot, alternately to either side.
 *
 * @param positions places along the line, in pixels.
 * @param size diameter of a dot, in pixels.
 * @returns offsets across the line in pixels, 0 in the middle, in the order of `positions`.
 */
export function swarm(positions: readonly number[], size: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => at(a) - at(b) || a - b);
  const offsets = new Array<number>(positions.length).fill(0);
  const placed: number[] = [];
  function at(index: number): number {
    return positions[index] ?? 0;
  }
  for (const index of order) {
    // Only those within a diameter along the line can be in the way.
    const near: number[] = [];
    for (let back = placed.length - 1; back >= 0; back--) {
      const other = placed[back] as number;
      if (at(index) - at(other) >= size) break;
      near.push(other);
    }
    offsets[index] = nearestFree(
      near.map((other) => ({
        offset: offsets[other] ?? 0,
        // How far across two dots must be apart, given how far they are along.
        reach: Math.sqrt(size ** 2 - (at(index) - at(other)) ** 2),
      })),
    );
    placed.push(index);
  }
  return offsets;
}

function nearestFree(near: { offset: number; reach: number }[]): number {
  const candidates = [0, ...near.flatMap(({ offset, reach }) => [offset + reach, offset - reach])];
  candidates.sort((a, b) => Math.abs(a) - Math.abs(b) || b - a);
  for (const candidate of candidates) {
    // Rounding must not make two touching dots seem to overlap.
    if (near.every(({ offset, reach }) => Math.abs(candidate - offset) >= reach - 1e-6)) {
      return candidate;
    }
  }
  return 0;
}
