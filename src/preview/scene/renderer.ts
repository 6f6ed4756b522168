import { type Camera, MathUtils, PCFShadowMap, type Scene, WebGLRenderer } from 'three'

/** Draws into a canvas as finely as the machine can without the hand having to wait. */
export interface Renderer {
  /** @param moving Whether another picture is likely to follow at once. */
  readonly render: (scene: Scene, camera: Camera, moving: boolean) => void
  /** Draws once, much larger than the page asks for. @returns Pixels for one of the page, drawn and in a smooth picture. */
  readonly renderLarge: (scene: Scene, camera: Camera) => { readonly drawn: number; readonly kept: number }
  /** In pixels of the page. */
  readonly resize: (width: number, height: number) => void
  /** What casts shadows has changed. */
  readonly lightAgain: () => void
  readonly dispose: () => void
}

/** Pixels of the canvas for one of the screen, along each side: what moves on a slow machine has few and no shadows, what rests has many, for smooth edges. */
const COARSE = 0.5
const FINE = 2
/** Pixels that a picture may have in all. */
const MOST_PIXELS = 6e6
/** Pixels of the longer side of a picture that is kept: enough to print it as large as a hand, and no more than any graphics card can draw. */
const KEPT = [2000, 4096] as const
/** Milliseconds that a fine picture may take for what moves to be drawn so, too. */
const QUICK = 12

/**
 * @param cast Lets the lamps cast shadows, or not. That three.js notices, where switching its shadow map would leave materials as they were first drawn.
 * @throws {Error} if the browser has no WebGL.
 */
export function openRenderer(canvas: HTMLCanvasElement, cast: (shadows: boolean) => void): Renderer {
  const renderer = new WebGLRenderer({ canvas, alpha: true, stencil: true, powerPreference: 'high-performance' })
  renderer.localClippingEnabled = true
  renderer.shadowMap.enabled = true
  renderer.shadowMap.type = PCFShadowMap
  // What is lit moves only when the part changes, not when somebody looks from elsewhere.
  renderer.shadowMap.autoUpdate = false
  const context = renderer.getContext() as WebGL2RenderingContext
  let [width, height] = [1, 1]
  let lit = false
  let quick = false

  function sharpen(factor: number): void {
    const most = Math.max(1, Math.sqrt(MOST_PIXELS / (width * height)))
    const ratio = Math.min(devicePixelRatio * factor, most)
    if (ratio !== renderer.getPixelRatio()) renderer.setPixelRatio(ratio)
  }
  function drawLit(scene: Scene, camera: Camera): void {
    cast(true)
    renderer.shadowMap.needsUpdate = !lit
    lit = true
    renderer.render(scene, camera)
  }
  function drawFinely(scene: Scene, camera: Camera): void {
    sharpen(FINE)
    drawLit(scene, camera)
  }
  /** How long a picture takes is known when it is there, and not when it has been asked for. */
  function measure(draw: () => void): void {
    const begun = performance.now()
    draw()
    const fence = context.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0)
    context.flush()
    if (fence) setTimeout(look, 1)
    function look(): void {
      if (context.clientWaitSync(fence!, 0, 0) === context.TIMEOUT_EXPIRED) return void setTimeout(look, 1)
      context.deleteSync(fence)
      quick = performance.now() - begun < QUICK
    }
  }
  return {
    render(scene, camera, moving) {
      if (!moving) measure(() => drawFinely(scene, camera))
      else if (quick) drawFinely(scene, camera)
      else {
        sharpen(COARSE)
        cast(false)
        renderer.render(scene, camera)
      }
    },
    renderLarge(scene, camera) {
      const longer = Math.max(width, height)
      const kept = MathUtils.clamp(devicePixelRatio * longer, ...KEPT)
      const drawn = Math.min(FINE * kept, KEPT[1])
      renderer.setPixelRatio(drawn / longer)
      drawLit(scene, camera)
      return { drawn: drawn / longer, kept: kept / longer }
    },
    resize(toWidth, toHeight) {
      ;[width, height] = [Math.max(1, toWidth), Math.max(1, toHeight)]
      renderer.setSize(width, height, false)
    },
    lightAgain() {
      lit = false
    },
    dispose() {
      renderer.dispose()
      renderer.forceContextLoss()
    },
  }
}
