/** A few places, of which each is taken by one at a time. */
export interface Slots {
  /** A place, once one is free: whoever asks first is given one first. */
  readonly take: () => Promise<number>
  readonly give: (place: number) => void
}

export function slots(count: number): Slots {
  const free = Array.from({ length: count }, (_, place) => place)
  const waiting: ((place: number) => void)[] = []
  return {
    take: () => {
      const place = free.shift()
      return place === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(place)
    },
    give: (place) => {
      const first = waiting.shift()
      if (first) first(place)
      else free.push(place)
    },
  }
}
