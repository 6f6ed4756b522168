import { fillIslands } from './islands.ts'
import type { Layers } from './layers.ts'

/** Height of a layer. */
export const LAYER = 0.2
/** Layers of a floor or ceiling that are filled whole. */
const SHELL = 5
/** Two walls of 0.45, which overlap, are 0.86 thick; the loops by which infill holds on to them add what 0.09 more would. */
export const WALLS = 0.95
/** The steps of a slope are filled wider than they are, so that one layer more lies on them whole. */
const SLOPE_SHELL = SHELL + 1

/**
 * The layers of each sample that hold infill: those inside the walls, but for floors and ceilings. These reach 2 to 3 mm under what surrounds them
 * if they are level, and 2 mm if they are the steps of a slope, as PrusaSlicer has it (PrintObject.cpp: process_external_surfaces,
 * discover_horizontal_shells).
 */
export function infilledSpace(layers: Layers): Int32Array {
  const { walled, samples, words, row } = layers
  const { flat, sloped } = shells(layers)
  const infill = new Int32Array(walled.length)
  for (const start of samples) {
    for (let i = start; i < start + words; i++) {
      if (walled[i] === 0) continue
      const beside = sloped[i - words] | sloped[i + words] | sloped[i - row] | sloped[i + row] | sloped[i]
      const [before, behind] = [i - row, i + row]
      const around =
        flat[before - words] |
        flat[before] |
        flat[before + words] |
        flat[i - words] |
        flat[i] |
        flat[i + words] |
        flat[behind - words] |
        flat[behind] |
        flat[behind + words]
      infill[i] = walled[i] & ~(beside | around)
    }
  }
  fillIslands(infill, layers)
  return infill
}

/** The solid layers under tops and over bottoms, told apart by whether the surface goes on level beyond or not. */
function shells({ inside, walled, samples, words }: Layers) {
  const flat = new Int32Array(walled.length)
  const sloped = new Int32Array(walled.length)
  for (const start of samples) {
    const end = start + words
    let below = 0
    for (let i = start; i < end; i++) {
      const word = inside[i]
      const above = i + 1 < end ? inside[i + 1] : 0
      const top = word & ~((word >>> 1) | (above << 31))
      const bottom = word & ~((word << 1) | (below >>> 31))
      below = word
      if (top === 0 && bottom === 0) continue
      thicken(flat, i, start, end, top & walled[i], bottom & walled[i], SHELL)
      thicken(sloped, i, start, end, top & ~walled[i], bottom & ~walled[i], SLOPE_SHELL)
    }
    for (let i = start; i < end; i++) sloped[i] &= walled[i]
  }
  return { flat, sloped }
}

/** Adds so many layers, from 4 to 8, from tops downwards and from bottoms upwards. */
function thicken(
  shell: Int32Array,
  at: number,
  start: number,
  end: number,
  top: number,
  bottom: number,
  layers: number,
) {
  if (top !== 0) {
    let down = top | (top >>> 1)
    down |= down >>> 2
    shell[at] |= down | (down >>> (layers - 4))
    if (at > start && (top & 0xff) !== 0) for (let k = 1; k < layers; k++) shell[at - 1] |= top << (32 - k)
  }
  if (bottom !== 0) {
    let up = bottom | (bottom << 1)
    up |= up << 2
    shell[at] |= up | (up << (layers - 4))
    if (at + 1 < end && bottom >>> 24 !== 0) for (let k = 1; k < layers; k++) shell[at + 1] |= bottom >>> (32 - k)
  }
}
