declare module '@jscad/stl-serializer/CSGToStlb.js' {
  /** Header, number of triangles, triangles. */
  export function serializeBinary(
    geometries: readonly object[],
    options: object,
  ): [ArrayBuffer, ArrayBuffer, ArrayBuffer]
}

declare module '@jscad/stl-serializer/CSGToStla.js' {
  export function serializeText(geometries: readonly object[], options: object): [string]
}
