import type { ManifoldToplevel } from 'manifold-3d'
import { own } from './kernel.ts'

/** A vector in WebAssembly memory, as manifold-3d's own JavaScript makes them by the way. */
interface Vector {
  get(index: number): unknown
  delete(): void
}

interface Inner {
  Vector_vec2: new () => Vector
  Vector2_vec2: { prototype: Vector }
  _Triangulate: (...args: unknown[]) => Vector
}

/**
 * Puts into the care of a build what manifold-3d 3.5's JavaScript makes and forgets whenever polygons go in or out, some tens of kilobytes a
 * lettered part: the vector of each outline that goes in, the copy of each that comes out, and the triangles of a triangulation.
 */
export function plugLeaks(wasm: ManifoldToplevel): void {
  const inner = wasm as unknown as Inner
  const { Vector_vec2: Outline, _Triangulate: triangulate } = inner
  const { get } = inner.Vector2_vec2.prototype
  inner.Vector_vec2 = function () {
    return own(new Outline())
  } as unknown as Inner['Vector_vec2']
  inner.Vector2_vec2.prototype.get = function (this: Vector, index) {
    return own(get.call(this, index) as Vector)
  }
  inner._Triangulate = (...args) => own(triangulate(...args))
}
