/** The room that a printer can fill, in millimetres. */
export interface BuildVolume {
  readonly x: number
  readonly y: number
  readonly z: number
}

/**
 * What common printers can print: the profiles of PrusaSlicer (PrusaResearch 2.5.5, Creality 0.3.0, Voron 1.0.4) and of OrcaSlicer (BBL). Where
 * a profile says more than the maker does, what is less holds: the Ender-3 is sold as 220 × 220 and has 225 × 225 in its profile.
 * The Bambu P1 and X1 leave out a corner of 28 × 28 at the front left.
 */
export const printers = {
  'Bambu A1 mini': { x: 180, y: 180, z: 180 },
  'Bambu P1, X1': { x: 256, y: 256, z: 250 },
  'Creality Ender-3': { x: 220, y: 220, z: 250 },
  'Prusa CORE One': { x: 250, y: 220, z: 270 },
  'Prusa CORE One L': { x: 300, y: 300, z: 330 },
  'Prusa MINI': { x: 180, y: 180, z: 180 },
  'Prusa MK3': { x: 250, y: 210, z: 210 },
  'Prusa MK4': { x: 250, y: 210, z: 220 },
  'Prusa XL': { x: 360, y: 360, z: 360 },
  'Voron V0': { x: 120, y: 120, z: 120 },
  'Voron V2.4 250': { x: 250, y: 250, z: 230 },
  'Voron V2.4 300': { x: 300, y: 300, z: 280 },
  'Voron V2.4 350': { x: 350, y: 350, z: 330 },
  'Voron Switchwire': { x: 250, y: 210, z: 240 },
} as const satisfies Record<string, BuildVolume>

export type PrinterName = keyof typeof printers
