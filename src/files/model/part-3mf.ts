import { quoted, refuseTooMany, UnreadableModel } from './facets.ts'
import { growingDecimals, growingIndices } from './growing.ts'
import { parsePlacement, type Placement } from './placement.ts'
import { readXml } from './xml.ts'
import { plain } from './zip.ts'

/** An object by its number, put somewhere. */
export interface Placed {
  readonly object: string
  /** The part of the package that it is in, if that is another. */
  readonly path?: string
  readonly placement: Placement
}

/** A mesh, or an object made of others. */
export interface Object3mf {
  readonly points: Float64Array
  readonly triangles: Uint32Array
  readonly components: readonly Placed[]
}

/** One model part of a 3MF package. */
export interface Part3mf {
  /** Millimetres that its unit is long. */
  readonly unit: number
  readonly objects: ReadonlyMap<string, Object3mf>
  /** What is built. */
  readonly items: readonly Placed[]
}

/** The units that the 3MF core specification (3.4) knows, in millimetres. */
const units: Readonly<Record<string, number>> = {
  micron: 0.001,
  millimeter: 1,
  centimeter: 10,
  inch: 25.4,
  foot: 304.8,
  meter: 1000,
}

/** @throws {UnreadableModel} if it errs; names the object. */
export function readPart(bytes: Uint8Array): Part3mf {
  let unit = 1
  const objects = new Map<string, Object3mf>()
  const items: Placed[] = []
  let id = ''
  let points = growingDecimals()
  let triangles = growingIndices()
  let components: Placed[] = []
  const fault = (reason: string) => new UnreadableModel(`errs in object ${quoted(id)}: ${reason}`)

  readXml(bytes, 'model', {
    open: (name, attributes) => {
      if (name === 'vertex') {
        for (const axis of [attributes.x, attributes.y, attributes.z]) {
          const value = axis === undefined ? NaN : Number(axis)
          if (!Number.isFinite(value)) throw fault(`point ${points.length / 3} has a coordinate that is no number`)
          points.push(value)
        }
      } else if (name === 'triangle') {
        for (const corner of [attributes.v1, attributes.v2, attributes.v3]) {
          const value = Number(corner)
          if (!(Number.isInteger(value) && value >= 0 && value < points.length / 3)) {
            throw fault(`facet ${triangles.length / 3} names point ${quoted(corner)} of ${points.length / 3}`)
          }
          triangles.push(value)
        }
      } else if (name === 'model') {
        unit = units[attributes.unit ?? 'millimeter']
        if (!unit) throw new UnreadableModel(`measures in ${quoted(attributes.unit)}, which is no unit of 3MF`)
      } else if (name === 'object') {
        id = attributes.id
        points = growingDecimals()
        triangles = growingIndices()
        components = []
      } else if (name === 'component') components.push(placed(attributes))
      else if (name === 'item') items.push(placed(attributes))
    },
    close: (name) => {
      if (name !== 'object') return
      refuseTooMany(triangles.length / 3)
      objects.set(id, { points: points.values, triangles: triangles.values, components })
    },
  })
  return { unit, objects, items }
}

function placed(attributes: Readonly<Record<string, string>>): Placed {
  const pathName = Object.keys(attributes).find((name) => name === 'path' || name.endsWith(':path'))
  return {
    object: attributes.objectid,
    placement: parsePlacement(attributes.transform),
    ...(pathName && { path: plain(attributes[pathName]) }),
  }
}
