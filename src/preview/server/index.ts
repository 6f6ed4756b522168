/* What the command line needs to serve the page. */
export { writeAddress } from '../session/address.ts'
export { openDesignFile } from './design-file.ts'
export { serve } from './serve.ts'
