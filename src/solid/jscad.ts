import toPolygons from '@jscad/modeling/src/geometries/geom3/toPolygons.js'
import plane from '@jscad/modeling/src/geometries/poly3/plane.js'
import create from '@jscad/modeling/src/maths/mat4/create.js'
import { mirror } from '@jscad/modeling/src/operations/transforms/mirror.js'
import * as transformTypes from '@jscad/modeling/src/operations/transforms/transform.js'
import { translate } from '@jscad/modeling/src/operations/transforms/translate.js'
import circle from '@jscad/modeling/src/primitives/circle.js'
import cuboid from '@jscad/modeling/src/primitives/cuboid.js'
import cylinderElliptic from '@jscad/modeling/src/primitives/cylinderElliptic.js'
import polygon from '@jscad/modeling/src/primitives/polygon.js'
import rectangle from '@jscad/modeling/src/primitives/rectangle.js'
import roundedRectangle from '@jscad/modeling/src/primitives/roundedRectangle.js'

/*
 * The functions of JSCAD that are used here, under its own names. All of JSCAD takes 22 ms to load, these 8: as much as computing a part.
 */

/** Its types name an export that is not there: the module is the function. */
const transform = (transformTypes as unknown as { default: unknown }).default as typeof transformTypes.transform

export const maths = { mat4: { create } }
export const primitives = { circle, cuboid, cylinderElliptic, polygon, rectangle, roundedRectangle }
export const transforms = { mirror, transform, translate }

/** For the STL serializer. */
export const geometries = { geom3: { toPolygons }, poly3: { plane } }
