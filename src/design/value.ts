import type { Vec3 } from '#solid'
import type { Model } from './model.ts'

/** What a parameter can hold. No model is the empty text. */
export type Value = PlainValue | Model

/** A value as JSON tells it. */
export type PlainValue = number | string | boolean | Vec3

/** Whether a value is a model; a table of a file may have any keys. */
export const isModel = (value: unknown): value is Model =>
  ArrayBuffer.isView((value as Partial<Model> | null | undefined)?.mesh?.points)

/** The value as reports tell it: a model is its name. */
export const plainValue = (value: Value): PlainValue => (isModel(value) ? value.name : value)

/** The value as a person types it: `4`, `AA`, `0,-25,12`, the path of a model. Values of one parameter are the same if their texts are. */
export const valueText = (value: Value): string => String(plainValue(value))
