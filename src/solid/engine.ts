/** What takes long to load, in one file of the bundle. */
export { default as startManifold } from 'manifold-3d'
export * as jscad from './jscad.ts'
