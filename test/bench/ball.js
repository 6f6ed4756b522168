/** A ball of radius 30 as binary STL, dented all over so that no two facets are alike; of about as many facets as asked for. */
export function dentedBall(facets) {
  const rows = Math.round(Math.sqrt(facets / 4))
  const columns = 2 * rows
  const at = (row, column) => {
    const [polar, turn] = [(row / rows) * Math.PI, ((column % columns) / columns) * 2 * Math.PI]
    const radius = row === 0 || row === rows ? 30 : 30 + Math.sin(7 * turn) * Math.sin(polar) + Math.cos(11 * polar)
    return [
      radius * Math.sin(polar) * Math.cos(turn),
      radius * Math.sin(polar) * Math.sin(turn),
      radius * Math.cos(polar),
    ]
  }
  const triangles = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [a, b, c, d] = [at(row, column), at(row + 1, column), at(row + 1, column + 1), at(row, column + 1)]
      if (row < rows - 1) triangles.push([a, b, c])
      if (row > 0) triangles.push([a, c, d])
    }
  }
  const stl = Buffer.alloc(84 + 50 * triangles.length)
  stl.writeUInt32LE(triangles.length, 80)
  triangles.forEach((triangle, i) =>
    triangle.flat().forEach((value, k) => stl.writeFloatLE(value, 84 + 50 * i + 12 + 4 * k)),
  )
  return stl
}
