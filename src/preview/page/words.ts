/** A kebab-case name as people read it: `cell-diameter` is `Cell diameter`. */
export const spoken = (name: string) => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('-', ' ')
