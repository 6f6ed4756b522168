import start from 'manifold-3d'
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import * as shapes from './shapes.js'

/** What somebody writes who knows manifold-3d: primitives, one boolean, the mesh. */
export async function byHand() {
  const wasm = await start()
  wasm.setup()
  const { CrossSection, Manifold } = wasm
  return ({ size: [width, depth, height], radius, sockets, socket, pegs, peg }) => {
    const made = []
    const keep = (handle) => (made.push(handle), handle)
    const core = keep(CrossSection.square([width - 2 * radius, depth - Math.min(depth - 0.1, 2 * radius)], true))
    const block = keep(keep(core.offset(Math.min(radius, depth / 2 - 0.05), 'Round', 2, 32)).extrude(height))
    const drill = socket && keep(Manifold.cylinder(socket.depth + 1, socket.radius, socket.radius, socket.segments))
    const holes = sockets.map(([x, y]) => keep(drill.translate([x, y, height - socket.depth])))
    const rod = keep(keep(Manifold.cylinder(peg.length + 1, peg.radius, peg.radius, peg.segments)).rotate([-90, 0, 0]))
    const rods = pegs.map(([x, y, z]) => keep(rod.translate([x, y - 1, z])))
    const pegged = keep(Manifold.union([block, ...rods]))
    const part = holes.length > 0 ? keep(Manifold.difference([pegged, ...holes])) : pegged
    const mesh = part.getMesh()
    for (const handle of made) handle.delete()
    return mesh
  }
}

/** A mesh of shared places as binary STL. */
function stl({ vertProperties, triVerts }) {
  const bytes = new DataView(new ArrayBuffer(84 + (triVerts.length / 3) * 50))
  bytes.setUint32(80, triVerts.length / 3, true)
  const corner = (i) => vertProperties.subarray(3 * triVerts[i], 3 * triVerts[i] + 3)
  for (let i = 0, at = 84; i < triVerts.length; i += 3, at += 50) {
    const [a, b, c] = [corner(i), corner(i + 1), corner(i + 2)]
    const [u, v] = [b, c].map((point) => [point[0] - a[0], point[1] - a[1], point[2] - a[2]])
    const normal = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
    const length = Math.hypot(...normal) || 1
    normal.forEach((value, k) => bytes.setFloat32(at + 4 * k, value / length, true))
    ;[a, b, c].forEach((point, p) =>
      point.forEach((value, k) => bytes.setFloat32(at + 12 + 12 * p + 4 * k, value, true)),
    )
  }
  return new Uint8Array(bytes.buffer)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [columns, rows, output] = process.argv.slice(2)
  const make = await byHand()
  writeFileSync(output, stl(make(shapes.rack(Number(columns), Number(rows)))))
}
