import type { CrossSection, Manifold, ManifoldToplevel } from 'manifold-3d'
import type * as jscadModule from './jscad.ts'
import { plugLeaks } from './plug-leaks.ts'
import { GeometryProblem } from './problem.ts'

/** The part of `@jscad/modeling` that pegsmith uses; its own types are kept by hand and lag behind. */
type Modeling = typeof jscadModule

let wasm: ManifoldToplevel | undefined
let jscad: Modeling | undefined
let scope: Scope | undefined

/**
 * Loads Manifold (WebAssembly) and JSCAD, once. Everything after this is synchronous.
 *
 * Both are loaded here and not by import, so that a catalogue can be listed without them.
 *
 * @param locate Tells the address of `manifold.wasm`, for hosts where it does not lie beside the script.
 */
export async function startKernel(locate?: () => string): Promise<void> {
  if (wasm && jscad) return
  const { default: startManifold } = await import('manifold-3d')
  // The engine compiles WebAssembly beside this thread: meanwhile JSCAD is loaded.
  const [started, functions] = await Promise.all([
    startManifold(locate && { locateFile: locate }),
    import('./jscad.ts'),
  ])
  started.setup()
  plugLeaks(started)
  wasm = started
  jscad = functions
}

const notStarted = () => new GeometryProblem('the kernel is not started: await startKernel() first')

/** Manifold's classes. @throws {GeometryProblem} before {@link startKernel}. @internal */
export function manifold(): ManifoldToplevel {
  if (!wasm) throw notStarted()
  return wasm
}

/** JSCAD's functions. @throws {GeometryProblem} before {@link startKernel}. @internal */
export function modeling(): Modeling {
  if (!jscad) throw notStarted()
  return jscad
}

/** Something in WebAssembly memory; manifold-3d's own JavaScript may have freed it already. */
interface Handle {
  delete(): void
  isDeleted(): boolean
}

/** All that one build made in WebAssembly memory, and which geometry each handle stands for. @internal */
export interface Scope {
  /** Handles by the identity of a geometry's untransformed polygons. */
  readonly solids: Map<object, Manifold>
  /** Handles by the identity of a geometry's untransformed sides. */
  readonly profiles: Map<object, CrossSection>
  readonly owned: Set<Handle>
}

/**
 * Runs one build: whatever the kernel makes meanwhile is freed at the end, on errors, too.
 * What a build returns must be plain data ({@link meshOf}), for its geometries lose their solids with it.
 */
export function build<T>(work: () => T): T {
  if (scope) return work()
  scope = { solids: new Map(), profiles: new Map(), owned: new Set() }
  try {
    return work()
  } finally {
    for (const handle of scope.owned) if (!handle.isDeleted()) handle.delete()
    scope.solids.clear()
    scope.profiles.clear()
    scope = undefined
  }
}

/** The build under way. @throws {GeometryProblem} outside one. @internal */
export function currentScope(): Scope {
  if (!scope) throw new GeometryProblem('no build is under way: wrap the work in build(() => …)')
  return scope
}

/** Puts a handle into the care of the build under way. @internal */
export function own<T extends { delete(): void }>(handle: T): T {
  currentScope().owned.add(handle as T & Handle)
  return handle
}
