import { type Camera, Vector3 } from 'three'

/** A text at a place of the scene. It is part of the page, so that it is as crisp as all other text. */
export interface Label {
  readonly write: (text: string) => void
  /** Puts its middle over a point; without one it is hidden. */
  readonly place: (point: Vector3 | undefined) => void
}

/** All texts over the scene. */
export interface Labels {
  readonly add: (className: string) => Label
  /** Lets them stand where their points are seen. */
  readonly follow: (camera: Camera, width: number, height: number) => void
  /** Draws them into a picture that is so many times larger than the page. */
  readonly draw: (context: OffscreenCanvasRenderingContext2D, ratio: number) => void
  readonly dispose: () => void
}

interface Entry {
  readonly element: HTMLElement
  readonly at: Vector3
  readonly seen: Vector3
}

export function openLabels(overlay: HTMLElement): Labels {
  const entries: Entry[] = []
  return {
    add(className) {
      const element = document.createElement('span')
      element.className = className
      element.hidden = true
      overlay.append(element)
      const entry = { element, at: new Vector3(), seen: new Vector3() }
      entries.push(entry)
      return {
        write: (text) => (element.textContent = text),
        place(point) {
          element.hidden = !point
          if (point) entry.at.copy(point)
        },
      }
    },
    follow(camera, width, height) {
      for (const { element, at, seen } of entries) {
        if (element.hidden) continue
        seen.copy(at).project(camera)
        seen.set(((1 + seen.x) / 2) * width, ((1 - seen.y) / 2) * height, seen.z)
        element.style.transform = `translate(${seen.x.toFixed(1)}px, ${seen.y.toFixed(1)}px) translate(-50%, -50%)`
      }
    },
    draw(context, ratio) {
      context.scale(ratio, ratio)
      context.textAlign = 'center'
      context.textBaseline = 'middle'
      for (const { element, seen } of entries) {
        if (element.hidden) continue
        const { font, color, backgroundColor, borderRadius } = getComputedStyle(element)
        const { offsetWidth: width, offsetHeight: height } = element
        context.beginPath()
        context.roundRect(seen.x - width / 2, seen.y - height / 2, width, height, parseFloat(borderRadius) || 0)
        context.fillStyle = backgroundColor
        context.fill()
        Object.assign(context, { font, fillStyle: color })
        context.fillText(element.textContent, seen.x, seen.y)
      }
    },
    dispose: () => overlay.replaceChildren(),
  }
}
