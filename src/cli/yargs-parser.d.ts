/** yargs' parser without what Node brings to it, which is used for nothing here and takes time to load. */
declare module 'yargs-parser/browser' {
  import parser from 'yargs-parser'
  export default parser
}
