import modeling from '@jscad/modeling'
import { serialize } from '@jscad/stl-serializer'
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import * as shapes from './shapes.js'

const { booleans, extrusions, primitives, transforms } = modeling

/** The same with JSCAD's own booleans. */
export function byJscad({ size: [width, depth, height], radius, sockets, socket, pegs, peg }) {
  const outline = primitives.roundedRectangle({ size: [width, depth], roundRadius: Math.min(radius, depth / 2 - 0.05) })
  const block = extrusions.extrudeLinear({ height }, outline)
  const rod = (at) =>
    transforms.translate(
      at,
      transforms.rotateX(
        -Math.PI / 2,
        primitives.cylinder({ radius: peg.radius, height: peg.length, segments: peg.segments }),
      ),
    )
  const hole = ([x, y]) =>
    primitives.cylinder({
      radius: socket.radius,
      height: socket.depth + 1,
      segments: socket.segments,
      center: [x, y, height - socket.depth / 2 + 0.5],
    })
  return booleans.subtract(booleans.union(block, ...pegs.map(rod)), ...sockets.map(hole))
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [columns, rows, output] = process.argv.slice(2)
  const parts = serialize({ binary: true }, byJscad(shapes.rack(Number(columns), Number(rows))))
  writeFileSync(output, Buffer.concat(parts.map((part) => Buffer.from(part))))
}
