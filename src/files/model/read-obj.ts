import { cutPolygon } from '#solid'
import { type Facets, quoted, refuseTooMany, UnreadableModel } from './facets.ts'
import { growingDecimals, growingIndices } from './growing.ts'
import { Words } from './text.ts'

/**
 * Reads the surface that an OBJ describes: its points and its faces of any number of corners, of all its objects together.
 *
 * Not by three's OBJLoader: for a million facets that takes 3.5 s and 0.7 GB, since it gives every facet points of its own; it cuts concave faces
 * wrongly, and takes a face with a corner that is not there.
 *
 * @throws {UnreadableModel} if a line errs, or there are no faces; names the line.
 */
export function readObj(bytes: Uint8Array): Facets {
  const words = new Words(bytes)
  const points = growingDecimals()
  const triangles = growingIndices()
  /** Corners of the faces that have more than three, each face after their number. They wait, for points may stand after faces. */
  const polygons = growingIndices()
  const face: number[] = []
  let highest = -1
  let highestLine = 0
  const fault = (reason: string, line = words.line) => new UnreadableModel(`errs in line ${line}: ${reason}`)

  const readPoint = () => {
    for (let axis = 0; axis < 3; axis++) {
      const value = words.nextInLine() ? words.number() : NaN
      if (!Number.isFinite(value)) throw fault('a point needs three numbers; is the file cut short?')
      points.push(value)
    }
    refuseTooMany(points.length / 9)
  }
  const readFace = () => {
    face.length = 0
    while (words.nextInLine()) {
      const index = words.index()
      const corner = index < 0 ? points.length / 3 + index : index - 1
      if (!(corner >= 0)) throw fault(`a face names point ${quoted(words.text)}, which is not there`)
      if (corner > highest) {
        highest = corner
        highestLine = words.line
      }
      face.push(corner)
    }
    const into = face.length === 3 ? triangles : polygons
    if (face.length > 3) into.push(face.length)
    if (face.length >= 3) for (const corner of face) into.push(corner)
    refuseTooMany(triangles.length / 3 + polygons.length / 5)
  }

  while (words.next()) {
    if (words.is('v')) readPoint()
    else if (words.is('f')) readFace()
    // All else tells of looks, names and lines, and may go on after a backslash.
    else while (words.nextInLine());
    words.skipLine()
  }
  const count = points.length / 3
  if (highest >= count) throw fault(`a face names point ${highest + 1} of ${count}`, highestLine)
  const corners = polygons.values
  for (let i = 0; i < corners.length; i += corners[i] + 1) {
    const polygon = [...corners.subarray(i + 1, i + 1 + corners[i])]
    for (const corner of cutPolygon(points.values, polygon)) triangles.push(corner)
  }
  if (triangles.length === 0) throw new UnreadableModel(`holds ${count} points and no faces between them`)
  return { points: points.values, triangles: triangles.values }
}
