/// <reference types="vite/types/importMeta.d.ts" />

const files = import.meta.glob<string>('../thumbnails/*.webp', { eager: true, query: '?no-inline', import: 'default' })

/** Where the picture of a design is, if it has been drawn: `npm run thumbnails`. */
export const thumbnailOf = (design: string): string | undefined => files[`../thumbnails/${design}.webp`]
