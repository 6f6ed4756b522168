/** The same for OpenSCAD. */
export const openscad = ({ size: [width, depth, height], radius, sockets, socket, pegs, peg }) => `
difference() {
  union() {
    linear_extrude(${height}) offset(${radius}, $fn = 32) square([${width - 2 * radius}, ${depth - 2 * radius}], center = true);
    for (at = ${JSON.stringify(pegs)})
      translate(at) translate([0, -1, 0]) rotate([-90, 0, 0]) cylinder(${peg.length + 1}, ${peg.radius}, ${peg.radius}, $fn = ${peg.segments});
  }
  for (at = ${JSON.stringify(sockets)})
    translate([at.x, at.y, ${height - socket.depth}]) cylinder(${socket.depth + 1}, ${socket.radius}, ${socket.radius}, $fn = 6);
}
`
