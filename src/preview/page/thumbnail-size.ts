/** In CSS pixels; the files have twice as many, for dense screens. */
export const THUMBNAIL = { width: 60, height: 48 }
