import { type Facets, quoted, refuseTooMany, UnreadableModel } from './facets.ts'
import { apply, combine, IDENTITY, mirrors, type Placement } from './placement.ts'
import { type Part3mf, type Placed, readPart } from './part-3mf.ts'
import { readXml } from './xml.ts'
import { plain, unzip } from './zip.ts'

const RELATIONS = '_rels/.rels'
/** How deep objects may be made of objects: more is a circle. */
const DEEPEST = 32
/** How many objects may be placed: a few that each hold ten of the next would be billions. */
const MOST_PLACED = 100_000

/** A mesh where it shall be. */
interface Instance {
  readonly points: Float64Array
  readonly triangles: Uint32Array
  readonly placement: Placement
}

/**
 * Reads what a 3MF builds: every item of its build, with its components, wherever these are in the package.
 *
 * Not by three's loader, which needs a browser's DOMParser and mixes up objects of several parts (mrdoob/three.js#30174), as slicers of today write
 * them by the production extension.
 *
 * @throws {UnreadableModel} if the package is damaged or builds nothing.
 */
export function read3mf(bytes: Uint8Array): Facets {
  const files = unzip(bytes, (path) => path.endsWith('.model') || path === RELATIONS)
  const parts = new Map<string, Part3mf>()
  const partAt = (path: string) => {
    const known = parts.get(path)
    if (known) return known
    const file = files.get(path)
    if (!file) throw new UnreadableModel(`builds from ${quoted(path)}, which is not in it`)
    files.delete(path)
    const part = readPart(file)
    parts.set(path, part)
    return part
  }

  const root = rootPath(files)
  const instances: Instance[] = []
  let facets = 0
  let placed = 0
  const place = (path: string, { object: id, placement }: Placed, outer: Placement, depth: number) => {
    const object = partAt(path).objects.get(id)
    if (!object) throw new UnreadableModel(`builds from object ${quoted(id)}, which is not in it`)
    if (depth > DEEPEST)
      throw new UnreadableModel(`has objects within objects, ${DEEPEST} deep: object ${quoted(id)} is one`)
    if (++placed > MOST_PLACED)
      throw new UnreadableModel(`places more than ${MOST_PLACED.toLocaleString('en')} objects`)
    const whole = combine(placement, outer)
    facets += object.triangles.length / 3
    refuseTooMany(facets)
    if (object.triangles.length > 0) instances.push({ ...object, placement: whole })
    for (const each of object.components) place(each.path ?? path, each, whole, depth + 1)
  }
  const { items, unit } = partAt(root)
  for (const item of items) place(item.path ?? root, item, IDENTITY, 0)
  if (facets === 0) throw new UnreadableModel('is a 3MF that builds nothing')
  return { ...together(instances), unit }
}

/** Where a package says that its model is. */
function rootPath(files: ReadonlyMap<string, Uint8Array>): string {
  let root: string | undefined
  const relations = files.get(RELATIONS)
  if (relations) {
    readXml(relations, 'Relationships', {
      open: (_, { Type, Target }) => {
        if (Type?.endsWith('/3dmodel') && Target) root ??= plain(Target)
      },
    })
  }
  root ??= [...files.keys()].find((path) => path.endsWith('.model'))
  if (root === undefined)
    throw new UnreadableModel('is a zip without a 3D model in it; if one is packed in it, unpack it')
  return root
}

function together(instances: readonly Instance[]) {
  const points = new Float64Array(instances.reduce((sum, each) => sum + each.points.length, 0))
  const triangles = new Uint32Array(instances.reduce((sum, each) => sum + each.triangles.length, 0))
  let [end, corner] = [0, 0]
  for (const instance of instances) {
    const first = end / 3
    apply(instance.placement, instance.points, points.subarray(end, (end += instance.points.length)))
    // What is mirrored is inside out, unless its facets run around the other way.
    const [second, third] = mirrors(instance.placement) ? [2, 1] : [1, 2]
    for (let i = 0; i < instance.triangles.length; i += 3) {
      triangles[corner++] = instance.triangles[i] + first
      triangles[corner++] = instance.triangles[i + second] + first
      triangles[corner++] = instance.triangles[i + third] + first
    }
  }
  return { points, triangles }
}
