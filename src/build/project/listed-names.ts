import { kebabCase } from '#design'
import type { ConfFile } from '../../settings/conf-file.ts'
import { designFileName, isDesignFile } from '../../settings/paths.ts'
import { isTable } from '../../settings/table.ts'

/** The names by which a project file lists parts, that of a sweep for all its parts; what is wrong with them is passed over, and no design is loaded. */
export function listedNames({ table }: ConfFile): string[] {
  const parts = table.get('part')?.value
  const names = (Array.isArray(parts) ? parts : []).flatMap((part) => {
    const own = new Map(isTable(part) ? [...part].map(([key, { value }]) => [kebabCase(key), value]) : [])
    const [name, design] = [own.get('name'), own.get('design')]
    if (typeof name === 'string') return [name]
    if (typeof design !== 'string') return []
    return [isDesignFile(design) ? designFileName(design) : design]
  })
  return [...new Set(names)]
}
