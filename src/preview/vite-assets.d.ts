declare module '*?url' {
  /** Where the file is served from. */
  const address: string
  export default address
}

declare module '*.css'
